import type { Rectangle } from '#model';

/** At the corners, clockwise from the upper left one. */
export type Radii = readonly [number, number, number, number];

/** What lies inside of a rectangle, so far from each side. */
export const inset = (
  { x, y, width, height }: Rectangle,
  { top, right, bottom, left }: { top: number; right: number; bottom: number; left: number },
): Rectangle => ({
  x: x + left,
  y: y + top,
  width: Math.max(0, width - left - right),
  height: Math.max(0, height - top - bottom),
});

export const insetAll = (rectangle: Rectangle, by: number): Rectangle =>
  inset(rectangle, { top: by, right: by, bottom: by, left: by });

/** Radii that do not fit on a side are all made smaller, as CSS does. */
const fitting = ({ width, height }: Rectangle, [a, b, c, d]: Radii): Radii => {
  const share = Math.min(1, width / (a + b || 1), width / (c + d || 1), height / (a + d || 1), height / (b + c || 1));
  return [a * share, b * share, c * share, d * share];
};

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** A rectangle with rounded corners as an SVG path. */
export const roundedPath = (rectangle: Rectangle, radii: Radii): string => {
  const { x, y, width, height } = rectangle;
  const [a, b, c, d] = fitting(rectangle, radii).map(rounded) as [number, number, number, number];
  const [left, top, right, bottom] = [x, y, x + width, y + height].map(rounded) as [number, number, number, number];
  const corner = (radius: number, toX: number, toY: number) =>
    radius > 0 ? `A${radius} ${radius} 0 0 1 ${toX} ${toY}` : '';
  return [
    `M${rounded(left + a)} ${top}H${rounded(right - b)}`,
    corner(b, right, rounded(top + b)),
    `V${rounded(bottom - c)}`,
    corner(c, rounded(right - c), bottom),
    `H${rounded(left + d)}`,
    corner(d, left, rounded(bottom - d)),
    `V${rounded(top + a)}`,
    corner(a, rounded(left + a), top),
    'Z',
  ].join('');
};
