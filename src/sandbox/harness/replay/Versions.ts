import type { ThrownError } from '../../protocol.ts';

/**
 * What something looked like after each of its steps, as text, so that code that changes values in place cannot change
 * what was. All versions stand here until they grow large; then every second one goes, and again, and a version in
 * between is computed from the nearest one before it.
 */
export type Versions<Text extends string | null> = {
  /** The global positions of the steps, in order. Version n is what stands after the n-th step; version 0 is the start. */
  steps: number[];
  /** Every `stride`-th version, from version 0 on. */
  texts: Text[];
  stride: number;
  size: number;
  /** The version that was computed last, so that it is there at once where it is asked for again. */
  computed: { version: number; text: Text } | null;
};

/** The steps of a state or document that its code takes: all up to a position, or those before it breaks. */
export type Steps = { positions: readonly number[]; error?: ThrownError };

/** Characters of one thing's versions, and of all together, some 250 MB with what they are held in. */
const [largest, largestTogether] = [4_000_000, 120_000_000];

const all: Versions<string | null>[] = [];
let together = 0;

export const startVersions = <Text extends string | null>(start: Text): Versions<Text> => {
  const versions: Versions<Text> = { steps: [], texts: [start], stride: 1, size: 0, computed: null };
  all.push(versions as Versions<string | null>);
  return versions;
};

export const addVersion = <Text extends string | null>(
  versions: Versions<Text>,
  position: number,
  text: Text,
): void => {
  versions.steps.push(position);
  const version = versions.steps.length;
  if (version % versions.stride !== 0) return;
  versions.texts.push(text);
  const size = text?.length ?? 0;
  versions.size += size;
  together += size;
  if (versions.size > largest) thinOut(versions);
  if (together > largestTogether) for (const each of all) if (each.texts.length > 1) thinOut(each);
};

const thinOut = <Text extends string | null>(versions: Versions<Text>): void => {
  together -= versions.size;
  versions.stride *= 2;
  versions.texts = versions.texts.filter((_, index) => index % 2 === 0);
  versions.size = versions.texts.reduce((size, text) => size + (text?.length ?? 0), 0);
  together += versions.size;
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
export const nearestVersion = <Text extends string | null>(
  { texts, stride, computed }: Versions<Text>,
  version: number,
): { version: number; text: Text } => {
  const nearest = version - (version % stride);
  return computed && computed.version >= nearest && computed.version <= version
    ? computed
    : { version: nearest, text: texts[nearest / stride] as Text };
};
