import type { Action } from './Action.ts';
import { appActions } from './appActions.ts';
import { arrangeActions } from './arrangeActions.ts';
import { branchActions } from './branchActions.ts';
import { canvasActions } from './canvasActions.ts';
import { clockActions } from './clockActions.ts';
import { codeActions } from './codeActions.ts';
import { contextActions } from './contextActions.ts';
import { courseActions } from './courseActions.ts';
import { fileActions } from './fileActions.ts';
import { findActions } from './findActions.ts';
import { historyActions } from './historyActions.ts';
import { lensActions } from './lensActions.ts';
import { lockActions } from './lockActions.ts';
import { presentActions } from './presentActions.ts';
import { readModelActions } from './readModelActions.ts';
import { runActions } from './runActions.ts';
import { storeActions } from './storeActions.ts';
import { timelineActions } from './timelineActions.ts';
import { traceActions } from './traceActions.ts';
import { viewActions } from './viewActions.ts';
import { wallHistoryActions } from './wallHistoryActions.ts';

/** Everything a person can do, in the order in which it is shown. */
export const actions: readonly Action[] = [
  ...fileActions,
  ...appActions,
  ...codeActions,
  ...findActions,
  ...presentActions,
  ...runActions,
  ...timelineActions,
  ...wallHistoryActions,
  ...canvasActions,
  ...arrangeActions,
  ...lockActions,
  ...viewActions,
  ...lensActions,
  ...historyActions,
  ...branchActions,
  ...courseActions,
  ...traceActions,
  ...readModelActions,
  ...storeActions,
  ...clockActions,
  ...contextActions,
];

const byId = new Map(actions.map((action) => [action.id, action]));

/** An action that is known to be there, for a button or a menu that offers it. */
export const actionById = (id: string): Action => {
  const action = byId.get(id);
  if (!action) throw new Error(`There is no action ${id}`);
  return action;
};
