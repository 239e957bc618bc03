import { gridStep, onGrid, type Rectangle } from './rectangle.ts';

/** Puts the edges that a resize has moved on the grid; the others stay where they are. */
export const resizedOnGrid = (before: Rectangle, now: Rectangle): Rectangle => {
  const right = before.x + before.width;
  const bottom = before.y + before.height;
  const x = now.x === before.x ? before.x : Math.min(onGrid(now.x), right - gridStep);
  const y = now.y === before.y ? before.y : Math.min(onGrid(now.y), bottom - gridStep);
  const isRightMoved = now.x === before.x && now.width !== before.width;
  const isBottomMoved = now.y === before.y && now.height !== before.height;
  return {
    x,
    y,
    width: (isRightMoved ? onGrid(now.x + now.width) : right) - x,
    height: (isBottomMoved ? onGrid(now.y + now.height) : bottom) - y,
  };
};
