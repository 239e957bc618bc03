import type { EventStore } from '#event-store';
import { pause } from '../turns.ts';

/** Milliseconds: without work before sealing begins, between two segments, and before looking whether there is more. */
export type SealingPace = { rest: number; between: number; again: number };
const usualPace: SealingPace = { rest: 2_000, between: 60, again: 15_000 };

/** Knows when somebody last worked with a run. */
export const createActivity = (now: () => number = () => performance.now()) => {
  let last = now();
  return {
    noted: <Result>(result: Result): Result => {
      last = now();
      return result;
    },
    msSince: (): number => now() - last,
  };
};

/** Makes segments of old change sets, one at a time, for as long as nobody works; ends with the signal. */
export const sealWhileIdle = async (
  store: Pick<EventStore, 'seal'>,
  activity: Pick<ReturnType<typeof createActivity>, 'msSince'>,
  signal: AbortSignal,
  { rest, between, again }: SealingPace = usualPace,
): Promise<void> => {
  while (!signal.aborted) {
    const left = rest - activity.msSince();
    if (left > 0) await pause(left, signal);
    else await pause((await sealOne(store)) ? between : again, signal);
  }
};

/** Nobody waits for it: what fails (a full disk, a store that was closed) is tried again later. */
const sealOne = (store: Pick<EventStore, 'seal'>): Promise<boolean> => store.seal().catch(() => false);
