import { History } from 'lucide-react';
import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { EmptyState } from '../kit/EmptyState.tsx';
import { timelineTexts } from '../text/timeline.ts';
import { useApp } from '../useApp.ts';
import { Axis } from './Axis.tsx';
import { factorOf, zoomedBy, zoomStep } from './axisZoom.ts';
import { ChipMenu } from './ChipMenu.tsx';
import { keepInSight, moveFocus } from './keepInSight.ts';
import { LaneNames } from './LaneNames.tsx';
import styles from './Lanes.module.css';
import { LanesBar } from './LanesBar.tsx';
import { laneHeight } from './laneHeight.ts';
import { lanesNear, rowsBetween, streamsBetween } from './lanesInSight.ts';
import { laneChoiceFor, lanesStore, openChipMenu, setZoom, setZoomer, useLanes } from './lanesStore.ts';
import { positionAt } from './positionAt.ts';
import { cursorX, itemAt, type Lane, lastItem, type TimelineItem, type TimelineLayout } from './timelineLayout.ts';
import { useLanesLayout } from './useLanesLayout.ts';
import { namesWidth, type Seen, useSeenPart } from './useSeenPart.ts';

/** Now, what has come last is a refused command as often as an event. */
const useShownItem = (layout: TimelineLayout): TimelineItem | undefined => {
  const position = useApp(positionAt);
  const isNow = useApp(({ cursor }) => cursor === 'now');
  return isNow ? lastItem(layout) : itemAt(layout, position);
};

/** All lanes, or those that have something in the part of the axis that is seen, and the one of the cursor. */
const useShownLanes = (layout: TimelineLayout, lanes: readonly Lane[], seen: Seen, factor: number, own = '') => {
  const choice = useLanes(({ laneChoice }) => laneChoiceFor(laneChoice, lanes.length));
  const watched = useApp((state) => state.watchedStream);
  return useMemo(() => {
    if (choice === 'all') return lanes;
    const near = streamsBetween(layout, seen.from / factor, seen.to / factor);
    return lanesNear(lanes, new Set([...near, own, watched ?? '']));
  }, [choice, layout, lanes, seen, factor, own, watched]);
};

/** Ctrl and the wheel, as a pinch on a trackpad comes too: the place under the pointer stays where it is. */
const useWheelZoom = (scroller: RefObject<HTMLDivElement | null>, layout: TimelineLayout) => {
  const anchor = useRef<number | null>(null);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const zoom = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const names = namesWidth(element);
      anchor.current = Math.max(0, event.clientX - element.getBoundingClientRect().left - names);
      const by = Math.exp(-Math.max(-60, Math.min(60, event.deltaY)) / 100);
      setZoom(zoomedBy(layout, lanesStore.getState().zoom, element.clientWidth - names, by));
    };
    element.addEventListener('wheel', zoom, { passive: false });
    return () => element.removeEventListener('wheel', zoom);
  }, [scroller, layout]);
  return anchor;
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
const useSteadyZoom = (scroller: RefObject<HTMLDivElement | null>, layout: TimelineLayout, factor: number) => {
  const anchor = useWheelZoom(scroller, layout);
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

/** A press of the right button, or its key, on a chip: what can be done with it. */
const useChipMenu = (scroller: RefObject<HTMLDivElement | null>) =>
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const open = (event: MouseEvent) => {
      const chip = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-position]') : null;
      if (!chip) return;
      event.preventDefault();
      const { left, bottom } = chip.getBoundingClientRect();
      const isByKey = event.clientX === 0 && event.clientY === 0;
      const at = isByKey ? { x: left, y: bottom } : { x: event.clientX, y: event.clientY };
      openChipMenu({ position: Number(chip.dataset.position), at });
    };
    element.addEventListener('contextmenu', open);
    return () => element.removeEventListener('contextmenu', open);
  }, [scroller]);

/** One row a stream, a chip an event, refused commands hollow between them. */
const Streams = () => {
  const { layout, lanes: allLanes } = useLanesLayout();
  const position = useApp(positionAt);
  const scroller = useRef<HTMLDivElement>(null);
  const seen = useSeenPart(scroller);
  const factor = useLanes(({ zoom }) => factorOf(layout, zoom, seen.width));
  const item = useShownItem(layout);
  const lanes = useShownLanes(layout, allLanes, seen, factor, item?.stream);
  const rows = useMemo(() => rowsBetween(seen.top, seen.bottom, lanes.length), [seen, lanes.length]);
  const x = item ? item.x + item.width : cursorX(layout, position);
  const row = useMemo(() => lanes.findIndex(({ stream }) => stream === item?.stream), [lanes, item?.stream]);
  const place = `${x} ${row} ${position}`;
  const shownPlace = useRef('');
  useSteadyZoom(scroller, layout, factor);
  useChipMenu(scroller);
  useZoomKeys(layout, seen.width);

  useEffect(() => {
    if (!scroller.current || shownPlace.current === place) return;
    shownPlace.current = place;
    keepInSight(scroller.current, x * factor, Math.max(0, row) * laneHeight);
    moveFocus(scroller.current, position);
  }, [place, x, row, position, factor]);

  return (
    <div className={styles.streams}>
      <LanesBar layout={layout} streams={allLanes.length} room={seen.width} />
      <div ref={scroller} className={styles.lanes}>
        <LaneNames lanes={lanes} rows={rows} />
        <Axis layout={layout} lanes={lanes} rows={rows} factor={factor} seen={seen} />
      </div>
      <ChipMenu />
    </div>
  );
};

/** The recorded history, stream by stream; before anything was sent, how to begin. */
export const Lanes = () => {
  const isEmpty = useApp(({ events, commands }) => events.length === 0 && commands.length === 0);
  if (!isEmpty) return <Streams />;
  return (
    <EmptyState icon={History} title={timelineTexts.nothingYet}>
      {timelineTexts.howToBegin}
    </EmptyState>
  );
};
