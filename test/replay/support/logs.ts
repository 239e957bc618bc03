import type { Commit, RecordedEvent } from '#event-store';
import { deciders } from './programs.ts';

/** Chance that is the same each time (mulberry32). */
export const seeded = (seed: number) => {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (end: number): number => Math.floor(next() * end);
  return {
    below,
    oneOf: <T>(items: readonly T[]): T => items[below(items.length)] as T,
    shuffled: <T>(items: readonly T[]): T[] => {
      const order = [...items];
      for (let at = order.length - 1; at > 0; at -= 1) {
        const other = below(at + 1);
        [order[at], order[other]] = [order[other] as T, order[at] as T];
      }
      return order;
    },
  };
};

/** A log over all shapes of deciders, two streams of each; one event that a read model cannot handle. */
export const randomLog = (seed: number, length: number): Commit[] => {
  const { below, oneOf } = seeded(seed);
  const poison = Math.floor(length * 0.7) + below(5);
  return Array.from({ length }, (_, index) => {
    const type = index === poison ? 'Noted' : oneOf(['Added', 'Added', 'Added', 'Cleared', 'Noted']);
    const data = {
      Added: { amount: below(200) - 100 },
      Cleared: {},
      Noted: { text: `note ${below(1000)}`, ...(index === poison ? { isPoison: true } : {}) },
    }[type];
    const stream = `${oneOf(Object.keys(deciders))}-${1 + below(2)}`;
    return {
      recordedAt: new Date(Date.UTC(2024, 0, 1) + index * 1000).toISOString(),
      writes: [{ stream, events: [{ type, data: data ?? {}, eventId: `event-${index + 1}` }] }],
    };
  });
};

export const streamsOf = (events: readonly RecordedEvent[]): string[] => [
  ...new Set(events.map(({ metadata }) => metadata.streamName)),
];
