import type { BoardIntent, Point } from '#model';
import { appStore, newUuid, workspace } from '#state';
import { canvasText } from '../text/canvas.ts';
import { copyOf, pasteIntents } from './copies.ts';
import { nameOfNote } from './describeNote.ts';
import { makeEdit } from './makeEdit.ts';
import { focusNote } from './walking.ts';

/** How far copies lie from what they are copies of. */
export const stepBeside = 32;

/** Copies come onto the wall selected, so that they can be moved together at once. */
export const putCopies = (
  { intents, noteIds }: { intents: BoardIntent[]; noteIds: string[] },
  label: string,
  said?: string,
): void => {
  if (!makeEdit(label, intents, said)) return;
  workspace.select({ noteIds, connectionIds: [] });
  if (noteIds[0]) focusNote(noteIds[0]);
};

/** Puts copies of notes, with the arrows among them, at a distance from them. */
export const duplicateNotes = (copied: readonly string[], shift: Point): void => {
  const { board } = appStore.getState();
  const label = canvasText.duplicated(copied.length, nameOfNote(board, copied[0] ?? ''));
  putCopies(pasteIntents(copyOf(board, copied), board, shift, newUuid), label);
};
