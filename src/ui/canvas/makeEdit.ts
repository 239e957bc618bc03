import type { BoardIntent } from '#model';
import { appStore, type EditResult, workspace } from '#state';
import { canvasText } from '../text/canvas.ts';
import { saidOf } from '../text/said.ts';
import { announce } from './wallStore.ts';

/**
 * Every edit of the wall: one step of undo, and said aloud as what it has come to. Answers whether it is made; a refusal
 * is a message, which says why by itself.
 */
export const makeEdit = (label: string, intents: BoardIntent[], said = saidOf(label)): boolean => {
  const result = workspace.edit(label, intents);
  if (result !== 'refused') announce(result === 'made' ? said : canvasText.nothingChanged);
  return result === 'made';
};

const sayIfMade = (result: EditResult, said: string): void => {
  if (result === 'made') announce(said);
};

export const undo = (): void => {
  const { undoLabel } = appStore.getState();
  sayIfMade(workspace.undo(), canvasText.undone(undoLabel ?? ''));
};

export const redo = (): void => {
  const { redoLabel } = appStore.getState();
  sayIfMade(workspace.redo(), canvasText.redone(redoLabel ?? ''));
};
