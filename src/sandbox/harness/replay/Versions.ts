import type { ThrownError } from '../../protocol.ts';

/**
 * What something looked like after each of its steps, kept where no code can change it. All versions stand here until
 * they grow large; then every second one goes, and again, and a version in between is computed from the nearest one
 * before it.
 */
export type Versions<Value> = {
  /** The global positions of the steps, in order. Version n is what stands after the n-th step; version 0 is the start. */
  steps: number[];
  /** Every `stride`-th version, from version 0 on. */
  values: Value[];
  stride: number;
  /** Characters, more or less. */
  size: number;
  /** The version that was computed last, so that it is there at once where it is asked for again. */
  computed: { version: number; value: Value } | null;
};

/** The steps of a state or document that its code takes: all up to a position, or those before it breaks. */
export type Steps = { positions: readonly number[]; error?: ThrownError };

/** Characters of one thing's versions, and of all together, some 250 MB with what they are held in. */
const [largest, largestTogether] = [4_000_000, 120_000_000];

const all: Versions<unknown>[] = [];
let together = 0;

export const startVersions = <Value>(start: Value): Versions<Value> => {
  const versions: Versions<Value> = { steps: [], values: [start], stride: 1, size: 0, computed: null };
  all.push(versions);
  return versions;
};

export const addVersion = <Value>(versions: Versions<Value>, position: number, value: Value, size: number): void => {
  versions.steps.push(position);
  const version = versions.steps.length;
  if (version % versions.stride !== 0) return;
  versions.values.push(value);
  versions.size += size;
  together += size;
  if (versions.size > largest) thinOut(versions);
  if (together > largestTogether) for (const each of all) if (each.values.length > 1) thinOut(each);
};

const thinOut = (versions: Versions<unknown>): void => {
  versions.stride *= 2;
  versions.values = versions.values.filter((_, index) => index % 2 === 0);
  const left = versions.size / 2;
  together -= versions.size - left;
  versions.size = left;
};

/** How many of the steps lie at or before a position. */
export const versionAt = (steps: readonly number[], position: number): number => {
  let [low, high] = [0, steps.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle] ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The nearest version at or before the wanted one that still stands here. */
export const nearestVersion = <Value>(
  { values, stride, computed }: Versions<Value>,
  version: number,
): { version: number; value: Value } => {
  const nearest = version - (version % stride);
  return computed && computed.version >= nearest && computed.version <= version
    ? computed
    : { version: nearest, value: values[nearest / stride] as Value };
};
