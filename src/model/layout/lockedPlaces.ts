import { holds } from './framing.ts';
import type { Place } from './places.ts';
import { overlaps, type Rectangle } from './rectangle.ts';

/**
 * What stays while other things are arranged: what is locked, the frames around it, and all that lies in these frames
 * or in locked ones.
 */
export const placesThatStay = (places: readonly Place[]): Place[] => {
  const locked = places.filter(({ isLocked }) => isLocked);
  if (locked.length === 0) return [];
  const frames = places.filter(
    (place) => place.kind === 'frame' && (place.isLocked || locked.some((one) => holds(place, one))),
  );
  return places.filter((place) => place.isLocked || frames.includes(place) || frames.some((one) => holds(one, place)));
};

/** Room to what was not to be covered. */
const gap = 64;

/** How far down an arrangement goes so that nothing of it lies on what stays. */
export const downTo = (arranged: readonly Rectangle[], staying: readonly Rectangle[]): number => {
  let down = 0;
  for (const obstacle of staying.toSorted((one, other) => one.y - other.y)) {
    const isInTheWay = arranged.some((one) => overlaps({ ...one, y: one.y + down }, obstacle));
    if (!isInTheWay) continue;
    const top = Math.min(...arranged.map(({ y }) => y));
    down = obstacle.y + obstacle.height + gap - top;
  }
  return down;
};
