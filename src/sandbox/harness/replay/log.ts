import type { LoggedSet, SandboxEvent } from '../../Sandbox.ts';
import { NotHeld } from '../errors.ts';
import { parseJson } from '../primordials.ts';

/** Characters of pages whose events are held, some 150,000 events; beyond, the pages that came first go. */
const mostHeld = 60_000_000;

/** The log as far as it has been handed over; the event at position n stands at n − 1, where it is still held. */
const events: (SandboxEvent | undefined)[] = [];
/** Complete for all that has been handed over, held or not. */
const streams = new Map<string, number[]>();
const pages: { first: number; last: number; size: number }[] = [];
let held = 0;

/** Number of events that have been handed over. */
export const handedOver = (): number => events.length;

export const eventAt = (position: number): SandboxEvent => {
  const event = events[position - 1];
  if (!event) throw new NotHeld(Math.min(position, events.length + 1));
  return event;
};

/** For whoever has to know all places where a stream has events up to a position. */
export const needUpTo = (position: number): void => {
  if (events.length < position) throw new NotHeld(events.length + 1);
};

/** Positions of a stream's events as far as the log has been handed over, in order. */
export const positionsOf = (stream: string): readonly number[] => streams.get(stream) ?? [];

/** Takes an event that comes next, or one that was held before. */
const take = (event: SandboxEvent): void => {
  const { streamName, globalPosition } = event.metadata;
  if (globalPosition <= events.length) {
    events[globalPosition - 1] = event;
    return;
  }
  if (globalPosition !== events.length + 1) return;
  events.push(event);
  const known = streams.get(streamName);
  if (known) known.push(globalPosition);
  else streams.set(streamName, [globalPosition]);
};

const idAt = ({ ids }: LoggedSet, index: number): string => {
  switch (ids.kind) {
    case 'fresh':
      return `${ids.prefix}/${ids.firstNumber + index}`;
    case 'row':
      return `${ids.keys[0]}${ids.firstNumber + index}`;
    case 'list':
      return ids.keys[index] ?? '';
  }
};

const takeSet = (set: LoggedSet): void => {
  for (let index = 0; index < set.events.length; index += 1) {
    const stored = set.events[index];
    if (!stored) continue;
    const { type, data, schemaVersion = 1, metadata } = stored;
    const own = {
      eventId: idAt(set, index),
      streamName: set.stream,
      streamPosition: set.firstStreamPosition + index,
      globalPosition: set.firstPosition + index,
      recordedAt: set.recordedAt,
      schemaVersion,
    };
    take({ type, data, metadata: metadata === undefined ? own : { ...metadata, ...own } });
  }
};

const letGoOfOldest = (): void => {
  const oldest = pages.shift();
  if (!oldest) return;
  held -= oldest.size;
  for (let position = oldest.first; position <= oldest.last; position += 1) events[position - 1] = undefined;
};

/** Takes a page of the log as its text. */
export const feedPage = (text: string): number => {
  const sets = parseJson(text) as LoggedSet[];
  const first = sets[0]?.firstPosition ?? 0;
  for (const set of sets) takeSet(set);
  const last = sets[sets.length - 1];
  if (!last) return events.length;
  pages.push({ first, last: last.firstPosition + last.events.length - 1, size: text.length });
  held += text.length;
  while (held > mostHeld && pages.length > 1) letGoOfOldest();
  return events.length;
};
