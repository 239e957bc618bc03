import type { Checkpoint, EventStore } from '#event-store';
import { partitionsOfCount, type Workers, workerCounts } from '#model';
import { projectionOf, type ReadyReadModel } from '../projectEvents.ts';

/** What one worker is at: a read model, or one partition of it where its work is shared out. */
export type Share = { readModel: ReadyReadModel; partition?: { number: number; workers: Workers } };

/** The name of a share's checkpoint. */
const consumerOf = ({ readModel, partition }: Share): string =>
  partition ? `${projectionOf(readModel)}/partition-${partition.number}` : projectionOf(readModel);

/** Set beside the checkpoint where a share stopped: the position of its poison event, for every tab to see. */
export const stopOfShare = (share: Share): string => stopOfConsumer(consumerOf(share));

export const stopOfConsumer = (consumer: string): string => `${consumer}/stopped`;

/** All that the work of a read model consists of. */
export const sharesOf = (readModel: ReadyReadModel, workers: Workers | undefined): Share[] =>
  workers
    ? partitionsOfCount(workers.count).map((number) => ({ readModel, partition: { number, workers } }))
    : [{ readModel }];

const most = workerCounts[3];

/** Whatever checkpoints a read model may have beside its own: those of its partitions, and where it or they stopped. */
export const besideCheckpoint = (readModel: ReadyReadModel): string[] => {
  const partitions = sharesOf(readModel, { count: most, by: 'stream', killed: [] });
  return [...partitions.map(consumerOf), ...[{ readModel }, ...partitions].map(stopOfShare)];
};

/** Where a share stands, and all that has to stand there still when something is stored that was computed from it. */
export type Standing = { share: Share; position: number; basedOn: Checkpoint[] };

/**
 * A read model's own checkpoint is that of the partition which is furthest behind. So a partition of which nothing is
 * stored yet stands there, and to share out anew is to forget the partitions.
 */
export const standingOf = async (store: EventStore, share: Share): Promise<Standing> => {
  const { readModel, partition } = share;
  const consumers = [projectionOf(readModel), ...sharesOf(readModel, partition?.workers).map(consumerOf)];
  const basedOn = await Promise.all(
    [...new Set(consumers)].map(async (consumer) => ({ consumer, position: await store.checkpoint(consumer) })),
  );
  return { share, position: Math.max(ownOf(basedOn), stored(basedOn, share)), basedOn };
};

/** What is stored as a share comes to a position. */
export const checkpointsAt = ({ share, basedOn }: Standing, position: number): Checkpoint[] => {
  const { readModel, partition } = share;
  const others = sharesOf(readModel, partition?.workers)
    .filter((one) => consumerOf(one) !== consumerOf(share))
    .map((one) => Math.max(ownOf(basedOn), stored(basedOn, one)));
  const own = { consumer: projectionOf(readModel), position: Math.min(position, ...others) };
  return partition ? [own, { consumer: consumerOf(share), position }] : [own];
};

const ownOf = (basedOn: Checkpoint[]): number => basedOn[0]?.position ?? 0;

const stored = (basedOn: Checkpoint[], share: Share): number =>
  basedOn.find(({ consumer }) => consumer === consumerOf(share))?.position ?? 0;

/** The shares that stopped at a poison event. */
export const stoppedShares = async (store: EventStore, shares: Share[]): Promise<Share[]> => {
  const stops = await Promise.all(shares.map((share) => store.checkpoint(stopOfShare(share))));
  return shares.filter((_, index) => (stops[index] ?? 0) > 0);
};
