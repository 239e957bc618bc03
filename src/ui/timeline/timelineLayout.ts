import { countUpTo, type HistoryIndex, type Positions } from '#model';
import type { CommandRecord } from '#state';

/** Something that stands on a lane: an event at its position, or a refused command hanging between two positions. */
export type TimelineItem = { stream: string; x: number; width: number } & (
  | { kind: 'event'; position: number }
  | { kind: 'refusal'; afterPosition: number; record: CommandRecord }
);

/** One row a stream; a ghost where commands were refused before anything was stored. */
export type Lane = { stream: string; isGhost: boolean };

/**
 * Events and refused commands on one shared axis, so that the order over all streams can be read off. Nothing is laid
 * out one by one: where something stands follows from its number, and what stands at a place is found by halving.
 */
export type TimelineLayout = {
  history: HistoryIndex;
  /** The positions that are shown; `null` = all. */
  shown: Positions | null;
  /** Hanging behind their `afterPosition`, in the order in which they came. */
  refusals: readonly CommandRecord[];
  refusedAfter: Positions;
  /** In places of the axis where nothing is enlarged or made smaller. */
  width: number;
};

export const eventWidth = 40;
export const refusalWidth = 24;

/** Where only some events are shown, what was refused between them is left out. */
export const layoutTimeline = (
  history: HistoryIndex,
  refused: readonly CommandRecord[],
  shown: Positions | null = null,
): TimelineLayout => {
  const refusals = shown ? [] : refused.toSorted((one, other) => one.afterPosition - other.afterPosition);
  return {
    history,
    shown,
    refusals,
    refusedAfter: refusals.map(({ afterPosition }) => afterPosition),
    width: (shown ?? history).length * eventWidth + refusals.length * refusalWidth,
  };
};

const countOf = ({ history, shown }: TimelineLayout): number => (shown ?? history).length;

/** The position of the nth event that is shown, 1-based. */
export const positionOfNth = ({ shown }: TimelineLayout, nth: number): number => (shown ? (shown[nth - 1] ?? 0) : nth);

/** How many events that are shown lie at the position or before it. */
const nthUpTo = ({ history, shown }: TimelineLayout, position: number): number =>
  shown ? countUpTo(shown, position) : Math.min(position, history.length);

/** Where the nth event that is shown begins. */
export const startOfNth = (layout: TimelineLayout, nth: number): number =>
  (nth - 1) * eventWidth + countUpTo(layout.refusedAfter, positionOfNth(layout, nth) - 1) * refusalWidth;

/** Where the cursor stands on the axis: behind the event at the position, before what hangs after it. */
export const cursorX = (layout: TimelineLayout, position: number): number => {
  const nth = nthUpTo(layout, position);
  return nth === 0 ? 0 : startOfNth(layout, nth) + eventWidth;
};

/** The last of the events that are shown, 1-based, that begins at the place or before it; 0 = none. */
export const nthAt = (layout: TimelineLayout, x: number): number => {
  let low = 0;
  let high = countOf(layout);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (startOfNth(layout, middle) <= x) low = middle;
    else high = middle - 1;
  }
  return low;
};

const streamAt = ({ history: { streams } }: TimelineLayout, position: number): string =>
  streams.names[streams.at[position - 1] ?? -1] ?? '';

const eventItem = (layout: TimelineLayout, nth: number): TimelineItem => {
  const position = positionOfNth(layout, nth);
  const x = startOfNth(layout, nth);
  return { kind: 'event', position, stream: streamAt(layout, position), x, width: eventWidth };
};

/** The event at a position, where it is shown. */
export const itemAt = (layout: TimelineLayout, position: number): TimelineItem | undefined => {
  const nth = nthUpTo(layout, position);
  return nth > 0 && positionOfNth(layout, nth) === position ? eventItem(layout, nth) : undefined;
};

/** What was refused behind the nth event, 0 being before the first. */
const hangingBehind = (layout: TimelineLayout, nth: number): TimelineItem[] => {
  const { refusedAfter, refusals } = layout;
  const position = positionOfNth(layout, nth);
  const first = countUpTo(refusedAfter, position - 1);
  const start = cursorX(layout, position);
  return refusals.slice(first, countUpTo(refusedAfter, position)).map((record, index) => ({
    kind: 'refusal',
    afterPosition: position,
    stream: record.stream,
    x: start + index * refusalWidth,
    width: refusalWidth,
    record,
  }));
};

/** What has happened last of all. */
export const lastItem = (layout: TimelineLayout): TimelineItem | undefined => {
  const nth = countOf(layout);
  return hangingBehind(layout, nth).at(-1) ?? (nth > 0 ? eventItem(layout, nth) : undefined);
};

/** The items that can be seen between two places of the axis, in the order in which they happened. */
export const itemsBetween = (layout: TimelineLayout, from: number, to: number): TimelineItem[] => {
  const items: TimelineItem[] = [];
  for (let nth = Math.max(0, nthAt(layout, from) - 1); nth <= countOf(layout); nth += 1) {
    if (nth > 0 && startOfNth(layout, nth) > to) break;
    const here = nth > 0 ? [eventItem(layout, nth), ...hangingBehind(layout, nth)] : hangingBehind(layout, 0);
    items.push(...here.filter(({ x, width }) => x + width >= from && x <= to));
  }
  return items;
};

/** Each stream has a lane, in the order of first appearance, be it by an event or by a command that was refused. */
export const lanesOf = ({ history: { streams }, refusals, shown }: TimelineLayout): Lane[] => {
  const lanes = new Map<string, { stream: string; isGhost: boolean; since: number }>();
  streams.names.forEach((stream, number) => {
    const [since = 0] = streams.positions[number] ?? [];
    lanes.set(stream, { stream, isGhost: false, since });
  });
  for (const { stream, afterPosition } of refusals) {
    const known = lanes.get(stream);
    if (!known) lanes.set(stream, { stream, isGhost: true, since: afterPosition + 0.5 });
    else if (known.since > afterPosition) lanes.set(stream, { ...known, since: afterPosition + 0.5 });
  }
  const wanted = shown ? new Set(shown.map((position) => streams.at[position - 1] ?? -1)) : null;
  return [...lanes.values()]
    .filter(({ stream }) => !wanted || wanted.has(streams.numbers.get(stream) ?? -1))
    .sort((one, other) => one.since - other.since)
    .map(({ stream, isGhost }) => ({ stream, isGhost }));
};
