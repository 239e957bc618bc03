import { type Axis, otherAxis, type Rectangle, stretchOf } from './rectangle.ts';

/** A gap between two rectangles: from one edge to the other along its axis, drawn at a coordinate across it. */
export type Gap = { axis: Axis; from: number; to: number; at: number };

type Stretch = { start: number; end: number };

/** Those of the same row (or column), in order, as their stretches along it. */
const rowOf = (moving: Rectangle, still: readonly Rectangle[], axis: Axis): Stretch[] => {
  const across = stretchOf(moving, otherAxis(axis));
  return still
    .filter((rectangle) => {
      const other = stretchOf(rectangle, otherAxis(axis));
      return other.start < across.end && across.start < other.end;
    })
    .map((rectangle) => stretchOf(rectangle, axis))
    .sort((one, other) => one.start - other.start);
};

/** Beyond this, equal distances are chance rather than a row. */
const widestGap = 400;

const isGap = (width: number): boolean => width > 0 && width <= widestGap;

/** The places for a stretch of this length that repeat a gap of its row, each with the two gaps that are equal there. */
const candidates = (row: readonly Stretch[], place: Stretch): { start: number; gaps: Stretch[] }[] => {
  const length = place.end - place.start;
  const middle = (place.start + place.end) / 2;
  const before = row.filter(({ start, end }) => (start + end) / 2 < middle);
  const behind = row.filter(({ start, end }) => (start + end) / 2 >= middle);
  const [left, right] = [before.at(-1), behind[0]];
  const [farLeft, farRight] = [before.at(-2), behind[1]];
  const found: { start: number; gaps: Stretch[] }[] = [];
  if (left && right && isGap((right.start - left.end - length) / 2)) {
    const start = (left.end + right.start - length) / 2;
    const gaps = [
      { start: left.end, end: start },
      { start: start + length, end: right.start },
    ];
    found.push({ start, gaps });
  }
  if (left && farLeft && isGap(left.start - farLeft.end)) {
    const start = left.end + left.start - farLeft.end;
    found.push({
      start,
      gaps: [
        { start: farLeft.end, end: left.start },
        { start: left.end, end: start },
      ],
    });
  }
  if (right && farRight && isGap(farRight.start - right.end)) {
    const end = right.start - (farRight.start - right.end);
    const gaps = [
      { start: end, end: right.start },
      { start: right.end, end: farRight.start },
    ];
    found.push({ start: end - length, gaps });
  }
  return found;
};

/** How far to go so that a gap of the row is repeated; null where none is within reach. */
export const equalGapsAt = (
  moving: Rectangle,
  still: readonly Rectangle[],
  axis: Axis,
  reach: number,
): { shift: number; gaps: Gap[] } | null => {
  const place = stretchOf(moving, axis);
  const [nearest] = candidates(rowOf(moving, still, axis), place)
    .filter(({ start }) => Math.abs(start - place.start) <= reach)
    .sort((one, other) => Math.abs(one.start - place.start) - Math.abs(other.start - place.start));
  if (!nearest) return null;
  const at = stretchOf(moving, otherAxis(axis)).middle;
  return {
    shift: nearest.start - place.start,
    gaps: nearest.gaps.map(({ start, end }) => ({ axis, from: start, to: end, at })),
  };
};
