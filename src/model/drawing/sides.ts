import type { Point } from '../boardEvents.ts';
import { centreOf, type Rectangle } from '../layout/rectangle.ts';

export type Side = 'left' | 'right' | 'top' | 'bottom';

/** The middle of a side. */
export const middleOf = ({ x, y, width, height }: Rectangle, side: Side): Point => ({
  x: side === 'left' ? x : side === 'right' ? x + width : x + width / 2,
  y: side === 'top' ? y : side === 'bottom' ? y + height : y + height / 2,
});

/** Space between two stretches of one axis; negative where they overlap. */
const gapBetween = (start: number, length: number, otherStart: number, otherLength: number): number =>
  Math.max(otherStart - (start + length), start - (otherStart + otherLength));

/**
 * The sides that an arrow leaves and enters by. Time runs left to right, so left and right win wherever there is room
 * for a curve between the notes.
 */
export const sidesBetween = (from: Rectangle, to: Rectangle): { source: Side; target: Side } => {
  const horizontalGap = gapBetween(from.x, from.width, to.x, to.width);
  const verticalGap = gapBetween(from.y, from.height, to.y, to.height);
  const roomForCurve = 24;
  if (horizontalGap >= roomForCurve || horizontalGap >= verticalGap) {
    return centreOf(from).x <= centreOf(to).x
      ? { source: 'right', target: 'left' }
      : { source: 'left', target: 'right' };
  }
  return centreOf(from).y <= centreOf(to).y ? { source: 'bottom', target: 'top' } : { source: 'top', target: 'bottom' };
};
