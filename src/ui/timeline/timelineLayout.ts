import type { CommandRecord, RecordedEvent } from '#state';

/** Something that stands on a lane: an event at its position, or a refused command hanging between two positions. */
export type TimelineItem = { lane: number; x: number; width: number } & (
  | { kind: 'event'; position: number; event: RecordedEvent }
  | { kind: 'refusal'; afterPosition: number; record: CommandRecord }
);

/** One row a stream; a ghost where commands were refused before anything was stored. */
export type Lane = { stream: string; isGhost: boolean };

export type TimelineLayout = {
  lanes: Lane[];
  /** In the order in which they happened, x growing. */
  items: TimelineItem[];
  width: number;
};

export const eventWidth = 40;
export const refusalWidth = 24;

const isRefusal = ({ outcome }: CommandRecord): boolean => outcome.kind !== 'appended';

const refusalsByPosition = (commands: CommandRecord[]): Map<number, CommandRecord[]> => {
  const byPosition = new Map<number, CommandRecord[]>();
  for (const record of commands.filter(isRefusal).toSorted((one, other) => one.sequence - other.sequence)) {
    const hanging = byPosition.get(record.afterPosition);
    if (hanging) hanging.push(record);
    else byPosition.set(record.afterPosition, [record]);
  }
  return byPosition;
};

/** Places events and refused commands on one shared axis, so that the order over all streams can be read off. */
export const layoutTimeline = (events: RecordedEvent[], commands: CommandRecord[]): TimelineLayout => {
  const refusals = refusalsByPosition(commands);
  const lanes: Lane[] = [];
  const laneOf = new Map<string, number>();
  const items: TimelineItem[] = [];
  let x = 0;

  const laneFor = (stream: string, isGhost: boolean): number => {
    const known = laneOf.get(stream);
    const lane = known ?? lanes.push({ stream, isGhost }) - 1;
    laneOf.set(stream, lane);
    const there = lanes[lane];
    if (there && !isGhost) there.isGhost = false;
    return lane;
  };
  const hangAfter = (position: number): void => {
    for (const record of refusals.get(position) ?? []) {
      const lane = laneFor(record.stream, true);
      items.push({ kind: 'refusal', lane, x, width: refusalWidth, afterPosition: position, record });
      x += refusalWidth;
    }
  };

  hangAfter(0);
  for (const event of events) {
    const position = event.metadata.globalPosition;
    const lane = laneFor(event.metadata.streamName, false);
    items.push({ kind: 'event', lane, x, width: eventWidth, position, event });
    x += eventWidth;
    hangAfter(position);
  }
  return { lanes, items, width: x };
};

export const itemAt = ({ items }: TimelineLayout, position: number): TimelineItem | undefined =>
  items.find((item) => item.kind === 'event' && item.position === position);

/** Where the cursor stands on the axis: behind the event at the position, before what hangs after it. */
export const cursorX = (layout: TimelineLayout, position: number): number => {
  const at = itemAt(layout, position);
  return at ? at.x + at.width : 0;
};

/** The items that can be seen between two places of the axis; found by halving, as they are ordered by x. */
export const itemsBetween = ({ items }: TimelineLayout, from: number, to: number): TimelineItem[] => {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item && item.x + item.width < from) low = middle + 1;
    else high = middle;
  }
  const visible: TimelineItem[] = [];
  for (let index = low; index < items.length; index += 1) {
    const item = items[index];
    if (!item || item.x > to) break;
    visible.push(item);
  }
  return visible;
};

/** The second half of verbs such as "rung up" and "checked out", which says nothing by itself. */
const particle = /(?<=.)(Up|Out|In|Down|Off|On|Open|Back)$/;

/** "ProductItemAdded" → "Add", "SaleRungUp" → "Rung": what fits on a chip is what happened; the rest is in its label. */
export const shortName = (type: string): string => {
  const [verb = type] = type.replace(particle, '').match(/[A-Z]?[^A-Z]*$/) ?? [];
  return (verb || type).replace(/(?<=..)ed$/, '').slice(0, 4);
};
