import type { Point } from '#model';
import { appStore, newUuid, workspace } from '#state';
import { canvasText } from '../text/canvas.ts';
import { type Copied, copyOf, pasteIntents } from './copies.ts';
import { duplicateNotes } from './duplicating.ts';
import { makeEdit, removeSelected } from './edits.ts';
import { focusNote } from './walking.ts';
import { announce } from './wallStore.ts';

let copied: Copied | null = null;
let timesPasted = 0;

const step = 32;

const put = (what: Copied, shift: Point, label: string): void => {
  const { intents, noteIds } = pasteIntents(what, appStore.getState().board, shift, newUuid);
  makeEdit(label, intents);
  workspace.select({ noteIds, connectionIds: [] });
  if (noteIds[0]) focusNote(noteIds[0]);
};

export const copySelected = (): void => {
  const { board, selection } = appStore.getState();
  copied = copyOf(board, selection.noteIds);
  timesPasted = 0;
  announce(canvasText.copied(copied.notes.length));
};

export const cutSelected = (): void => {
  copySelected();
  removeSelected();
};

export const hasCopied = (): boolean => copied !== null;

/** Each paste lies a step beside the one before. */
export const paste = (): void => {
  if (!copied) return;
  timesPasted += 1;
  put(copied, { x: step * timesPasted, y: step * timesPasted }, canvasText.pasted(copied.notes.length));
};

export const duplicateSelected = (): void => {
  const { noteIds } = appStore.getState().selection;
  if (noteIds.length === 0) return;
  duplicateNotes(noteIds, { x: step, y: step });
  const [copy] = appStore.getState().selection.noteIds;
  if (copy) focusNote(copy);
};
