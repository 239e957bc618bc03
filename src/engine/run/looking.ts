import type { Program } from '#model';
import { type MomentReading, momentAt } from '#replay';
import type { Queue, Run } from '#runtime';
import type { EngineApi, EngineNotice } from '../EngineApi.ts';
import { foldersOf } from './foldersOf.ts';

export type MomentWish = Parameters<EngineApi['moment']>[0];

/** Milliseconds between two times that a look says how far it is. */
const interval = 100;

/** Looks at moments for the screen: long ones say how far they are, and give way to newer ones where they may. */
export const createLooking = (
  run: Run,
  looks: Queue,
  program: () => Program,
  notify: (notice: EngineNotice) => void,
) => {
  const givingWay = new Set<AbortController>();

  const saying = (): ((done: number, total: number) => void) => {
    let next = performance.now() + interval;
    return (done, total) => {
      if (performance.now() < next) return;
      next = performance.now() + interval;
      notify({ kind: 'looking', done, total });
    };
  };

  const look = async ({ position, streams, givesWay }: MomentWish): Promise<MomentReading> => {
    const leaving = new AbortController();
    if (givesWay) givingWay.add(leaving);
    const options = { onProgress: saying(), signal: leaving.signal };
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
