import { type Workers, workerCounts } from '#model';
import type { StandingLife } from '../lifeCycle.ts';
import { projectionOf, type ReadyReadModel } from '../projectEvents.ts';
import { type Part, partsOf, wholeOf } from './Part.ts';

/** What one worker is at: a read model, or one partition of it where its work is shared out. */
export type Share = Part & { readModel: ReadyReadModel };

/** A read model that one worker is at. */
export const wholeShare = (readModel: ReadyReadModel): Share => ({ ...wholeOf(projectionOf(readModel)), readModel });

/** All that the work of a read model consists of. */
export const sharesOf = (readModel: ReadyReadModel, workers: Workers | undefined): Share[] =>
  partsOf(projectionOf(readModel), workers).map((part) => ({ ...part, readModel }));

/** The same as a life says it now: what is computed for them is refused once that has changed. */
export const sharesIn = ({ lifeCycle, turn }: StandingLife, readModel: ReadyReadModel): Share[] =>
  sharesOf(readModel, lifeCycle.workers).map((share) => ({ ...share, life: turn }));

const most = workerCounts[3];

/** Whatever checkpoints a read model may have beside its own: those of its partitions, and where it or they stopped. */
export const besideCheckpoint = (readModel: ReadyReadModel): string[] => {
  const partitions = sharesOf(readModel, { count: most, by: 'stream', killed: [] });
  return [
    ...partitions.map(({ consumer }) => consumer),
    ...[wholeShare(readModel), ...partitions].map(({ stop }) => stop),
  ];
};
