/** A change of a value over the history; `number` where it is one, so that it can be drawn as a height. */
export type Kinked = { position: number; number?: number };

/** Where a kink lies in the picture of a course: its place along it, and how high; 0 to 1, `y` from the top. */
export type CoursePoint = { x: number; y: number };

/**
 * A course as a line of steps where all values are numbers or absent, else as a band that is marked where the value
 * becomes another. Each value holds until the next, the last one until `head`.
 */
export const courseOfValue = (kinks: readonly Kinked[], head: number, isNumeric: boolean): CoursePoint[] => {
  const numbers = kinks.flatMap(({ number }) => number ?? []);
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  const height = (number: number | undefined): number => {
    if (!isNumeric || number === undefined) return 1;
    return high === low ? 0.5 : (high - number) / (high - low);
  };
  return kinks.map(({ position, number }) => ({ x: placeOnAxis(position, head), y: height(number) }));
};

/** How far along the history a position lies, from 0, before the first event, to 1, the last one. */
export const placeOnAxis = (position: number, head: number): number =>
  head === 0 ? 0 : Math.min(1, Math.max(0, position / head));

/** Whether a course is one of numbers: at least one is, and what is no number is absent. */
export const isNumeric = (kinks: readonly (Kinked & { value: unknown })[]): boolean =>
  kinks.some(({ number }) => number !== undefined) &&
  kinks.every(({ number, value }) => number !== undefined || value === null);

/** The kink at or before a position, as an index; -1 before the first. */
export const kinkAt = (kinks: readonly { position: number }[], position: number): number => {
  let [low, high] = [0, kinks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((kinks[middle]?.position ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};

/** The position of the next kink in a direction, as seen from a position. */
export const nextKink = (
  kinks: readonly { position: number }[],
  from: number,
  direction: 'next' | 'previous',
): number | undefined => {
  const at = kinkAt(kinks, from);
  if (direction === 'next') return kinks[at + 1]?.position;
  return kinks[kinks[at]?.position === from ? at - 1 : at]?.position;
};

/** The kink that lies nearest to a place along the history. */
export const nearestKink = (kinks: readonly { position: number }[], position: number): number | undefined => {
  const at = Math.max(0, kinkAt(kinks, position));
  const [before, after] = [kinks[at]?.position, kinks[at + 1]?.position];
  if (before === undefined || after === undefined) return before;
  return after - position < position - before ? after : before;
};
