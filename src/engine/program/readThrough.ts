import { type RecordedEvent, upcastEvents } from '#event-store';
import type { RunningModule } from '#runtime';
import {
  type CodeError,
  mostRead,
  type ReadEvent,
  readAsKey,
  type Sandbox,
  type UpcastResult,
  unreadKey,
} from '#sandbox';
import { byData, type CodeStep, stepKey, type UpcastSteps, upcasterName } from './upcastSteps.ts';

export type Upcasting = {
  sandbox: () => Pick<Sandbox, 'upcast'>;
  /** What is known of the code of the steps. */
  modules: ReadonlyMap<string, RunningModule>;
};

/** An event on its way through the steps, and the place of the stored one that it is made of. */
type Part = { of: number; event: RecordedEvent };

/** Steps of data are gone as far as they lead, then those of code, and so on until no step is left. */
export const readThrough = async (
  events: RecordedEvent[],
  steps: UpcastSteps,
  upcasting: Upcasting,
): Promise<RecordedEvent[]> => {
  const stepAt = ({ event: { type, metadata } }: Part): CodeStep | undefined =>
    metadata[unreadKey] === undefined ? steps.code.get(stepKey(type, metadata.schemaVersion)) : undefined;
  let parts = throughData(
    events.map((event, of) => ({ of, event })),
    steps,
  );
  for (;;) {
    const next = parts.map(stepAt);
    const due = new Set(next.filter((step) => step !== undefined));
    if (due.size === 0) return gathered(events, parts);
    const made: Part[][] = parts.map((part) => [part]);
    for (const step of due) {
      const places = [...parts.keys()].filter((index) => next[index] === step);
      const read = await throughCode(
        places.flatMap((index) => parts[index] ?? []),
        { step, versionToday: steps.versionToday },
        upcasting,
      );
      for (const [index, place] of places.entries()) made[place] = read[index] ?? [];
    }
    parts = throughData(withoutFloods(parts, next, made), steps);
  }
};

/** A step of data makes one of one. */
const throughData = (parts: Part[], { data }: UpcastSteps): Part[] => {
  const read = upcastEvents(
    parts.map(({ event }) => event),
    data,
  );
  return parts.map(({ of, event }, index) => ({ of, event: read[index] ?? event }));
};

/** So many events are handed to code in one go. */
const piece = 1000;

/** So many answers may be full, of some 30 million characters each: of what is left then nothing is made. */
const mostFull = 4;

type Code = { step: CodeStep; versionToday: UpcastSteps['versionToday'] };

/** What each of the events is read as by one step. */
const throughCode = async (parts: Part[], code: Code, { sandbox, modules }: Upcasting): Promise<Part[][]> => {
  const { step } = code;
  const given = parts.map(({ of, event }) => ({ of, event: byData(event, step) }));
  const module = modules.get(step.moduleId);
  if (module?.kind === 'broken') return given.map((part) => [unread(part, step, module.error)]);
  const made: Part[][] = [];
  let full = 0;
  while (made.length < given.length) {
    const from = made.length;
    if (full > mostFull) return [...made, ...given.slice(from).map((part) => [unread(part, step, tooMuch)])];
    const asked = given.slice(from, from + piece);
    const { results } = await sandbox().upcast({ moduleId: step.moduleId, events: asked.map(({ event }) => event) });
    for (const [index, result] of results.entries()) {
      const part = asked[index];
      if (part) made.push(partsOf(part, result, code));
    }
    if (results.length < asked.length) full += 1;
  }
  return made;
};

const tooMuch = { message: 'it makes too much of the events before this one.' };

const partsOf = (part: Part, result: UpcastResult, { step, versionToday }: Code): Part[] => {
  if ('error' in result) return [unread(part, step, result.error)];
  const { of, event } = part;
  const { names, prefix } = step;
  const next = (type: string, data: RecordedEvent['data'], schemaVersion: number): Part => ({
    of,
    event: { type, data, metadata: { ...event.metadata, schemaVersion } },
  });
  const ownVersion = event.metadata.schemaVersion + 1;
  if ('data' in result) return [next(event.type, result.data, ownVersion)];
  // What is read as another type is written for that type as it is today.
  return result.events.map(({ type, data }) =>
    next(prefix + type, data, names.includes(type) ? ownVersion : versionToday(type)),
  );
};

const unread = (
  { of, event }: Part,
  { name, step }: CodeStep,
  { message, place }: Pick<CodeError, 'message' | 'place'>,
): Part => ({
  of,
  event: {
    ...event,
    metadata: {
      ...event.metadata,
      [unreadKey]: `${upcasterName(name, step.to)} breaks${place ? ` at line ${place.line}` : ''}: ${message}`,
    },
  },
});

/** Steps behind one another can make very many of one: then nothing is made of it. */
const withoutFloods = (parts: Part[], next: readonly (CodeStep | undefined)[], made: Part[][]): Part[] => {
  const all = made.flat();
  const counts = new Map<number, number>();
  for (const { of } of all) counts.set(of, (counts.get(of) ?? 0) + 1);
  const flooding = new Set([...counts].flatMap(([of, count]) => (count > mostRead ? [of] : [])));
  if (flooding.size === 0) return all;
  const refused = new Set<number>();
  return parts.flatMap((part, place) => {
    if (!flooding.has(part.of)) return made[place] ?? [];
    const step = next[place];
    if (!step || refused.has(part.of)) return [];
    refused.add(part.of);
    return [unread(part, step, { message: `more than ${mostRead} events are made of one.` })];
  });
};

/** Each stored event at its place: as what it is read as, or with the list of that where it is not just one. */
const gathered = (events: RecordedEvent[], parts: Part[]): RecordedEvent[] => {
  const byPlace: RecordedEvent[][] = events.map(() => []);
  for (const { of, event } of parts) byPlace[of]?.push(event);
  return events.map((stored, place) => {
    const read = byPlace[place] ?? [];
    const [only] = read;
    if (only && read.length === 1) return only;
    // Where one of them cannot be told, none can.
    const broken = read.find(({ metadata }) => metadata[unreadKey] !== undefined);
    if (broken) return broken;
    const instead = read.map(
      ({ type, data, metadata }): ReadEvent => ({ type, data, schemaVersion: metadata.schemaVersion }),
    );
    return { ...stored, metadata: { ...stored.metadata, [readAsKey]: instead } };
  });
};
