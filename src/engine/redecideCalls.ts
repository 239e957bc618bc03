import type { EngineApi } from './EngineApi.ts';
import { redecide } from './run/redecide.ts';
import type { Workplace } from './workplace.ts';

/** Milliseconds between two times that one says how far it is. */
const interval = 100;

/** What the screen may ask of the recorded commands: how they would end on the present code. One question at a time. */
export const createRedecideCalls = (
  { aside }: Workplace,
  sayProgress: (done: number, total: number) => void,
): Pick<EngineApi, 'redecide' | 'stopRedeciding'> => {
  let asked = new AbortController();

  const progress = (): ((done: number, total: number) => void) => {
    let next = 0;
    return (done, total) => {
      if (performance.now() < next) return;
      next = performance.now() + interval;
      sayProgress(done, total);
    };
  };

  return {
    redecide: async (wish) => {
      asked.abort();
      const mine = new AbortController();
      asked = mine;
      const { run, program, close } = await aside();
      return redecide(run, program(), wish, { signal: mine.signal, onProgress: progress() }).finally(close);
    },
    stopRedeciding: async () => asked.abort(),
  };
};
