import type { Board, Note, NoteKind } from '../definitions.ts';
import { kindInfo } from '../grammar.ts';
import { recordOf } from '../records.ts';
import type { Rectangle } from './rectangle.ts';

/** A note with where it lies and how large it is. What is locked is laid out around, not moved. */
export type Place = Rectangle & { noteId: string; kind: NoteKind; isLocked?: true };

/** A note without a size of its own has that of its kind. */
export const rectangleOf = ({ x, y, width, height }: Note, kind: NoteKind): Rectangle =>
  width === undefined || height === undefined ? { x, y, ...kindInfo[kind].defaultSize } : { x, y, width, height };

/** Every note of the board with where it lies, in the board's order. */
export const placesOf = (board: Pick<Board, 'notes' | 'definitions'>): Place[] =>
  Object.values(board.notes).flatMap((note) => {
    const kind = recordOf(board.definitions, note.definitionId)?.kind;
    if (!kind) return [];
    return [{ noteId: note.id, kind, ...rectangleOf(note, kind), ...(note.isLocked && { isLocked: note.isLocked }) }];
  });
