import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { useApp } from '../useApp.ts';
import { zoomedBy, zoomStep } from './axisZoom.ts';
import { lanesStore, setZoom, setZoomer } from './lanesStore.ts';
import { positionAt } from './positionAt.ts';
import { cursorX, type TimelineLayout } from './timelineLayout.ts';
import { namesWidth } from './useSeenPart.ts';

type Scroller = RefObject<HTMLDivElement | null>;
/** The place beside the names that shall stay where it is, in pixels; `null` = the cursor. */
type Anchor = RefObject<number | null>;

/** Zooms about a place of the window. */
const zoomAbout = (element: HTMLElement, layout: TimelineLayout, anchor: Anchor, clientX: number, by: number): void => {
  const names = namesWidth(element);
  anchor.current = Math.max(0, clientX - element.getBoundingClientRect().left - names);
  setZoom(zoomedBy(layout, lanesStore.getState().zoom, element.clientWidth - names, by));
};

/** Ctrl and the wheel, as a pinch on a trackpad comes too. */
const useWheelZoom = (scroller: Scroller, layout: TimelineLayout, anchor: Anchor) =>
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const zoom = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const by = Math.exp(-Math.max(-60, Math.min(60, event.deltaY)) / 100);
      zoomAbout(element, layout, anchor, event.clientX, by);
    };
    element.addEventListener('wheel', zoom, { passive: false });
    return () => element.removeEventListener('wheel', zoom);
  }, [scroller, layout, anchor]);

/** Where two fingers are: between them, and how far apart. */
const pinchOf = ({ touches: [one, other] }: TouchEvent): { x: number; distance: number } | null =>
  one && other
    ? {
        x: (one.clientX + other.clientX) / 2,
        distance: Math.max(1, Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY)),
      }
    : null;

/** Two fingers zoom, and move along what is between them; one finger scrolls, as everywhere. */
const usePinch = (scroller: Scroller, layout: TimelineLayout, anchor: Anchor) => {
  const last = useRef<ReturnType<typeof pinchOf>>(null);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const begin = (event: TouchEvent) => {
      last.current = pinchOf(event);
      if (last.current && event.cancelable) event.preventDefault();
    };
    const move = (event: TouchEvent) => {
      const [before, now] = [last.current, pinchOf(event)];
      if (!before || !now) return;
      if (event.cancelable) event.preventDefault();
      last.current = now;
      element.scrollTo({ left: element.scrollLeft - (now.x - before.x), behavior: 'instant' });
      zoomAbout(element, layout, anchor, now.x, now.distance / before.distance);
    };
    element.addEventListener('touchstart', begin, { passive: false });
    element.addEventListener('touchmove', move, { passive: false });
    element.addEventListener('touchend', begin, { passive: false });
    return () => {
      element.removeEventListener('touchstart', begin);
      element.removeEventListener('touchmove', move);
      element.removeEventListener('touchend', begin);
    };
  }, [scroller, layout, anchor]);
};

const useZoomKeys = (layout: TimelineLayout, room: number) =>
  useEffect(() => {
    setZoomer((direction) => {
      const by = direction === 'in' ? zoomStep : 1 / zoomStep;
      setZoom(zoomedBy(layout, lanesStore.getState().zoom, room, by));
    });
    return () => setZoomer(null);
  }, [layout, room]);

/** When the axis grows or shrinks, what was under the pointer, else the cursor, stays in its place. */
const useSteadyZoom = (scroller: Scroller, layout: TimelineLayout, anchor: Anchor, factor: number) => {
  const position = useApp(positionAt);
  const before = useRef(factor);
  useLayoutEffect(() => {
    const element = scroller.current;
    const from = before.current;
    before.current = factor;
    if (!element || from === factor) return;
    const width = element.clientWidth - namesWidth(element);
    const cursor = cursorX(layout, position) * from - element.scrollLeft;
    const at = anchor.current ?? (cursor >= 0 && cursor <= width ? cursor : width / 2);
    anchor.current = null;
    element.scrollTo({ left: ((element.scrollLeft + at) * factor) / from - at, behavior: 'instant' });
  }, [scroller, anchor, layout, factor, position]);
};

/** All ways to draw the axis larger or smaller: wheel, fingers, keys. */
export const useAxisZoom = (scroller: Scroller, layout: TimelineLayout, factor: number, room: number): void => {
  const anchor = useRef<number | null>(null);
  useSteadyZoom(scroller, layout, anchor, factor);
  useWheelZoom(scroller, layout, anchor);
  usePinch(scroller, layout, anchor);
  useZoomKeys(layout, room);
};
