import type { Point } from '#model';
import { onWall } from './view.ts';

let last: Point | null = null;

/** Follows the pointer, so that what is pasted comes to where it is. Answers how to stop. */
export const followPointer = (): (() => void) => {
  const follow = ({ clientX, clientY }: PointerEvent) => {
    last = { x: clientX, y: clientY };
  };
  window.addEventListener('pointermove', follow, { passive: true });
  return () => window.removeEventListener('pointermove', follow);
};

/** Where the pointer is on the wall, in the wall's units; null while it is elsewhere, or over something on the wall. */
export const pointerOnWall = (): Point | null => {
  if (!last) return null;
  const under = document.elementFromPoint(last.x, last.y);
  return under?.closest('[data-wall]') ? onWall(last) : null;
};
