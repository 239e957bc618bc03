import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { keepInSight, moveFocus } from './keepInSight.ts';
import { laneHeight } from './laneHeight.ts';

type Scroller = RefObject<HTMLDivElement | null>;
type CursorPlace = { x: number; row: number; position: number; factor: number };

/** What people do to look elsewhere: from then on the view is theirs, until the cursor moves. */
const ownWays = ['wheel', 'touchmove', 'pointerdown'] as const;

const useFollowing = (scroller: Scroller) => {
  const isFollowing = useRef(true);
  useEffect(() => {
    const element = scroller.current;
    const letGo = () => {
      isFollowing.current = false;
    };
    for (const way of ownWays) element?.addEventListener(way, letGo, { passive: true });
    return () => {
      for (const way of ownWays) element?.removeEventListener(way, letGo);
    };
  }, [scroller]);
  return isFollowing;
};

/** The view goes where the cursor goes. Who looks elsewhere stays there, whatever lanes come and go above. */
export const useCursorInSight = (scroller: Scroller, { x, row, position, factor }: CursorPlace): void => {
  const isFollowing = useFollowing(scroller);
  const place = `${x} ${position}`;
  const shown = useRef({ place: '', row: -1 });

  useLayoutEffect(() => {
    const element = scroller.current;
    const before = shown.current;
    if (place !== before.place) isFollowing.current = true;
    if (!element || isFollowing.current || row < 0 || before.row < 0 || row === before.row) return;
    shown.current = { place, row };
    element.scrollTo({ top: element.scrollTop + (row - before.row) * laneHeight, behavior: 'instant' });
  }, [scroller, isFollowing, place, row]);

  useEffect(() => {
    const element = scroller.current;
    const before = shown.current;
    if (!element || (place === before.place && row === before.row)) return;
    shown.current = { place, row };
    if (!isFollowing.current) return;
    keepInSight(element, x * factor, Math.max(0, row) * laneHeight);
    moveFocus(element, position);
  }, [scroller, isFollowing, place, x, row, position, factor]);
};
