import type { Point, Size } from '../boardEvents.ts';

/** An area of the wall: its upper left corner and its size, in canvas units. */
export type Rectangle = Point & Size;

/** Along time, and across it. */
export type Axis = 'x' | 'y';

export const centreOf = ({ x, y, width, height }: Rectangle): Point => ({ x: x + width / 2, y: y + height / 2 });

/** Where a rectangle starts, ends and has its middle along an axis. */
export const stretchOf = (rectangle: Rectangle, axis: Axis): { start: number; middle: number; end: number } => {
  const start = rectangle[axis];
  const length = axis === 'x' ? rectangle.width : rectangle.height;
  return { start, middle: start + length / 2, end: start + length };
};

export const otherAxis = (axis: Axis): Axis => (axis === 'x' ? 'y' : 'x');

/** The smallest rectangle around all of them; null where there are none. */
export const boundsOf = (rectangles: readonly Rectangle[]): Rectangle | null => {
  if (rectangles.length === 0) return null;
  const left = Math.min(...rectangles.map(({ x }) => x));
  const top = Math.min(...rectangles.map(({ y }) => y));
  const right = Math.max(...rectangles.map(({ x, width }) => x + width));
  const bottom = Math.max(...rectangles.map(({ y, height }) => y + height));
  return { x: left, y: top, width: right - left, height: bottom - top };
};

export const overlaps = (one: Rectangle, other: Rectangle): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

export const contains = (outer: Rectangle, inner: Rectangle): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

export const shifted = <Moved extends Point>(moved: Moved, by: Point): Moved => ({
  ...moved,
  x: moved.x + by.x,
  y: moved.y + by.y,
});

/** What coordinates are rounded to where nothing else catches. */
export const gridStep = 8;

export const onGrid = (coordinate: number): number => Math.round(coordinate / gridStep) * gridStep;
