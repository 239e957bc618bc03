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

/** The changes of a value around a position: the last one up to it, the one before that, and the next. */
export type ChangesAround = { at: number; previous?: number; next?: number };

/** Where a change lies that somebody wants to go to, as seen from a position. */
export const changeBeside = (
  { at, previous, next }: ChangesAround,
  from: number,
  way: 'previous' | 'next' | 'nearest',
): number | undefined => {
  if (way === 'next') return next;
  if (way === 'previous') return at === from ? previous : at;
  return next !== undefined && next - from < from - at ? next : at;
};
