import type { LoadPlan } from '#engine';
import type { LoadRun } from './AppState.ts';
import { appStore } from './appStore.ts';
import { flushCode } from './codeTyping.ts';
import { engine } from './engineAccess.ts';
import { sentenceOf } from './messages.ts';
import { programInForce } from './programSync.ts';

const { getState, setState } = appStore;

const change = (changes: Partial<LoadRun>): void =>
  setState(({ loadRun }) => ({ loadRun: loadRun && { ...loadRun, ...changes } }));

export const openLoadRun = (commandId: string): void =>
  setState({ loadRun: { commandId, isRunning: false, report: null, failure: null } });

/** On the code as it is typed by now; what is recorded is not touched. */
export const startLoad = async (plan: LoadPlan): Promise<void> => {
  if (getState().loadRun?.isRunning) return;
  flushCode();
  change({ isRunning: true, report: null, failure: null });
  const stopListening = engine().onNotice((notice) => {
    if (notice.kind === 'load-report') change({ report: notice.report });
  });
  try {
    await programInForce();
    change({ report: await engine().runLoad(plan) });
  } catch (error) {
    change({ failure: sentenceOf(error) });
  } finally {
    stopListening();
    change({ isRunning: false });
  }
};

export const stopLoad = (): void => void engine().stopLoad();

export const closeLoadRun = (): void => {
  if (getState().loadRun?.isRunning) stopLoad();
  setState({ loadRun: null });
};
