import { type ChangeSet, eventsOf, type LoggedSet, lastPositionOf, type SetPlace } from './changeSet.ts';
import type { RecordedEvent } from './EventStore.ts';

/**
 * Old change sets as one record: read several times faster than one by one, and most of all as text that nobody here
 * has to parse. Segments follow each other from the first position of the log without a gap.
 */
export type Segment = {
  firstPosition: number;
  /** The record's key: so the first one at or after a position is the one that holds it. */
  lastPosition: number;
  /** What `text` is written in. */
  encoding: 'json';
  /** A `LoggedSet[]`, each set on a line of its own, as `logTextOf` writes it. */
  text: string;
  /** For each stream in here: its name, and its first and last stream position in here. */
  streams: [stream: string, first: number, last: number][];
  /** What the id index holds of its sets. */
  ids: string[];
};

/** Change sets as text. Theirs is taken over as it is: nothing is parsed. */
export const logTextOf = (changeSets: ChangeSet[]): string => wrapped(changeSets.map(lineOf));

const wrapped = (lines: string[]): string => `[\n${lines.join(',\n')}\n]`;

/** The stream stands first, so that a stream's sets can be found in the text (`linesOfStream`). */
const lineOf = ({ text, stream, firstStreamPosition, firstPosition, count, recordedAt, ids }: ChangeSet): string => {
  const place: SetPlace = { stream, firstStreamPosition, firstPosition, count, recordedAt, ids };
  return `${JSON.stringify(place).slice(0, -1)},"events":${text}}`;
};

/** The text of events that are not as they are stored (upcast, say), each as a set of its own. */
export const logTextOfEvents = (events: RecordedEvent[]): string => wrapped(events.map(lineOfEvent));

const lineOfEvent = ({ type, data, metadata }: RecordedEvent): string => {
  const { eventId, streamName, streamPosition, globalPosition, recordedAt, schemaVersion, ...added } = metadata;
  const set: Omit<LoggedSet, 'events'> & { events: object[] } = {
    stream: streamName,
    firstStreamPosition: streamPosition,
    firstPosition: globalPosition,
    count: 1,
    recordedAt,
    ids: { kind: 'list', keys: [eventId] },
    events: [{ type, data, schemaVersion, metadata: added }],
  };
  return JSON.stringify(set);
};

export const setsInText = (text: string): LoggedSet[] => JSON.parse(text) as LoggedSet[];

/** The events of a page of the log, in order. */
export const eventsInText = (text: string): RecordedEvent[] => setsInText(text).flatMap(eventsOf);

/** A stream's sets in a segment, without reading the others: no line break stands in JSON but between the sets. */
export const setsOfStream = ({ text }: Segment, stream: string): LoggedSet[] => {
  const start = `\n{"stream":${JSON.stringify(stream)},`;
  const sets: LoggedSet[] = [];
  for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
    const line = text.slice(at + 1, text.indexOf('\n', at + 1));
    sets.push(JSON.parse(line.endsWith(',') ? line.slice(0, -1) : line) as LoggedSet);
  }
  return sets;
};

/** One segment of change sets that follow each other; there is at least one. */
export const segmentOf = (changeSets: ChangeSet[]): Segment => {
  const streams = new Map<string, Segment['streams'][number]>();
  for (const { stream, firstStreamPosition, count } of changeSets) {
    const last = firstStreamPosition + count - 1;
    const known = streams.get(stream);
    if (known) known[2] = last;
    else streams.set(stream, [stream, firstStreamPosition, last]);
  }
  const [first] = changeSets;
  const last = changeSets.at(-1);
  return {
    firstPosition: first?.firstPosition ?? 0,
    lastPosition: last ? lastPositionOf(last) : 0,
    encoding: 'json',
    text: logTextOf(changeSets),
    streams: [...streams.values()],
    ids: [...new Set(changeSets.flatMap(({ ids }) => (ids.kind === 'fresh' ? [] : ids.keys)))],
  };
};
