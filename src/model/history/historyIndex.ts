import type { Positions } from './positions.ts';

/** A recorded event, as far as the index looks at it. */
export type IndexedEvent = {
  type: string;
  metadata: { streamName: string; recordedAt: string; correlationId?: unknown };
};

/** One name for each event, stored as its number: `at[position - 1]` is the number of the name of that event. */
export type NamesAt = { names: readonly string[]; numbers: ReadonlyMap<string, number>; at: readonly number[] };

/** With all positions of each name, by its number. */
export type NamesIndex = NamesAt & { positions: readonly Positions[] };

/**
 * What is asked of a history again and again, answered without a walk over its events: how many of a type so far, the
 * next one of a stream, the time of an event. It grows with the log; its names are in the order of their first event.
 */
export type HistoryIndex = {
  /** The number of events. */
  readonly length: number;
  readonly types: NamesIndex;
  readonly streams: NamesIndex;
  /** '' where an event names none. */
  readonly correlations: NamesAt;
  /** When each event was recorded, in milliseconds since 1970. */
  readonly times: readonly number[];
};

type Growing = { names: string[]; numbers: Map<string, number>; at: number[]; positions: number[][] };

const noNames = (): Growing => ({ names: [], numbers: new Map(), at: [], positions: [] });

const addName = (index: Growing, name: string): number => {
  const known = index.numbers.get(name);
  const number = known ?? index.names.push(name) - 1;
  if (known === undefined) index.numbers.set(name, number);
  index.at.push(number);
  return number;
};

const addWithPosition = (index: Growing, name: string, position: number): void => {
  const number = addName(index, name);
  const positions = index.positions[number];
  if (positions) positions.push(position);
  else index.positions[number] = [position];
};

/** An index that is extended in place by the events that follow: what it answers for earlier positions stays as it is. */
export const growingIndex = (): { index: HistoryIndex; extend: (following: Iterable<IndexedEvent>) => void } => {
  const types = noNames();
  const streams = noNames();
  const correlations = noNames();
  const times: number[] = [];
  const index = { length: 0, types, streams, correlations, times };
  const extend = (following: Iterable<IndexedEvent>): void => {
    for (const { type, metadata } of following) {
      const position = index.length + 1;
      const { streamName, recordedAt, correlationId } = metadata;
      addWithPosition(types, type, position);
      addWithPosition(streams, streamName, position);
      addName(correlations, typeof correlationId === 'string' ? correlationId : '');
      times.push(Date.parse(recordedAt));
      index.length = position;
    }
  };
  return { index, extend };
};

export const indexOf = (events: Iterable<IndexedEvent>): HistoryIndex => {
  const { index, extend } = growingIndex();
  extend(events);
  return index;
};

const nothing: Positions = [];

/** All positions of a name; none where the history does not know it. */
export const positionsOf = ({ numbers, positions }: NamesIndex, name: string): Positions =>
  positions[numbers.get(name) ?? -1] ?? nothing;

/** The last position of any of the names; 0 where the history knows none. */
export const lastPositionOf = (index: NamesIndex, names: readonly string[]): number =>
  Math.max(0, ...names.map((name) => positionsOf(index, name).at(-1) ?? 0));

/** The type of the event at a position; none where nothing is recorded there. */
export const typeAt = ({ types }: HistoryIndex, position: number): string | undefined =>
  types.names[types.at[position - 1] ?? -1];

/** The stream of the event at a position. */
export const streamAt = ({ streams }: HistoryIndex, position: number): string | undefined =>
  streams.names[streams.at[position - 1] ?? -1];
