export const workerCounts = [1, 2, 4, 8] as const;

/**
 * How the work of a consumer is shared out: over so many workers, by the stream that an event is of, by the document or
 * by the workflow that it goes to. Workers and partitions are numbered from 1, and each partition has the worker of its
 * number.
 */
export type Workers = {
  count: (typeof workerCounts)[number];
  by: 'stream' | 'document' | 'workflow';
  killed: readonly number[];
};

/** The partition that a stream or document belongs to, from its name alone: FNV-1a over 32 bits, folded once. */
export const partitionOf = (name: string, count: number): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < name.length; index += 1) hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
  return (((hash ^ (hash >>> 16)) >>> 0) % count) + 1;
};

/** Who works on a partition: its own worker, or in its place the next one that lives. Undefined where none does. */
export const workerOf = (partition: number, { count, killed }: Workers): number | undefined => {
  for (let further = 0; further < count; further += 1) {
    const worker = ((partition - 1 + further) % count) + 1;
    if (!killed.includes(worker)) return worker;
  }
  return undefined;
};

export const partitionsOfCount = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
