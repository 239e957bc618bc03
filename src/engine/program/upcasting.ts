import { type EventStore, eventsInText, logTextOfEvents, type RecordedEvent, upcastEvents } from '#event-store';
import type { CodeFile, Program } from '#model';
import type { RunningModule } from '#runtime';
import { type CodeError, codeHash, type Sandbox, unreadKey } from '#sandbox';
import { byData, type CodeStep, stepKey, type UpcastSteps, upcasterName, upcastStepsOf } from './upcastSteps.ts';

/** How stored events are read: the steps, and what runs the code of those that are code. */
export type Reading = {
  /** Nothing is read otherwise than it is stored. */
  isAsStored: boolean;
  /** Tells one way of reading from another; empty where events are read as they are. */
  key: string;
  read: (events: RecordedEvent[]) => Promise<RecordedEvent[]>;
};

export const readAsStored: Reading = { isAsStored: true, key: '', read: async (events) => events };

type Upcasting = {
  sandbox: () => Pick<Sandbox, 'upcast'>;
  /** What is known of the code of the steps. */
  modules: ReadonlyMap<string, RunningModule>;
};

/**
 * Every event as the present code wants it. An event that its upcaster breaks at stays as it was stored, with the reason
 * in its metadata: whatever code is to be handed it, fails there.
 */
export const readingOf = (program: Pick<Program, 'events'>, upcasting: Upcasting): Reading => {
  const steps = upcastStepsOf(program);
  if (steps.data.length === 0 && steps.code.size === 0) return readAsStored;
  return {
    isAsStored: false,
    key: keyOf(program, upcasting.modules),
    read: (events) => readThrough(events, steps, upcasting),
  };
};

const keyOf = ({ events }: Pick<Program, 'events'>, modules: Upcasting['modules']): string =>
  JSON.stringify([
    events.flatMap(({ type, formerNames, upcasts = [] }) =>
      upcasts.length > 0 ? [[type, formerNames, upcasts.map(({ code: _, ...step }) => step)]] : [],
    ),
    [...modules].map(([id, module]) => (module.kind === 'ready' ? [id, module.hash] : [id, module.error.message])),
  ]);

/** Steps of data are gone as far as they lead, then those of code, and so on until no step is left. */
const readThrough = async (
  events: RecordedEvent[],
  { data, code }: UpcastSteps,
  upcasting: Upcasting,
): Promise<RecordedEvent[]> => {
  const stepAt = ({ type, metadata }: RecordedEvent): CodeStep | undefined =>
    metadata[unreadKey] === undefined ? code.get(stepKey(type, metadata.schemaVersion)) : undefined;
  let read = upcastEvents(events, data);
  for (;;) {
    const next = read.map(stepAt);
    const steps = new Set(next.filter((step) => step !== undefined));
    if (steps.size === 0) return read;
    const result = [...read];
    for (const step of steps) {
      const places = [...read.keys()].filter((index) => next[index] === step);
      const made = await throughCode(
        places.flatMap((index) => read[index] ?? []),
        step,
        upcasting,
      );
      places.forEach((place, index) => {
        const event = made[index];
        if (event) result[place] = event;
      });
    }
    read = upcastEvents(result, data);
  }
};

/** So many events are handed to code in one go. */
const piece = 1000;

const throughCode = async (
  events: RecordedEvent[],
  step: CodeStep,
  { sandbox, modules }: Upcasting,
): Promise<RecordedEvent[]> => {
  const module = modules.get(step.moduleId);
  if (module?.kind === 'broken') return events.map((event) => unread(event, step, module.error));
  const made: RecordedEvent[] = [];
  for (let from = 0; from < events.length; from += piece) {
    const part = events.slice(from, from + piece);
    const asked = part.map((event) => byData(event, step));
    const { results } = await sandbox().upcast({ moduleId: step.moduleId, events: asked });
    part.forEach((event, index) => {
      const [result, given] = [results[index], asked[index]];
      if (!result || !given) return;
      made.push('error' in result ? unread(event, step, result.error) : nextVersion(given, result.data));
    });
  }
  return made;
};

const nextVersion = ({ type, metadata }: RecordedEvent, data: RecordedEvent['data']): RecordedEvent => ({
  type,
  data,
  metadata: { ...metadata, schemaVersion: metadata.schemaVersion + 1 },
});

const unread = (event: RecordedEvent, { name, step }: CodeStep, { message, place }: CodeError): RecordedEvent => ({
  ...event,
  metadata: {
    ...event.metadata,
    [unreadKey]: `${upcasterName(name, step.to)} breaks${place ? ` at line ${place.line}` : ''}: ${message}`,
  },
});

/** The store as all code reads it. What is stored never changes. */
export const upcastingStore = (store: EventStore, reading: () => Reading): EventStore => {
  const asWanted = async <Read extends { events: RecordedEvent[] }>(read: Read): Promise<Read> => ({
    ...read,
    events: await reading().read(read.events),
  });
  return {
    ...store,
    readStream: async (stream, options) => asWanted(await store.readStream(stream, options)),
    readAll: async (options) => asWanted(await store.readAll(options)),
    readLogPage: async (from) => {
      const page = await store.readLogPage(from);
      const { isAsStored, read } = reading();
      return isAsStored ? page : { ...page, text: logTextOfEvents(await read(eventsInText(page.text))) };
    },
  };
};

/** Names what runs: the code, and how it is handed what is stored. What either made before is made anew. */
export const codeVersionOf = (files: CodeFile[], reading: string, deafTo: readonly string[] = []): string =>
  codeHash([
    ...files,
    ...(reading === '' ? [] : [{ path: '#upcasts', text: reading }]),
    ...(deafTo.length === 0 ? [] : [{ path: '#private', text: deafTo.join('\n') }]),
  ]);
