import type { Program } from '#model';
import { type MomentReading, momentAt, momentSoFar } from '#replay';
import type { Queue, Run } from '#runtime';
import type { EngineApi } from '../EngineApi.ts';
import type { EngineNotice } from '../EngineNotice.ts';
import { foldersOf } from './foldersOf.ts';
import { nowAndThen } from './longWork.ts';

export type MomentWish = Parameters<EngineApi['moment']>[0];

/**
 * Looks at moments for the screen: long ones say how far they are and, where they give way to newer ones, what can be
 * said already.
 */
export const createLooking = (
  run: Run,
  looks: Queue,
  program: () => Program,
  notify: (notice: EngineNotice) => void,
) => {
  const givingWay = new Set<AbortController>();

  /** What it comes to is told by the look itself, also where it fails. */
  const saySoFar = async (wish: Parameters<typeof momentSoFar>[1], isOver: () => boolean): Promise<void> => {
    const moment = await momentSoFar(run, wish).catch(() => undefined);
    if (moment && !isOver()) notify({ kind: 'moment-so-far', moment });
  };

  const look = async ({ position, streams, givesWay, shows }: MomentWish): Promise<MomentReading> => {
    const leaving = new AbortController();
    const wish = { position, states: foldersOf(program(), streams), ...(shows ? { shows } : {}) };
    let [isOver, isTold] = [false, givesWay !== true];
    const sayProgress = nowAndThen((done, total) => notify({ kind: 'looking', done, total }));
    const onProgress = (done: number, total: number): void => {
      if (!isTold) void saySoFar(wish, () => isOver || leaving.signal.aborted);
      isTold = true;
      sayProgress(done, total);
    };
    if (givesWay) givingWay.add(leaving);
    return momentAt(run, looks, wish, { onProgress, signal: leaving.signal }).finally(() => {
      isOver = true;
      givingWay.delete(leaving);
    });
  };

  return {
    look,
    giveWay: (): void => {
      for (const leaving of givingWay) leaving.abort();
    },
  };
};
