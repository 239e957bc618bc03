import { useMemo } from 'react';
import { hueOf, includesPosition, type Positions, typeAt } from '#model';
import { useApp } from '../useApp.ts';
import { endRoom, isFarAt, isNamedAt } from './axisZoom.ts';
import { Chip, RefusalChip } from './Chip.tsx';
import { useDock } from './dockStore.ts';
import { FarLanes } from './FarLanes.tsx';
import styles from './Lanes.module.css';
import { laneHeight } from './laneHeight.ts';
import { useLanes } from './lanesStore.ts';
import { positionAt, reachedByTab } from './positionAt.ts';
import { cursorX, itemAt, itemsBetween, type Lane, type TimelineItem, type TimelineLayout } from './timelineLayout.ts';
import type { Seen } from './useSeenPart.ts';

type AxisProps = {
  layout: TimelineLayout;
  lanes: readonly Lane[];
  rows: { first: number; last: number };
  factor: number;
  seen: Seen;
};

const keyOf = (item: TimelineItem): string => (item.kind === 'event' ? `e${item.position}` : item.record.commandId);

/** The items in sight, and always the one that Tab reaches; from afar that one alone. */
const shownItems = ({ layout, factor, seen }: AxisProps, stop: number): TimelineItem[] => {
  const visible = isFarAt(factor) ? [] : itemsBetween(layout, seen.from / factor, seen.to / factor);
  const reached = itemAt(layout, stop);
  const isThere = visible.some((item) => item.kind === 'event' && item.position === stop);
  return reached && !isThere ? [...visible, reached] : visible;
};

const useMatches = (): Positions | null =>
  useApp(({ matches, isHidingOthers }) => (matches && !isHidingOthers ? matches.positions : null));

/** Where the events stand that made the value that is asked after. */
const useReasons = (): ReadonlySet<number> => {
  const changes = useApp(({ why }) => why?.history?.changes);
  return useMemo(() => new Set(changes?.map(({ position }) => position)), [changes]);
};

const narrowest = 6;

type ItemsProps = {
  props: AxisProps;
  position: number;
  matches: Positions | null;
  reasons: ReadonlySet<number>;
};

const Items = ({ props, position, matches, reasons }: ItemsProps) => {
  const { layout, lanes, rows, factor } = props;
  const chosen = useDock(({ refusal }) => (refusal?.position === position ? refusal.commandId : null));
  const selected = useLanes((state) => state.selected);
  const stop = reachedByTab(position);
  const rowOf = new Map(lanes.slice(rows.first, rows.last).map(({ stream }, row) => [stream, rows.first + row]));
  return shownItems(props, stop).map((item) => {
    const isStop = item.kind === 'event' && item.position === stop;
    const near = rowOf.get(item.stream);
    const row = near === undefined && isStop ? lanes.findIndex(({ stream }) => stream === item.stream) : near;
    if (row === undefined) return null;
    const width = Math.max(narrowest, item.width * factor - (factor > 0.6 ? 4 : 1));
    // What is drawn wider than it is ends where it ends, at the line of the cursor.
    const left = Math.max(0, Math.min(item.x * factor, (item.x + item.width) * factor - width));
    const placing = { left, top: row * laneHeight, width };
    if (item.kind === 'refusal')
      return (
        <RefusalChip
          key={keyOf(item)}
          {...placing}
          record={item.record}
          position={item.afterPosition}
          isCurrent={item.record.commandId === chosen}
          isAhead={item.afterPosition > position}
        />
      );
    const { types } = layout.history;
    return (
      <Chip
        key={keyOf(item)}
        {...placing}
        type={typeAt(layout.history, item.position) ?? ''}
        stream={item.stream}
        position={item.position}
        hue={hueOf(types.at[item.position - 1] ?? 0)}
        isNamed={isNamedAt(factor)}
        isMatch={!matches || includesPosition(matches, item.position)}
        isSelected={includesPosition(selected, item.position)}
        isReason={reasons.has(item.position)}
        isCurrent={!chosen && item.position === position}
        isAhead={item.position > position}
        isTabStop={isStop}
      />
    );
  });
};

/** Events and refused commands in the order in which they happened, on the lanes of their streams. */
export const Axis = (props: AxisProps) => {
  const { layout, lanes, rows, factor, seen } = props;
  const position = useApp(positionAt);
  const matches = useMatches();
  const reasons = useReasons();
  const isFar = isFarAt(factor);
  const cursor = cursorX(layout, position) * factor;
  return (
    <div
      className={styles.axis}
      style={{ width: layout.width * factor + endRoom, height: lanes.length * laneHeight }}
      data-far={isFar || undefined}
    >
      {lanes.slice(rows.first, rows.last).map(({ stream, isGhost }, row) => (
        <div
          key={stream}
          className={styles.lane}
          data-ghost={isGhost || undefined}
          style={{ top: (rows.first + row) * laneHeight, height: laneHeight }}
        />
      ))}
      {isFar && (
        <FarLanes
          layout={layout}
          lanes={lanes}
          rows={rows}
          factor={factor}
          seen={seen}
          matches={matches}
          reasons={reasons}
        />
      )}
      {isFar && <div className={styles.ahead} style={{ left: cursor }} />}
      <div className={styles.cursor} style={{ transform: `translateX(${cursor}px)` }} />
      <Items props={props} position={position} matches={matches} reasons={reasons} />
    </div>
  );
};
