import { codeOf, type Delivery } from '#model';
import type { AppState, Experiment } from './AppState.ts';
import { appStore } from './appStore.ts';
import { flushCode } from './codeTyping.ts';
import { engine } from './engineAccess.ts';
import { orSay } from './messages.ts';
import { programInForce } from './programSync.ts';

const { getState, setState } = appStore;

type Present = Pick<AppState, 'board' | 'events'>;

const codeTextOf = ({ board }: Present, readModelId: string): string => JSON.stringify(codeOf(board, readModelId));

/** Tries on a copy, and keeps what came of it until the code or the history is another. */
export const tryDelivery = async (readModelId: string, delivery: Delivery): Promise<void> => {
  flushCode();
  await programInForce();
  const { board, events } = getState();
  const code = codeTextOf({ board, events }, readModelId);
  const result = await orSay(() => engine().tryDelivery({ readModelId, delivery }));
  if (!result) return;
  const made: Experiment = { readModelId, delivery, result, events, code };
  setState(({ experiments }) => ({
    experiments: [...experiments.filter((one) => one.readModelId !== readModelId || one.delivery !== delivery), made],
  }));
};

/** Those that say something of the present code and history; the same list where all do. */
export const stillTrue = (experiments: readonly Experiment[], present: Present): readonly Experiment[] => {
  const kept = experiments.filter(
    ({ readModelId, events, code }) => events === present.events && codeTextOf(present, readModelId) === code,
  );
  return kept.length === experiments.length ? experiments : kept;
};
