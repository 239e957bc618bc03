import { type Program, programOf, sameValue } from '#model';
import type { AppState } from './AppState.ts';
import { appStore } from './appStore.ts';
import { isOpening } from './boardEditing.ts';
import { engine } from './engineAccess.ts';
import { sayTrouble, sentenceOf } from './messages.ts';
import { forgetPrintedOf } from './printed.ts';
import { runAllSpecifications } from './specifications.ts';
import { refreshMoment } from './timeTravel.ts';

const { getState, setState } = appStore;

let sent = '';
let inForce: Promise<void> = Promise.resolve();

/** The program of another model counts as new even where it reads the same. */
export const forgetProgram = (): void => {
  sent = '';
};

/**
 * Hands the board's program to the engine where it has changed, once `begin` resolves; one after the other, the last one
 * wins.
 */
export const syncProgram = (begin: Promise<void> = Promise.resolve()): void => {
  inForce = inForce.then(() => begin).then(sendProgram);
};

const sendProgram = async (): Promise<void> => {
  const { board } = getState();
  const program = programOf(board);
  const text = JSON.stringify(program);
  if (text === sent) return;
  sent = text;
  await load(program, board.modelId);
};

const load = async (program: Program, modelId: string): Promise<void> => {
  try {
    const statuses = await engine().useProgram(program, modelId);
    const modules = Object.fromEntries(statuses.map((status) => [status.module.id, status]));
    forgetPrintedOf(changedModules(getState().modules, modules));
    setState({ modules });
  } catch (error) {
    // The engine has come to another model, whose own code follows once it is shown.
    if (isOpening() || getState().board.modelId !== modelId) return;
    sayTrouble(sentenceOf(error));
  }
  void refreshMoment();
  runAllSpecifications();
};

const changedModules = (before: AppState['modules'], now: AppState['modules']): string[] =>
  Object.keys(before).filter((id) => !sameValue(before[id]?.module.files, now[id]?.module.files));

/** Resolves when the code on the screen is the code that runs. */
export const programInForce = (): Promise<void> => inForce;
