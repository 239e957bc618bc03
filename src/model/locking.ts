import type { BoardEvent } from './boardEvents.ts';
import { refuse } from './boardRefusal.ts';
import type { Board, Note } from './definitions.ts';
import { notesOf } from './lookUp.ts';
import { recordOf } from './records.ts';

/** What a locked note withstands. It can still be selected, run, connected and given fields. */
type Gesture = 'move' | 'resize' | 'rename' | 'delete';

const nameOf = (board: Board, { definitionId }: Note): string => recordOf(board.definitions, definitionId)?.name ?? '';

/** Why something cannot be done with notes that are locked, and what to do: a sentence for the screen. */
export const whyLocked = (board: Board, notes: readonly Note[], gesture: Gesture): string => {
  const [first, ...others] = notes;
  if (first && others.length === 0) return `${nameOf(board, first)} is locked: unlock it to ${gesture} it.`;
  return `These notes are locked: unlock them to ${gesture} them.`;
};

/** The note that keeps a definition from being renamed, where one does: a name is the same at all of its notes. */
export const lockedNoteOf = (board: Board, definitionId: string): Note | undefined =>
  notesOf(board, definitionId).find(({ isLocked }) => isLocked);

/** Those that are there and not locked. */
export const unlockedOf = (board: Board, noteIds: readonly string[]): Set<string> =>
  new Set(noteIds.filter((id) => recordOf(board.notes, id) && !recordOf(board.notes, id)?.isLocked));

/** Where a gesture is about locked notes alone, that is said rather than nothing done. */
export const refuseIfAllLocked = (board: Board, noteIds: readonly string[], gesture: Gesture): void => {
  const notes = noteIds.map((id) => recordOf(board.notes, id)).filter((note) => note !== undefined);
  if (notes.length > 0 && notes.every(({ isLocked }) => isLocked)) refuse(whyLocked(board, notes, gesture));
};

/** What is gone, or is that way already, is left out. */
export const decideLock = (noteIds: readonly string[], isLocked: boolean, board: Board): BoardEvent[] => {
  const changed = [...new Set(noteIds)].filter((id) => {
    const note = recordOf(board.notes, id);
    return note !== undefined && (note.isLocked ?? false) !== isLocked;
  });
  return changed.length > 0 ? [{ type: 'NotesLocked', data: { noteIds: changed, isLocked } }] : [];
};

/** What is as everywhere is not kept: a file then says nothing of it. */
export const withLock = ({ isLocked: _before, ...note }: Note, isLocked: boolean): Note =>
  isLocked ? { ...note, isLocked } : note;
