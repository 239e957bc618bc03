import type { Point } from '#model';
import { appStore, newUuid, workspace } from '#state';
import { canvasText } from '../text/canvas.ts';
import { copyOf, pasteIntents } from './copies.ts';
import { nameOfNote } from './describeNote.ts';
import { makeEdit } from './edits.ts';

/** Puts copies of notes, with the arrows among them, at a distance from them, and selects the copies. */
export const duplicateNotes = (copied: readonly string[], shift: Point): void => {
  const { board } = appStore.getState();
  const { intents, noteIds } = pasteIntents(copyOf(board, copied), board, shift, newUuid);
  makeEdit(canvasText.duplicated(copied.length, nameOfNote(board, copied[0] ?? '')), intents);
  workspace.select({ noteIds, connectionIds: [] });
};
