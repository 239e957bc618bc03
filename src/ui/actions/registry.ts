import type { Action } from './Action.ts';
import { appActions } from './appActions.ts';
import { arrangeActions } from './arrangeActions.ts';
import { canvasActions } from './canvasActions.ts';
import { fileActions } from './fileActions.ts';
import { runActions } from './runActions.ts';
import { timelineActions } from './timelineActions.ts';

/** Everything a person can do, in the order in which it is shown. */
export const actions: readonly Action[] = [
  ...fileActions,
  ...appActions,
  ...runActions,
  ...timelineActions,
  ...canvasActions,
  ...arrangeActions,
];

const byId = new Map(actions.map((action) => [action.id, action]));

/** An action that is known to be there, for a button or a menu that offers it. */
export const actionById = (id: string): Action => {
  const action = byId.get(id);
  if (!action) throw new Error(`There is no action ${id}`);
  return action;
};
