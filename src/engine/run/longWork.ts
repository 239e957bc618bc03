import type { EngineNotice, LongWorkKind } from '../EngineNotice.ts';

/** How far some work is, and whether it is still wanted. */
export type Task = { signal: AbortSignal; onProgress: (done: number, total: number) => void };

/** Milliseconds between two times that some work says how far it is. */
const interval = 100;

/** Says something now and then, and nothing of what is over soon. */
export const nowAndThen = (say: (done: number, total: number) => void): Task['onProgress'] => {
  let next = performance.now() + interval;
  return (done, total) => {
    if (performance.now() < next) return;
    next = performance.now() + interval;
    say(done, total);
  };
};

export type LongWork = ReturnType<typeof createLongWork>;

/** Work that a person waits for, is told of, and may stop: what is stopped rejects with an `AbortError`. */
export const createLongWork = (notify: (notice: EngineNotice) => void) => {
  const underWay = new Set<AbortController>();
  return {
    run: async <Result>(work: LongWorkKind, doIt: (task: Task) => Promise<Result>): Promise<Result> => {
      const leaving = new AbortController();
      underWay.add(leaving);
      const onProgress = nowAndThen((done, total) => notify({ kind: 'long-work', work, done, total }));
      return doIt({ signal: leaving.signal, onProgress }).finally(() => underWay.delete(leaving));
    },
    stop: (): void => {
      for (const leaving of underWay) leaving.abort();
    },
  };
};
