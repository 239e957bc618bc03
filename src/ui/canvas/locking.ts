import { appStore } from '#state';
import { canvasText } from '../text/canvas.ts';
import { nameOfNote } from './describeNote.ts';
import { makeEdit } from './makeEdit.ts';

export const isLocked = (noteId: string): boolean => appStore.getState().board.notes[noteId]?.isLocked ?? false;

export const setLocked = (noteIds: string[], locked: boolean): void => {
  const { board } = appStore.getState();
  const label = locked ? canvasText.locked : canvasText.unlocked;
  makeEdit(label(noteIds.length, nameOfNote(board, noteIds[0] ?? '')), [
    { type: 'LockNotes', noteIds, isLocked: locked },
  ]);
};

/** Locks them; unlocks them where all are locked. */
export const toggleLock = (noteIds: string[]): void => setLocked(noteIds, !noteIds.every(isLocked));

/** What is locked says so when it is asked to move. */
export const refuseToMove = (noteIds: readonly string[]): void => {
  const { board } = appStore.getState();
  const moves = noteIds.flatMap((noteId) => {
    const note = board.notes[noteId];
    return note ? [{ noteId, to: { x: note.x, y: note.y } }] : [];
  });
  makeEdit(canvasText.moved(noteIds.length, nameOfNote(board, noteIds[0] ?? '')), [{ type: 'MoveNotes', moves }]);
};
