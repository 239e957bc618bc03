import type { ImportedEvent } from './EventImport.ts';

/**
 * Collects events, as text since there may be many, and hands them out in the order of their times; those of one time, and all where there are no
 * times, in the order of the file. One without a time comes after the one that stood before it.
 */
export const createOrdered = () => {
  const texts: string[] = [];
  const times: number[] = [];
  let order: Uint32Array | undefined;
  let last = Number.NEGATIVE_INFINITY;

  const ordered = (): Uint32Array => {
    order ??= Uint32Array.from(texts, (_, index) => index).sort(
      (one, other) => (times[one] ?? 0) - (times[other] ?? 0) || one - other,
    );
    return order;
  };
  return {
    add: (event: ImportedEvent): void => {
      if (event.recordedAt !== undefined) last = Date.parse(event.recordedAt);
      texts.push(JSON.stringify(event));
      times.push(last);
    },
    size: (): number => texts.length,
    part: (from: number, to: number): ImportedEvent[] =>
      Array.from(ordered().subarray(from, to), (index) => JSON.parse(texts[index] ?? '') as ImportedEvent),
  };
};
