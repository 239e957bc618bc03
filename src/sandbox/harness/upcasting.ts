import type { WorkerUpcast } from '../protocol.ts';
import { mostRead } from '../readAs.ts';
import type { Json, SandboxEvent, UpcastMessage, UpcastRequest } from '../Sandbox.ts';
import { muted } from './capturedConsole.ts';
import { attempt, call, DeterminismError, SandboxError } from './errors.ts';
import { upcasterOf } from './loadedModules.ts';
import { listOfMessages } from './messages.ts';
import { copyOf } from './plainCopy.ts';
import { isArray, stringify } from './primordials.ts';
import { progressed } from './replay/progress.ts';
import { runningFor } from './running.ts';
import type { Upcaster } from './shapes.ts';
import { fromStored, toStored } from './storage.ts';

type Made = { data: Json } | { events: UpcastMessage[] };

/** Characters of what one event is read as, and of all that one answer holds. */
const [largest, largestTogether] = [1_000_000, 32_000_000];

const recordIn = (data: Json, path: string): Json => {
  if (typeof data === 'object' && data !== null && !isArray(data)) return data;
  throw new SandboxError(`${path} is no record: the data of an event is one.`);
};

const eventsIn = (list: unknown[]): UpcastMessage[] => {
  if (list.length > mostRead)
    throw new SandboxError(`upcast answered ${list.length} events; at most ${mostRead} can be made of one.`);
  const messages = listOfMessages(list, 'upcast', 'event');
  const events: UpcastMessage[] = [];
  for (let index = 0; index < messages.length; index += 1) {
    const { type, data } = messages[index] as UpcastMessage;
    events[index] = { type, data: recordIn(data, `events[${index}].data`) };
  }
  return events;
};

/**
 * A list is always a list of events, null is none, and whatever else is the data of the event in its next version. A
 * copy goes in, so that changing it in place does no harm.
 */
const madeOf = ({ upcast }: Upcaster, { data, metadata }: SandboxEvent): Made => {
  const made = call<unknown>(upcast, [fromStored(data), copyOf(metadata as Json)]);
  if (made === undefined)
    throw new SandboxError('upcast returned nothing. Did you forget `return`? Return null to read the event as none.');
  if (made === null) return { events: [] };
  if (isArray(made)) return { events: eventsIn(made) };
  if (typeof made !== 'object')
    throw new SandboxError(
      `upcast returned a ${typeof made}. It returns the data of the event, a list of events, or null for none.`,
    );
  if (typeof (made as { then?: unknown }).then === 'function')
    throw new SandboxError('upcast returned a Promise: code here is synchronous, without `async`.');
  return { data: recordIn(toStored(made, 'data'), 'data') };
};

/** Nothing where there is no room for it. */
const upcastOne = (upcaster: Upcaster, event: SandboxEvent, room: number): { made: Made; size: number } | undefined => {
  const made = madeOf(upcaster, event);
  const text = stringify(made);
  if (text.length > largest)
    throw new SandboxError(`upcast made ${text.length} characters of one event; at most ${largest} are possible.`);
  if (text.length > room) return undefined;
  const again = muted(() => attempt('upcast', () => madeOf(upcaster, event)));
  if (again.error || stringify(again.value) !== text)
    throw new DeterminismError(
      'upcast gave two different results for the same event. Look for variables outside of the function that change.',
    );
  return { made, size: text.length };
};

/**
 * Each event for itself: what breaks at one leaves the others alone. Ends early where one answer has no room for more; for
 * the first one there always is.
 */
export const upcast = ({ moduleId, events }: UpcastRequest): WorkerUpcast => {
  const upcaster = upcasterOf(moduleId);
  const results: WorkerUpcast['results'] = [];
  let room = largestTogether;
  for (let index = 0; index < events.length; index += 1) {
    const event = events[index] as SandboxEvent;
    const done = runningFor(moduleId, event.metadata.globalPosition, () =>
      attempt('upcast', () => upcastOne(upcaster, event, room)),
    );
    if (done.error) results[index] = { error: done.error };
    else if (done.value) {
      results[index] = done.value.made;
      room -= done.value.size;
    } else break;
    progressed(index, events.length);
  }
  return { results };
};
