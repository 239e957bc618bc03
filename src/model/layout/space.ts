import type { Point, Size } from '../boardEvents.ts';
import type { Place } from './places.ts';
import { type Axis, otherAxis, stretchOf } from './rectangle.ts';

/** What making room comes to: how much was possible, and where everything lies then. */
export type Space = { by: number; places: { noteId: string; at: Point; size?: Size }[] };

/** A frame is not pressed together further than this. */
const leastFrame = 120;

/** What is locked stays. A note moves that has its middle behind the line, a frame that begins there; a frame across the line is stretched. */
const partOf = (place: Place, axis: Axis, line: number): 'stays' | 'moves' | 'stretches' => {
  if (place.isLocked) return 'stays';
  const { start, middle, end } = stretchOf(place, axis);
  if (place.kind !== 'frame') return middle >= line ? 'moves' : 'stays';
  if (start >= line) return 'moves';
  return end > line ? 'stretches' : 'stays';
};

/** The room between two of one row; none to lose where they overlap or stand in different rows. */
const gapBetween = (behind: Place, before: Place, axis: Axis): number => {
  const [one, other] = [stretchOf(behind, otherAxis(axis)), stretchOf(before, otherAxis(axis))];
  const isOfOneRow = one.start < other.end && other.start < one.end;
  const gap = stretchOf(behind, axis).start - stretchOf(before, axis).end;
  return isOfOneRow && gap >= 0 ? gap : Number.POSITIVE_INFINITY;
};

/**
 * Makes room along an axis: everything behind the line moves by that much. A negative amount takes room away, as far
 * as nothing comes to lie on something else.
 */
export const spaceMade = (places: readonly Place[], axis: Axis, line: number, wanted: number): Space => {
  const parts = places.map((place) => ({ place, part: partOf(place, axis, line) }));
  const those = (part: 'stays' | 'moves' | 'stretches') =>
    parts.filter((one) => one.part === part).map(({ place }) => place);
  const [moving, staying, stretching] = [those('moves'), those('stays'), those('stretches')];
  const lengthOf = (place: Place): number => (axis === 'x' ? place.width : place.height);
  const room = Math.min(
    ...moving.flatMap((behind) => staying.map((before) => gapBetween(behind, before, axis))),
    ...stretching.map((frame) => Math.max(0, lengthOf(frame) - leastFrame)),
  );
  const by = Math.max(wanted, -room);
  return {
    by,
    places: [
      ...moving.map(({ noteId, x, y }) => ({ noteId, at: axis === 'x' ? { x: x + by, y } : { x, y: y + by } })),
      ...stretching.map(({ noteId, x, y, width, height }) => ({
        noteId,
        at: { x, y },
        size: axis === 'x' ? { width: width + by, height } : { width, height: height + by },
      })),
    ],
  };
};
