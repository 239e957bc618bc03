import type { Program } from '#model';
import { type MomentReading, momentAt } from '#replay';
import type { Queue, Run } from '#runtime';
import type { EngineApi } from '../EngineApi.ts';
import type { EngineNotice } from '../EngineNotice.ts';
import { foldersOf } from './foldersOf.ts';
import { nowAndThen } from './longWork.ts';

export type MomentWish = Parameters<EngineApi['moment']>[0];

/** Looks at moments for the screen: long ones say how far they are, and give way to newer ones where they may. */
export const createLooking = (
  run: Run,
  looks: Queue,
  program: () => Program,
  notify: (notice: EngineNotice) => void,
) => {
  const givingWay = new Set<AbortController>();

  const look = async ({ position, streams, givesWay }: MomentWish): Promise<MomentReading> => {
    const leaving = new AbortController();
    if (givesWay) givingWay.add(leaving);
    const onProgress = nowAndThen((done, total) => notify({ kind: 'looking', done, total }));
    const options = { onProgress, signal: leaving.signal };
    const states = foldersOf(program(), streams);
    return momentAt(run, looks, { position, states }, options).finally(() => givingWay.delete(leaving));
  };

  return {
    look,
    giveWay: (): void => {
      for (const leaving of givingWay) leaving.abort();
    },
  };
};
