import type { Json } from '../definitions.ts';

/** A recorded event with all that is known of it. */
export type LoggedEvent = {
  type: string;
  data: Json;
  metadata: {
    eventId: string;
    streamName: string;
    streamPosition: number;
    globalPosition: number;
    recordedAt: string;
    schemaVersion: number;
    [added: string]: Json | undefined;
  };
};

/** What the events of a page have in common is written once: less than half of what they would take one by one. */
type Page = {
  /** Global position of the first event; the others follow it. */
  from: number;
  types: string[];
  streams: string[];
  events: Row[];
};

type Row = [
  type: number,
  stream: number,
  streamPosition: number,
  /** In milliseconds where the text follows from them. */
  recordedAt: number | string,
  eventId: string,
  schemaVersion: number,
  data: Json,
  added?: { [name: string]: Json | undefined },
];

const numbering = () => {
  const numbers = new Map<string, number>();
  return {
    numberOf: (name: string): number => {
      const number = numbers.get(name) ?? numbers.size;
      numbers.set(name, number);
      return number;
    },
    names: (): string[] => [...numbers.keys()],
  };
};

const shortTime = (recordedAt: string): number | string => {
  const time = Date.parse(recordedAt);
  return !Number.isNaN(time) && new Date(time).toISOString() === recordedAt ? time : recordedAt;
};

/** Events that follow each other, as text. */
export const textOfEvents = (events: readonly LoggedEvent[]): string => {
  const [types, streams] = [numbering(), numbering()];
  const rows = events.map(({ type, data, metadata }): Row => {
    const { eventId, streamName, streamPosition, globalPosition: _, recordedAt, schemaVersion, ...added } = metadata;
    const row = [
      types.numberOf(type),
      streams.numberOf(streamName),
      streamPosition,
      shortTime(recordedAt),
      eventId,
      schemaVersion,
      data,
    ] as const;
    return Object.keys(added).length > 0 ? [...row, added] : [...row];
  });
  const from = events[0]?.metadata.globalPosition ?? 0;
  const page: Page = { from, types: types.names(), streams: streams.names(), events: rows };
  return JSON.stringify(page);
};

/** The same events again. */
export const eventsOfText = (text: string): LoggedEvent[] => {
  const { from, types, streams, events } = JSON.parse(text) as Page;
  return events.map(
    ([type, stream, streamPosition, recordedAt, eventId, schemaVersion, data, added], index): LoggedEvent => ({
      type: types[type] ?? '',
      data,
      metadata: {
        ...added,
        eventId,
        streamName: streams[stream] ?? '',
        streamPosition,
        globalPosition: from + index,
        recordedAt: typeof recordedAt === 'number' ? new Date(recordedAt).toISOString() : recordedAt,
        schemaVersion,
      },
    }),
  );
};
