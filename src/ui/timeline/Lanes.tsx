import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { workspace } from '#state';
import { EmptyState } from '../kit/EmptyState.tsx';
import { timelineTexts } from '../text/timeline.ts';
import { useApp } from '../useApp.ts';
import { Chip } from './Chip.tsx';
import styles from './Lanes.module.css';
import { cursorX, itemsBetween, layoutTimeline, type TimelineItem } from './timelineLayout.ts';
import { hueByType } from './typeColors.ts';

const laneHeight = 34;
/** Rendered beyond what is seen, so that scrolling shows no gaps. */
const overscan = 300;

const keyOf = (item: TimelineItem): string => (item.kind === 'event' ? `e${item.position}` : item.record.commandId);

/** What part of the axis can be seen; changes with scrolling and size. */
const useWindow = (scroller: RefObject<HTMLDivElement | null>) => {
  const [seen, setSeen] = useState({ from: 0, to: 2000 });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = () =>
      setSeen({ from: element.scrollLeft - overscan, to: element.scrollLeft + element.clientWidth + overscan });
    look();
    element.addEventListener('scroll', look, { passive: true });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      observer.disconnect();
    };
  }, [scroller]);
  return seen;
};

/** Scrolls just as far as needed for the place to be well in sight. */
const keepInSight = (element: HTMLElement, x: number, y: number) => {
  const margin = 60;
  if (x < element.scrollLeft + margin) element.scrollLeft = x - margin;
  else if (x > element.scrollLeft + element.clientWidth - margin) element.scrollLeft = x - element.clientWidth + margin;
  if (y < element.scrollTop) element.scrollTop = y;
  else if (y + laneHeight > element.scrollTop + element.clientHeight)
    element.scrollTop = y + laneHeight - element.clientHeight;
};

const LaneNames = ({ lanes }: { lanes: ReturnType<typeof layoutTimeline>['lanes'] }) => {
  const watched = useApp((state) => state.watchedStream);
  return (
    <ul className={styles.names} aria-label={timelineTexts.lanes}>
      {lanes.map(({ stream, isGhost }) => (
        <li key={stream} style={{ height: laneHeight }} data-ghost={isGhost || undefined}>
          <button
            type="button"
            title={isGhost ? `${stream}: ${timelineTexts.notStored}` : stream}
            aria-pressed={watched === stream}
            onClick={() => workspace.watchStream(watched === stream ? null : stream)}
          >
            {stream}
          </button>
        </li>
      ))}
    </ul>
  );
};

/** One row a stream, a chip an event, refused commands hollow between them. */
export const Lanes = () => {
  const events = useApp((state) => state.events);
  const commands = useApp((state) => state.commands);
  const position = useApp((state) => (state.cursor === 'now' ? state.events.length : state.cursor));
  const layout = useMemo(() => layoutTimeline(events, commands), [events, commands]);
  const hues = useMemo(() => hueByType(events), [events]);
  const scroller = useRef<HTMLDivElement>(null);
  const seen = useWindow(scroller);
  const cursor = cursorX(layout, position);
  const streamAtCursor = events[position - 1]?.metadata.streamName;
  const laneAtCursor = layout.lanes.findIndex(({ stream }) => stream === streamAtCursor);

  useEffect(() => {
    if (scroller.current) keepInSight(scroller.current, cursor, Math.max(0, laneAtCursor) * laneHeight);
  }, [cursor, laneAtCursor]);

  if (layout.items.length === 0)
    return <EmptyState title={timelineTexts.nothingYet}>{timelineTexts.howToBegin}</EmptyState>;
  return (
    <div ref={scroller} className={styles.lanes}>
      <LaneNames lanes={layout.lanes} />
      <div className={styles.axis} style={{ width: layout.width + 24, height: layout.lanes.length * laneHeight }}>
        {layout.lanes.map(({ stream, isGhost }, lane) => (
          <div
            key={stream}
            className={styles.lane}
            data-ghost={isGhost || undefined}
            style={{ top: lane * laneHeight, height: laneHeight }}
          />
        ))}
        <div className={styles.cursor} style={{ left: cursor }} />
        {itemsBetween(layout, seen.from, seen.to).map((item) => (
          <Chip
            key={keyOf(item)}
            item={item}
            top={item.lane * laneHeight}
            hue={item.kind === 'event' ? (hues.get(item.event.type) ?? 0) : 0}
            isCurrent={item.kind === 'event' && item.position === position}
            isAhead={item.kind === 'event' ? item.position > position : item.afterPosition > position}
          />
        ))}
      </div>
    </div>
  );
};
