import type { Point } from '../boardEvents.ts';
import { equalGapsAt, type Gap } from './equalGaps.ts';
import { type Axis, onGrid, otherAxis, type Rectangle, shifted, stretchOf } from './rectangle.ts';

/** A line along which something lines up: at a coordinate of its axis, from one end to the other across it. */
export type Guide = { axis: Axis; at: number; from: number; to: number };

/** Where the moving rectangle comes to lie, and what it lines up with there. */
export type Snapped = { shift: Point; guides: Guide[]; gaps: Gap[] };

/** An edge or the middle of something that stays where it is. */
type Line = { at: number; from: number; to: number };

/** What can be lined up with: found once, when a drag begins. */
export type SnapLines = { still: readonly Rectangle[]; lines: { [A in Axis]: readonly Line[] } };

const linesAlong = (still: readonly Rectangle[], axis: Axis): Line[] =>
  still
    .flatMap((rectangle) => {
      const { start, middle, end } = stretchOf(rectangle, axis);
      const across = stretchOf(rectangle, otherAxis(axis));
      return [start, middle, end].map((at) => ({ at, from: across.start, to: across.end }));
    })
    .sort((one, other) => one.at - other.at);

export const snapLinesOf = (still: readonly Rectangle[]): SnapLines => ({
  still,
  lines: { x: linesAlong(still, 'x'), y: linesAlong(still, 'y') },
});

/** What lies farther away than this is no neighbour: lining up with it would be chance. */
const neighbourhood = 800;

const firstFrom = (lines: readonly Line[], at: number): number => {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.at ?? at) < at) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The lines within reach of a coordinate, of neighbours only. */
const linesNear = (
  lines: readonly Line[],
  at: number,
  reach: number,
  across: { start: number; end: number },
): Line[] => {
  const near: Line[] = [];
  for (let index = firstFrom(lines, at - reach); index < lines.length; index += 1) {
    const line = lines[index];
    if (!line || line.at > at + reach) break;
    if (line.from - across.end <= neighbourhood && across.start - line.to <= neighbourhood) near.push(line);
  }
  return near;
};

/** How far the rectangle has to go to line up along an axis; null where nothing is within reach. */
const lineUp = (moving: Rectangle, lines: readonly Line[], axis: Axis, reach: number): number | null => {
  const { start, middle, end } = stretchOf(moving, axis);
  const across = stretchOf(moving, otherAxis(axis));
  let nearest: number | null = null;
  for (const anchor of [middle, start, end])
    for (const { at } of linesNear(lines, anchor, reach, across))
      if (nearest === null || Math.abs(at - anchor) < Math.abs(nearest)) nearest = at - anchor;
  return nearest;
};

const exact = 0.01;

/** One guide for each coordinate at which the rectangle, where it lies now, lines up with its neighbours. */
const guidesAt = (moving: Rectangle, lines: readonly Line[], axis: Axis): Guide[] => {
  const { start, middle, end } = stretchOf(moving, axis);
  const across = stretchOf(moving, otherAxis(axis));
  return [start, middle, end].flatMap((at) => {
    const met = linesNear(lines, at, exact, across);
    if (met.length === 0) return [];
    const from = Math.min(across.start, ...met.map((line) => line.from));
    const to = Math.max(across.end, ...met.map((line) => line.to));
    return [{ axis, at, from, to }];
  });
};

const shiftAlong = (moving: Rectangle, { still, lines }: SnapLines, axis: Axis, reach: number) => {
  const byLine = lineUp(moving, lines[axis], axis, reach);
  const byGap = equalGapsAt(moving, still, axis, reach);
  if (byGap && (byLine === null || Math.abs(byGap.shift) < Math.abs(byLine))) return byGap;
  return { shift: byLine ?? onGrid(moving[axis]) - moving[axis], gaps: [] };
};

/**
 * Lines a moving rectangle up with the edges and middles of its neighbours, or with equal gaps between them, where
 * that takes no more than `reach`; with the grid where nothing catches. Each axis by itself.
 */
export const snap = (moving: Rectangle, snapLines: SnapLines, reach: number): Snapped => {
  const x = shiftAlong(moving, snapLines, 'x', reach);
  const y = shiftAlong(moving, snapLines, 'y', reach);
  const shift = { x: x.shift, y: y.shift };
  const there = shifted(moving, shift);
  return {
    shift,
    guides: [...guidesAt(there, snapLines.lines.x, 'x'), ...guidesAt(there, snapLines.lines.y, 'y')],
    gaps: [...x.gaps, ...y.gaps].map((gap) => ({ ...gap, at: gap.at + shift[otherAxis(gap.axis)] })),
  };
};
