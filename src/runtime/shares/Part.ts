import type { Checkpoint, EventStore } from '#event-store';
import { partitionsOfCount, type Workers } from '#model';

/** What one worker is at: all the work of a consumer, or one partition of it where its work is shared out. */
export type Part = {
  /** The name of its checkpoint. */
  consumer: string;
  /** Set beside the checkpoint where it stopped: the position of its poison event, for every tab to see. */
  stop: string;
  /** The checkpoints that belong together, that of all the work first. */
  together: readonly string[];
  partition?: { number: number; workers: Workers };
  /** The turn of the life that says so. Checkpoints that were forgotten look like those that nobody has moved yet. */
  life?: Checkpoint;
};

export const stopOfConsumer = (consumer: string): string => `${consumer}/stopped`;

const partConsumer = (names: string, number: number): string => `${names}/partition-${number}`;

export const wholeOf = (whole: string): Part => ({
  consumer: whole,
  stop: stopOfConsumer(whole),
  together: [whole],
});

/** All that the work of a consumer consists of; its partitions may have names of their own. */
export const partsOf = (whole: string, workers: Workers | undefined, names = whole): Part[] => {
  if (!workers) return [wholeOf(whole)];
  const numbers = partitionsOfCount(workers.count);
  const together = [whole, ...numbers.map((number) => partConsumer(names, number))];
  return numbers.map((number) => {
    const consumer = partConsumer(names, number);
    return { consumer, stop: stopOfConsumer(consumer), together, partition: { number, workers } };
  });
};

/** How all the work is shared out that a part belongs to, and of which code: other parts are planned for anew. */
export const sharingOf = ({ together, partition }: Part): string =>
  [...together, ...(partition ? [partition.workers.by] : [])].join(' ');

/** What has to stand there still for a part to be one. */
export const basedOnLife = ({ life }: Part): Checkpoint[] => (life ? [life] : []);

/** Where a part stands, and all that has to stand there still when something is stored that was computed from it. */
export type Standing<P extends Part = Part> = { share: P; position: number; basedOn: Checkpoint[] };

/**
 * The checkpoint of all the work is that of the partition which is furthest behind. So a partition of which nothing is
 * stored yet stands there, and to share out anew is to forget the partitions.
 */
export const standingOf = async <P extends Part>(store: EventStore, share: P): Promise<Standing<P>> => {
  const basedOn = await Promise.all(
    share.together.map(async (consumer) => ({ consumer, position: await store.checkpoint(consumer) })),
  );
  const position = Math.max(ofAll(basedOn), stored(basedOn, share.consumer));
  return { share, position, basedOn: [...basedOn, ...basedOnLife(share)] };
};

/** What is stored as a part comes to a position. */
export const checkpointsAt = ({ share, basedOn }: Standing, position: number): Checkpoint[] => {
  const [whole = share.consumer, ...partitions] = share.together;
  const others = partitions
    .filter((consumer) => consumer !== share.consumer)
    .map((consumer) => Math.max(ofAll(basedOn), stored(basedOn, consumer)));
  const own = { consumer: whole, position: Math.min(position, ...others) };
  return share.partition ? [own, { consumer: share.consumer, position }] : [own];
};

const ofAll = (basedOn: Checkpoint[]): number => basedOn[0]?.position ?? 0;

const stored = (basedOn: Checkpoint[], name: string): number =>
  basedOn.find(({ consumer }) => consumer === name)?.position ?? 0;

/** The parts that stopped at a poison event. */
export const stoppedShares = async <P extends Part>(store: EventStore, shares: P[]): Promise<P[]> => {
  const stops = await Promise.all(shares.map(({ stop }) => store.checkpoint(stop)));
  return shares.filter((_, index) => (stops[index] ?? 0) > 0);
};
