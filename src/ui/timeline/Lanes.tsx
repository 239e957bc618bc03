import { History } from 'lucide-react';
import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { categoryOf, streamIdOf } from '#model';
import { workspace } from '#state';
import { EmptyState } from '../kit/EmptyState.tsx';
import { tooltip } from '../kit/tooltip.ts';
import { timelineTexts } from '../text/timeline.ts';
import { useApp } from '../useApp.ts';
import { Chip } from './Chip.tsx';
import { useDock } from './dockStore.ts';
import styles from './Lanes.module.css';
import { positionAt } from './positionAt.ts';
import { cursorX, itemAt, itemsBetween, type Lane, layoutTimeline, type TimelineItem } from './timelineLayout.ts';
import { hueByType } from './typeColors.ts';

const laneHeight = 34;
/** Rendered beyond what is seen, so that scrolling shows no gaps. */
const overscan = 300;
/** Room at the end of the axis, so that the last chip does not stick to the edge. */
const endRoom = 28;
/** What is left in sight on either side of the cursor. */
const context = 130;

const keyOf = (item: TimelineItem): string => (item.kind === 'event' ? `e${item.position}` : item.record.commandId);

/** What part of the axis can be seen; changes with scrolling and size. */
const useSeenPart = (scroller: RefObject<HTMLDivElement | null>) => {
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

/** The scroll offset that leaves a place in sight, as near to the present one as can be. */
const offsetFor = (present: number, start: number, end: number, length: number): number => {
  if (start < present) return Math.max(0, start);
  return end > present + length ? end - length : present;
};

/** Scrolls just as far as needed for the place to be well in sight, beside the names that cover the left. */
const keepInSight = (element: HTMLElement, x: number, y: number): void => {
  const names = element.querySelector<HTMLElement>('ul')?.offsetWidth ?? 0;
  const width = element.clientWidth - names;
  const margin = Math.min(context, width / 3);
  const left = offsetFor(element.scrollLeft, x - margin, x + margin, width);
  const top = offsetFor(element.scrollTop, y, y + laneHeight, element.clientHeight);
  // A glide over many screens would show nothing but a blur.
  const isFar = Math.abs(left - element.scrollLeft) > 2 * width;
  element.scrollTo({ left, top, behavior: isFar ? 'instant' : 'auto' });
};

/** Where a chip has the focus, it goes along with the cursor, so that arrows walk on from there. */
const moveFocus = (element: HTMLElement, position: number): void => {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || !element.contains(focused) || !focused.dataset.position) return;
  element.querySelector<HTMLElement>(`[data-position="${Math.max(1, position)}"]`)?.focus({ preventScroll: true });
};

const LaneNames = ({ lanes }: { lanes: Lane[] }) => {
  const watched = useApp((state) => state.watchedStream);
  return (
    <ul className={styles.names} aria-label={timelineTexts.lanes}>
      {lanes.map(({ stream, isGhost }) => (
        <li key={stream} style={{ height: laneHeight }} data-ghost={isGhost || undefined}>
          <button
            type="button"
            aria-label={stream}
            aria-pressed={watched === stream}
            {...tooltip(isGhost ? timelineTexts.ghostLane(stream) : timelineTexts.watchStream(stream))}
            onClick={() => workspace.watchStream(watched === stream ? null : stream)}
          >
            <span className={styles.category}>{categoryOf(stream)}</span>
            <span>-{streamIdOf(stream)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
};

const useLayout = () => {
  const events = useApp((state) => state.events);
  const commands = useApp((state) => state.commands);
  const layout = useMemo(() => layoutTimeline(events, commands), [events, commands]);
  const hues = useMemo(() => hueByType(events), [events]);
  return { layout, hues };
};

/** The items in sight, and always the one that Tab reaches. */
const shownItems = (layout: ReturnType<typeof layoutTimeline>, seen: { from: number; to: number }, stop: number) => {
  const visible = itemsBetween(layout, seen.from, seen.to);
  const reached = itemAt(layout, stop);
  return reached && !visible.includes(reached) ? [...visible, reached] : visible;
};

type AxisProps = ReturnType<typeof useLayout> & { seen: { from: number; to: number } };

const Axis = ({ layout, hues, seen }: AxisProps) => {
  const position = useApp(positionAt);
  const chosen = useDock(({ refusal }) => (refusal?.position === position ? refusal.commandId : null));
  const stop = Math.max(1, position);
  return (
    <div className={styles.axis} style={{ width: layout.width + endRoom, height: layout.lanes.length * laneHeight }}>
      {layout.lanes.map(({ stream, isGhost }, lane) => (
        <div
          key={stream}
          className={styles.lane}
          data-ghost={isGhost || undefined}
          style={{ top: lane * laneHeight, height: laneHeight }}
        />
      ))}
      <div className={styles.cursor} style={{ left: cursorX(layout, position) }} />
      {shownItems(layout, seen, stop).map((item) => (
        <Chip
          key={keyOf(item)}
          item={item}
          top={item.lane * laneHeight}
          hue={item.kind === 'event' ? (hues.get(item.event.type) ?? 0) : 0}
          isCurrent={item.kind === 'event' ? !chosen && item.position === position : item.record.commandId === chosen}
          isAhead={item.kind === 'event' ? item.position > position : item.afterPosition > position}
          isTabStop={item.kind === 'event' && item.position === stop}
        />
      ))}
    </div>
  );
};

/** One row a stream, a chip an event, refused commands hollow between them. */
const Streams = () => {
  const { layout, hues } = useLayout();
  const position = useApp(positionAt);
  const isNow = useApp(({ cursor }) => cursor === 'now');
  const scroller = useRef<HTMLDivElement>(null);
  const seen = useSeenPart(scroller);
  // Now, what has come last is a refused command as often as an event.
  const shown = isNow ? layout.items.at(-1) : itemAt(layout, position);
  const x = shown ? shown.x + shown.width : 0;
  const y = (shown?.lane ?? 0) * laneHeight;

  useEffect(() => {
    if (!scroller.current) return;
    keepInSight(scroller.current, x, y);
    moveFocus(scroller.current, position);
  }, [x, y, position]);

  return (
    <div ref={scroller} className={styles.lanes}>
      <LaneNames lanes={layout.lanes} />
      <Axis layout={layout} hues={hues} seen={seen} />
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
