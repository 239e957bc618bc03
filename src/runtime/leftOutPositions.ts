import type { CodeError } from '#sandbox';
import { projectionOf, type ReadyReadModel } from './projectEvents.ts';
import type { Run } from './Run.ts';

/** An event that a read model broke at and then went past: for good, or parked until somebody replays it. */
export type LeftOutEvent = {
  position: number;
  how: 'skipped' | 'parked';
  type: string;
  error?: CodeError;
  /** What a process manager's partition was handed of it: others are still handed theirs. */
  messageIds?: string[];
};

/** Events that a read model was not made of, as somebody decided. */
export const leftOutOf = (readModel: ReadyReadModel): string => `${projectionOf(readModel)}/left-out`;

export const leftOutEvents = async ({ store }: Run, readModel: ReadyReadModel): Promise<LeftOutEvent[]> =>
  (await store.documents(leftOutOf(readModel))).map(({ document }) => document as LeftOutEvent);

export const leftOutPositions = async (run: Run, readModel: ReadyReadModel): Promise<ReadonlySet<number>> =>
  new Set((await leftOutEvents(run, readModel)).map(({ position }) => position));
