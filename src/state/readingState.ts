import { positionsOf } from '#model';
import { appStore } from './appStore.ts';
import { engine } from './engineAccess.ts';
import { historyOf } from './historyIndex.ts';
import { orSay } from './messages.ts';
import { shownValue } from './shownValue.ts';
import { headOf } from './timeTravel.ts';

/** What somebody who reads a stream now gets to see of it: its version at least, where the code that folds it does not run. */
export const readState = (stream: string): Promise<{ version: number; state: unknown } | null> =>
  orSay(async () => {
    const position = headOf(appStore.getState());
    const stored = positionsOf(historyOf(appStore.getState().events).streams, stream).length;
    const shows = { readModelId: null, documents: 0 };
    const { states } = await engine().moment({ position, streams: [stream], shows });
    const [state] = states;
    return {
      version: state?.version ?? stored,
      state: state && state.version > 0 ? shownValue(state.after) : undefined,
    };
  });
