import { type RefObject, useLayoutEffect, useState } from 'react';

/** The part of the lanes that is drawn: a little more than what is seen, in pixels of the axis. */
export type Seen = {
  from: number;
  to: number;
  top: number;
  bottom: number;
  width: number;
  /** What is seen itself, as exactly as it is looked at. */
  nearFrom: number;
  nearTo: number;
};

/** Drawn beyond what is seen, so that scrolling shows no gaps. */
const overscan = 300;
/** What is drawn is looked at anew only after so much of it has been scrolled away. */
const enough = 120;

const isNear = (one: Seen, other: Seen): boolean =>
  one.width === other.width &&
  Math.abs(one.from - other.from) < enough &&
  Math.abs(one.to - other.to) < enough &&
  Math.abs(one.top - other.top) < enough &&
  Math.abs(one.bottom - other.bottom) < enough;

/** The names stand before the axis, and stay there while it is scrolled. */
export const namesWidth = (scroller: HTMLElement): number => scroller.querySelector('ul')?.offsetWidth ?? 0;

/** Changes with scrolling and size, not with every pixel of them. */
export const useSeenPart = (scroller: RefObject<HTMLDivElement | null>): Seen => {
  const [seen, setSeen] = useState<Seen>({
    from: -overscan,
    to: 2000,
    top: -overscan,
    bottom: 1000,
    width: 800,
    nearFrom: 0,
    nearTo: 2000,
  });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = () => {
      const { scrollLeft, scrollTop, clientWidth, clientHeight } = element;
      const width = Math.max(1, clientWidth - namesWidth(element));
      const now = {
        from: scrollLeft - overscan,
        to: scrollLeft + clientWidth + overscan,
        top: scrollTop - overscan,
        bottom: scrollTop + clientHeight + overscan,
        width,
        nearFrom: scrollLeft - enough,
        nearTo: scrollLeft + width + enough,
      };
      setSeen((before) => (isNear(before, now) ? before : now));
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    return () => {
      element.removeEventListener('scroll', look);
      observer.disconnect();
    };
  }, [scroller]);
  return seen;
};
