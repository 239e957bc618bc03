import type { EventList } from './eventLog.ts';
import type { HistoryIndex, NamesAt } from './historyIndex.ts';

/** What an event has to be, or to hold, to be let through. */
export type FilterTerm = { by: 'type' | 'stream' | 'correlation' | 'text'; value: string };

/** Terms of one kind are alternatives, but every text has to be there; what each kind lets through, all have to. */
export type HistoryFilter = readonly FilterTerm[];

/** The events that a filter lets through, as far as it has looked. */
export type Matches = {
  readonly filter: HistoryFilter;
  readonly positions: readonly number[];
  readonly lookedUpTo: number;
};

type SearchedEvent = { type: string; data: unknown; metadata: { streamName: string; correlationId?: unknown } };

const holdsText = (value: unknown, text: string): boolean => {
  if (typeof value === 'string') return value.toLowerCase().includes(text);
  if (value === null || value === undefined) return false;
  if (typeof value !== 'object') return String(value).includes(text);
  for (const key in value)
    if (key.toLowerCase().includes(text) || holdsText((value as { [key: string]: unknown })[key], text)) return true;
  return false;
};

const eventHolds = ({ type, data, metadata }: SearchedEvent, text: string): boolean =>
  type.toLowerCase().includes(text) ||
  metadata.streamName.toLowerCase().includes(text) ||
  holdsText(metadata.correlationId, text) ||
  holdsText(data, text);

type Test = (position: number) => boolean;

const testOfNames = (names: NamesAt, values: readonly string[]): Test => {
  const wanted = new Set(values.flatMap((value) => names.numbers.get(value) ?? []));
  return (position) => wanted.has(names.at[position - 1] ?? -1);
};

const valuesOf = (filter: HistoryFilter, by: FilterTerm['by']): string[] =>
  filter.filter((term) => term.by === by).map(({ value }) => value);

/** The cheap questions come first: texts are looked for only in what the others let through. */
const testsOf = (filter: HistoryFilter, index: HistoryIndex, events: EventList<SearchedEvent>): Test[] => {
  const named: [FilterTerm['by'], NamesAt][] = [
    ['type', index.types],
    ['stream', index.streams],
    ['correlation', index.correlations],
  ];
  const byName = named.flatMap(([by, names]) => {
    const values = valuesOf(filter, by);
    return values.length > 0 ? [testOfNames(names, values)] : [];
  });
  const texts = valuesOf(filter, 'text').map((text) => text.toLowerCase());
  const byText: Test[] = texts.map((text) => (position) => {
    const event = events.at(position - 1);
    return event !== undefined && eventHolds(event, text);
  });
  return [...byName, ...byText];
};

export const noMatches = (filter: HistoryFilter): Matches => ({ filter, positions: [], lookedUpTo: 0 });

/**
 * Looks on from where the matches end, at so many events at most: a long history is filtered piece by piece, and one
 * that has grown only in what is new.
 */
export const lookOn = (
  matches: Matches,
  index: HistoryIndex,
  events: EventList<SearchedEvent>,
  atMost = Number.POSITIVE_INFINITY,
): Matches => {
  const { filter, lookedUpTo } = matches;
  const upTo = Math.min(index.length, lookedUpTo + atMost);
  const tests = testsOf(filter, index, events);
  const found: number[] = [];
  for (let position = lookedUpTo + 1; position <= upTo; position += 1)
    if (tests.every((test) => test(position))) found.push(position);
  const positions = found.length > 0 ? matches.positions.concat(found) : matches.positions;
  return { filter, positions, lookedUpTo: upTo };
};

/** The filter with the term, or without it where it was there. */
export const toggled = (filter: HistoryFilter, { by, value }: FilterTerm): HistoryFilter => {
  const without = filter.filter((term) => term.by !== by || term.value !== value);
  return without.length < filter.length ? without : [...filter, { by, value }];
};
