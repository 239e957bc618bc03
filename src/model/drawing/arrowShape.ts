import type { Point } from '../boardEvents.ts';
import type { Rectangle } from '../layout/rectangle.ts';
import { middleOf, type Side, sidesBetween } from './sides.ts';

/** An end of an arrow, and the side of the note that it touches. */
export type ArrowEnd = Point & { side: Side };

/** The line as an SVG path, and where the tip of its head lies; `turn` in degrees, clockwise from pointing right. */
export type ArrowShape = { line: string; head: Point & { turn: number } };

/** Between a note's rim and an arrow's end, in canvas units. */
export const spaceAtArrow = 5.5;

const headLength = 9;

/** A head whose tip lies at 0,0 and that points to the right. Its line ends a little inside of it. */
export const arrowHead = `M 0 0 L ${-headLength - 1} -5 L ${-headLength - 1} 5 Z`;

const outwards: { readonly [S in Side]: Point } = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  top: { x: 0, y: -1 },
  bottom: { x: 0, y: 1 },
};

const turnInto: { readonly [S in Side]: number } = { left: 0, right: 180, top: 90, bottom: -90 };

const awayFrom = (end: ArrowEnd, distance: number): Point => ({
  x: end.x + outwards[end.side].x * distance,
  y: end.y + outwards[end.side].y * distance,
});

/** How far a curve runs straight on from its end: half the way there, or a loop where the other end lies behind. */
const straightOn = (end: ArrowEnd, other: Point): number => {
  const { x, y } = outwards[end.side];
  const ahead = (other.x - end.x) * x + (other.y - end.y) * y;
  return ahead >= 0 ? ahead / 2 : 7.5 * Math.sqrt(-ahead);
};

/** The curve of an arrow that leaves one side and enters another. */
export const arrowShape = (source: ArrowEnd, target: ArrowEnd): ArrowShape => {
  const end: ArrowEnd = { ...awayFrom(target, headLength), side: target.side };
  const first = awayFrom(source, straightOn(source, end));
  const second = awayFrom(end, straightOn(end, source));
  return {
    line: `M${source.x},${source.y} C${first.x},${first.y} ${second.x},${second.y} ${end.x},${end.y}`,
    head: { x: target.x, y: target.y, turn: turnInto[target.side] },
  };
};

const endAt = (rectangle: Rectangle, side: Side): ArrowEnd => ({
  ...awayFrom({ ...middleOf(rectangle, side), side }, spaceAtArrow),
  side,
});

/** The arrow from note to note, between the sides that face each other. */
export const arrowBetween = (from: Rectangle, to: Rectangle): ArrowShape => {
  const { source, target } = sidesBetween(from, to);
  return arrowShape(endAt(from, source), endAt(to, target));
};
