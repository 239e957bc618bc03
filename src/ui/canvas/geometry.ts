import { centreOf, type Point, type Rectangle } from '#model';

export type Direction = 'left' | 'right' | 'up' | 'down';

const stepOf = (from: Point, to: Point, direction: Direction): { ahead: number; aside: number } => {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  switch (direction) {
    case 'right':
      return { ahead: dx, aside: Math.abs(dy) };
    case 'left':
      return { ahead: -dx, aside: Math.abs(dy) };
    case 'down':
      return { ahead: dy, aside: Math.abs(dx) };
    case 'up':
      return { ahead: -dy, aside: Math.abs(dx) };
  }
};

/** The nearest place in a direction; what lies aside counts double, so that a row is walked along the row. */
export const nearestInDirection = <Place extends Rectangle>(
  from: Rectangle,
  places: Place[],
  direction: Direction,
): Place | null => {
  let nearest: { place: Place; distance: number } | null = null;
  for (const place of places) {
    const { ahead, aside } = stepOf(centreOf(from), centreOf(place), direction);
    if (ahead <= 0) continue;
    const distance = ahead + 2 * aside;
    if (!nearest || distance < nearest.distance) nearest = { place, distance };
  }
  return nearest?.place ?? null;
};

/** Left to right, as the story runs; within a column from top to bottom. */
export const inReadingOrder = <Place extends Rectangle>(places: Place[]): Place[] =>
  places.toSorted((one, other) => one.x - other.x || one.y - other.y);
