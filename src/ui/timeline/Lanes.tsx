import { History } from 'lucide-react';
import { type RefObject, useEffect, useMemo, useRef } from 'react';
import { archivedStreamsOf } from '#state';
import { EmptyState } from '../kit/EmptyState.tsx';
import { timelineTexts } from '../text/timeline.ts';
import { useApp } from '../useApp.ts';
import { Axis } from './Axis.tsx';
import { factorOf } from './axisZoom.ts';
import { ChipMenu } from './ChipMenu.tsx';
import { LaneMenu } from './LaneMenu.tsx';
import { LaneNames } from './LaneNames.tsx';
import styles from './Lanes.module.css';
import { LanesBar } from './LanesBar.tsx';
import { lanesNear, rowsBetween, streamsBetween } from './lanesInSight.ts';
import { laneChoiceFor, openChipMenu, openLaneMenu, useLanes } from './lanesStore.ts';
import { positionAt, reachedByTab } from './positionAt.ts';
import { cursorX, itemAt, type Lane, lastItem, type TimelineItem, type TimelineLayout } from './timelineLayout.ts';
import { useAxisZoom } from './useAxisZoom.ts';
import { useCursorInSight } from './useCursorInSight.ts';
import { useLanesLayout } from './useLanesLayout.ts';
import { type Seen, useSeenPart } from './useSeenPart.ts';

/** Now, what has come last is a refused command as often as an event. */
const useShownItem = (layout: TimelineLayout): TimelineItem | undefined => {
  const position = useApp(positionAt);
  const isNow = useApp(({ cursor }) => cursor === 'now');
  return isNow ? lastItem(layout) : itemAt(layout, position);
};

/**
 * All lanes, or those that have something in the part of the axis that is seen; archived ones where they are asked for.
 * That of the cursor is always there: its event stands on no other.
 */
const useShownLanes = (
  layout: TimelineLayout,
  lanes: readonly Lane[],
  seen: Seen,
  factor: number,
  item?: TimelineItem,
) => {
  const reached = useApp((state) => itemAt(layout, reachedByTab(positionAt(state)))?.stream);
  const own = item?.stream;
  const choice = useLanes(({ laneChoice }) => laneChoiceFor(laneChoice, lanes.length));
  const watched = useApp((state) => state.watchedStream);
  const showsArchived = useLanes((state) => state.showsArchived);
  const archived = useApp(archivedStreamsOf);
  const wanted = useMemo(
    () =>
      showsArchived || archived.size === 0
        ? lanes
        : lanes.filter(({ stream }) => !archived.has(stream) || stream === own || stream === reached),
    [lanes, archived, showsArchived, own, reached],
  );
  return useMemo(() => {
    if (choice === 'all') return wanted;
    const near = streamsBetween(layout, seen.nearFrom / factor, seen.nearTo / factor);
    return lanesNear(
      wanted,
      new Set([...near, ...[own, reached, watched].filter((stream) => typeof stream === 'string')]),
    );
  }, [choice, layout, wanted, seen, factor, own, reached, watched]);
};

/** A press of the right button, or its key, on a chip or the name of a lane: what can be done with it. */
const useMenus = (scroller: RefObject<HTMLDivElement | null>) =>
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const open = (event: MouseEvent) => {
      const pressed =
        event.target instanceof Element ? event.target.closest<HTMLElement>('[data-position], [data-stream]') : null;
      if (!pressed) return;
      event.preventDefault();
      const { left, bottom } = pressed.getBoundingClientRect();
      const isByKey = event.clientX === 0 && event.clientY === 0;
      const at = isByKey ? { x: left, y: bottom } : { x: event.clientX, y: event.clientY };
      const { stream, position } = pressed.dataset;
      if (stream === undefined) openChipMenu({ position: Number(position), at });
      else openLaneMenu({ stream, at });
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
  const lanes = useShownLanes(layout, allLanes, seen, factor, item);
  const rows = useMemo(() => rowsBetween(seen.top, seen.bottom, lanes.length), [seen, lanes.length]);
  const x = item ? item.x + item.width : cursorX(layout, position);
  const row = useMemo(() => lanes.findIndex(({ stream }) => stream === item?.stream), [lanes, item?.stream]);
  useAxisZoom(scroller, layout, factor, seen.width);
  useMenus(scroller);
  useCursorInSight(scroller, { x, row, position, factor });

  return (
    <div className={styles.streams}>
      <LanesBar layout={layout} streams={allLanes.length} room={seen.width} />
      <div ref={scroller} className={styles.lanes}>
        <LaneNames lanes={lanes} rows={rows} />
        <Axis layout={layout} lanes={lanes} rows={rows} factor={factor} seen={seen} />
      </div>
      <ChipMenu />
      <LaneMenu />
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
