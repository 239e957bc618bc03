import { readAsIn } from '../../readAs.ts';
import type { LoggedSet, SandboxEvent } from '../../Sandbox.ts';
import { NotHeld } from '../errors.ts';
import { isNewBeginning } from '../folding.ts';
import { type Handed, handedFor, refuseUnread } from '../forCode.ts';
import { deepFrozen } from '../plainCopy.ts';
import { parseJson } from '../primordials.ts';
import { sharedFromStored } from '../storage.ts';

type StoredEvent = LoggedSet['events'][number];

/** Characters of pages whose events are held, some 150,000 events; beyond, the pages that came first go. */
const mostHeld = 60_000_000;

/** The log as far as it has been handed over: the set that holds the event at position n stands at n − 1, while it is held. */
const sets: (LoggedSet | undefined)[] = [];
/** What all events are, and which stream has which of them: complete for all that has been handed over, held or not. */
const types: string[] = [];
const streams = new Map<string, number[]>();
/** What the events are that code is handed instead, where a stored one is read as none or as several. */
const typesReadAs = new Map<number, string[]>();
/** Where deleted streams begin again. */
const beginnings = new Set<number>();
/** Each type once, however often it was read. */
const namesOfTypes = new Map<string, string>();
const pages: { first: number; last: number; size: number }[] = [];
let held = 0;

/** Number of events that have been handed over. */
export const handedOver = (): number => types.length;

const setAt = (position: number): LoggedSet => {
  const set = sets[position - 1];
  if (!set) throw new NotHeld(Math.min(position, types.length + 1));
  return set;
};

/**
 * What code of such manners is handed of the event at a position: a new one for each call, or one for all of this step,
 * with data that nobody can change.
 */
export const handedAt = ({ onlyReads }: { onlyReads: boolean }, position: number): Handed[] => {
  const set = setAt(position);
  const stored = storedIn(set, position);
  return onlyReads && !readAsIn(stored.metadata)
    ? [{ type: stored.type, make: sharedEvent(set, stored, position) }]
    : handedFor(eventIn(set, position));
};

const sharedEvent = (set: LoggedSet, stored: StoredEvent, position: number): (() => object) => {
  const { type, data, schemaVersion = 1, metadata } = stored;
  const streamPosition = BigInt(set.firstStreamPosition + position - set.firstPosition);
  const own = {
    eventId: idIn(set, position),
    streamName: set.stream,
    streamPosition,
    globalPosition: BigInt(position),
    recordedAt: set.recordedAt,
    schemaVersion,
  };
  const event = {
    type,
    data: sharedFromStored(data),
    metadata: metadata === undefined ? own : { ...(deepFrozen(metadata) as object), ...own },
  };
  return () => {
    refuseUnread(metadata);
    return event;
  };
};

/** What the event at a position is, also where it is not held any more. */
export const typeAt = (position: number): string => {
  const type = types[position - 1];
  if (type === undefined) throw new NotHeld(types.length + 1);
  return type;
};

/** Whether a deleted stream begins again with the event at a position. */
export const beginsAgainAt = (position: number): boolean => beginnings.has(position);

/** Whether code that hears such types is handed anything of the event at a position. */
export const isHeardAt = (hears: ReadonlySet<string>, position: number): boolean => {
  const type = typeAt(position);
  const instead = typesReadAs.get(position);
  return instead ? instead.some((one) => hears.has(one)) : hears.has(type);
};

/** For whoever has to know all places where a stream has events up to a position. */
export const needUpTo = (position: number): void => {
  if (types.length < position) throw new NotHeld(types.length + 1);
};

/** Positions of a stream's events as far as the log has been handed over, in order. */
export const positionsOf = (stream: string): readonly number[] => streams.get(stream) ?? [];

const storedIn = (set: LoggedSet, position: number): StoredEvent =>
  set.events[position - set.firstPosition] as StoredEvent;

const idIn = ({ ids, firstPosition }: LoggedSet, position: number): string => {
  const index = position - firstPosition;
  switch (ids.kind) {
    case 'fresh':
      return `${ids.prefix}/${ids.firstNumber + index}`;
    case 'row':
      return `${ids.keys[0]}${ids.firstNumber + index}`;
    case 'list':
      return ids.keys[index] ?? '';
  }
};

const eventIn = (set: LoggedSet, position: number): SandboxEvent => {
  const { type, data, schemaVersion = 1, metadata } = storedIn(set, position);
  const own = {
    eventId: idIn(set, position),
    streamName: set.stream,
    streamPosition: set.firstStreamPosition + position - set.firstPosition,
    globalPosition: position,
    recordedAt: set.recordedAt,
    schemaVersion,
  };
  return { type, data, metadata: metadata === undefined ? own : { ...metadata, ...own } };
};

const positionsToFill = (stream: string): number[] => {
  const known = streams.get(stream) ?? [];
  streams.set(stream, known);
  return known;
};

const nameOfType = (type: string): string => {
  const name = namesOfTypes.get(type) ?? type;
  namesOfTypes.set(name, name);
  return name;
};

/** Takes events that come next, or that were held before. */
const takeSet = (set: LoggedSet): void => {
  const positions = positionsToFill(set.stream);
  for (let index = 0; index < set.events.length; index += 1) {
    const position = set.firstPosition + index;
    const type = set.events[index]?.type;
    if (position > types.length + 1 || type === undefined) return;
    sets[position - 1] = set;
    if (position <= types.length) continue;
    types.push(nameOfType(type));
    const instead = readAsIn(set.events[index]?.metadata);
    if (instead) typesReadAs.set(position, [...new Set(instead.map((one) => nameOfType(one.type)))]);
    positions.push(position);
    if (isNewBeginning(set.events[index]?.metadata)) beginnings.add(position);
  }
};

let lettingGo: (first: number, last: number) => void = () => undefined;

/** The listener hears of positions whose events are held for the last time. */
export const beforeLettingGo = (listener: (first: number, last: number) => void): void => {
  lettingGo = listener;
};

/** The streams of the events that are held between two positions. */
export const streamsBetween = (first: number, last: number): Set<string> => {
  const between = new Set<string>();
  for (let position = first; position <= last; position += 1) {
    const set = sets[position - 1];
    if (set) between.add(set.stream);
  }
  return between;
};

const letGoOfOldest = (): void => {
  const oldest = pages.shift();
  if (!oldest) return;
  lettingGo(oldest.first, oldest.last);
  held -= oldest.size;
  for (let position = oldest.first; position <= oldest.last; position += 1) sets[position - 1] = undefined;
};

/** Takes a page of the log as its text. */
export const feedPage = (text: string): void => {
  const page = parseJson(text) as LoggedSet[];
  const first = page[0]?.firstPosition ?? 0;
  for (const set of page) takeSet(set);
  const last = page[page.length - 1];
  if (!last) return;
  pages.push({ first, last: last.firstPosition + last.events.length - 1, size: text.length });
  held += text.length;
  while (held > mostHeld && pages.length > 1) letGoOfOldest();
};
