import { growingIndex, type HistoryIndex, type IndexedEvent } from './historyIndex.ts';

/** Events that are read as a list is, also where they are not all held as objects. Arrays are such. */
export type EventList<E> = Iterable<E> & {
  readonly length: number;
  /** Counted from 0, or backwards from the end where negative. */
  at(place: number): E | undefined;
  slice(from?: number, to?: number): E[];
};

/** The event at a position, which is 1-based: none at 0, before the first. */
export const eventAt = <E>(events: EventList<E>, position: number): E | undefined =>
  position > 0 ? events.at(position - 1) : undefined;

/** A history of which most is held as text. `index` knows it all, and what has come since. */
export type EventLog<E> = EventList<E> & { readonly index: HistoryIndex };

/** How events become text, and events again. */
type EventText<E> = { read: (text: string) => E[]; write: (events: E[]) => string };

export type GrowingLog<E> = {
  /** What is there now; it stays the same when more comes. */
  now: () => EventLog<E>;
  /** Those that are there already are passed over, by their positions. */
  add: (events: readonly E[]) => void;
  /** The same of a page of text, which is kept as it is. */
  addText: (text: string) => void;
  /** Events that are held as objects. */
  held: () => number;
};

type Logged = IndexedEvent & { metadata: { globalPosition: number } };

/** Events from one place to another, counted from 0; so many of the text stand before them. */
type Page = { from: number; to: number; text: string; before: number };

/** Events of a page that is made here. */
const pageSize = 1000;
/** Pages that are held as events beside their text: those that were read last. */
const openPages = 16;

/**
 * A log that may be very long: the newest events are objects, older ones text by pages, of which those that are looked
 * at are read and held for a while.
 */
export const openEventLog = <E extends Logged>(format: EventText<E>): GrowingLog<E> => {
  const { index, extend } = growingIndex();
  const pages: Page[] = [];
  const opened = new Map<Page, E[]>();
  let recent: E[] = [];

  const inPages = (): number => pages.at(-1)?.to ?? 0;

  const keepOpen = (page: Page, events: E[]): E[] => {
    opened.delete(page);
    opened.set(page, events);
    for (const oldest of opened.keys()) {
      if (opened.size <= openPages) break;
      opened.delete(oldest);
    }
    return events;
  };

  const addPage = (text: string, events: E[], before: number): void => {
    const page = { from: inPages(), to: inPages() + events.length, text, before };
    pages.push(page);
    keepOpen(page, events);
  };

  /** The oldest of the recent events become a page. */
  const putAway = (count: number): void => {
    if (count === 0) return;
    const oldest = recent.slice(0, count);
    recent = recent.slice(count);
    addPage(format.write(oldest), oldest, 0);
  };

  const eventsOf = (page: Page): E[] => opened.get(page) ?? format.read(page.text).slice(page.before);

  const eventAt = (place: number): E | undefined => {
    const page = place < inPages() ? pages[pageOf(pages, place)] : undefined;
    return page ? keepOpen(page, eventsOf(page))[place - page.from] : recent[place - inPages()];
  };

  /** Page by page: what is walked through does not push out what is looked at. */
  function* parts(from: number, to: number): Generator<E[]> {
    for (let number = pageOf(pages, from); number < pages.length; number += 1) {
      const page = pages[number];
      if (!page || page.from >= to) return;
      yield eventsOf(page).slice(Math.max(0, from - page.from), to - page.from);
    }
    const start = inPages();
    if (to > start) yield recent.slice(Math.max(0, from - start), to - start);
  }

  const logOf = (length: number): EventLog<E> => ({
    index,
    length,
    at: (place) => {
      const counted = place < 0 ? length + place : place;
      return counted >= 0 && counted < length ? eventAt(counted) : undefined;
    },
    slice: (from, to) => {
      const [first, last] = rangeOf(length, from, to);
      return first < last ? [...parts(first, last)].flat() : [];
    },
    *[Symbol.iterator]() {
      for (const part of parts(0, length)) yield* part;
    },
  });

  let shown = logOf(0);
  const fresh = (events: readonly E[]): E[] => events.filter(({ metadata }) => metadata.globalPosition > index.length);

  return {
    now: () => {
      if (shown.length !== index.length) shown = logOf(index.length);
      return shown;
    },
    add: (events) => {
      const added = fresh(events);
      for (const event of added) recent.push(event);
      extend(added);
      while (recent.length >= 2 * pageSize) putAway(pageSize);
    },
    addText: (text) => {
      const events = format.read(text);
      const added = fresh(events);
      if (added.length === 0) return;
      putAway(recent.length);
      addPage(text, added, events.length - added.length);
      extend(added);
    },
    held: () => recent.length + [...opened.values()].reduce((sum, { length }) => sum + length, 0),
  };
};

/** The number of the page that holds the place, found by halving. */
const pageOf = (pages: readonly Page[], place: number): number => {
  let low = 0;
  let high = pages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pages[middle]?.to ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** As arrays count: from the end where negative. */
const rangeOf = (length: number, from = 0, to = length): [first: number, last: number] => {
  const counted = (place: number): number => Math.min(length, place < 0 ? Math.max(0, length + place) : place);
  return [counted(from), counted(to)];
};
