import type { ThrownError } from '../../protocol.ts';

/**
 * What something looked like after each of its steps, as text, so that code that changes values in place cannot change
 * what was. All versions stand here until they grow large; then every second one goes, and again, and a version in
 * between is computed from the nearest one before it.
 */
export type Versions<Text extends string | null> = {
  /** The global positions of the steps, in order. Version n is what stands after the n-th step; version 0 is the start. */
  steps: number[];
  texts: Map<number, Text>;
  stride: number;
  size: number;
};

/** The steps of a state or document that its code takes: all up to a position, or those before it breaks. */
export type Steps = { positions: readonly number[]; error?: ThrownError };

const largest = 4_000_000;

export const startVersions = <Text extends string | null>(start: Text): Versions<Text> => ({
  steps: [],
  texts: new Map([[0, start]]),
  stride: 1,
  size: 0,
});

export const addVersion = <Text extends string | null>(
  versions: Versions<Text>,
  position: number,
  text: Text,
): void => {
  versions.steps.push(position);
  const version = versions.steps.length;
  if (version % versions.stride !== 0) return;
  versions.texts.set(version, text);
  versions.size += text?.length ?? 0;
  if (versions.size > largest) thinOut(versions);
};

const thinOut = <Text extends string | null>(versions: Versions<Text>): void => {
  versions.stride *= 2;
  versions.size = 0;
  for (const [version, text] of versions.texts) {
    if (version % versions.stride === 0) versions.size += text?.length ?? 0;
    else versions.texts.delete(version);
  }
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
  { texts, stride }: Versions<Text>,
  version: number,
): { version: number; text: Text } => {
  const nearest = version - (version % stride);
  return { version: nearest, text: texts.get(nearest) as Text };
};
