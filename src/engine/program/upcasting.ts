import { type EventStore, eventsInText, logTextOfEvents, type RecordedEvent } from '#event-store';
import type { CodeFile, Program } from '#model';
import { codeHash } from '#sandbox';
import { readThrough, type Upcasting } from './readThrough.ts';
import { upcastStepsOf } from './upcastSteps.ts';

/** How stored events are read: the steps, and what runs the code of those that are code. */
export type Reading = {
  /** Nothing is read otherwise than it is stored. */
  isAsStored: boolean;
  /** Tells one way of reading from another; empty where events are read as they are. */
  key: string;
  read: (events: RecordedEvent[]) => Promise<RecordedEvent[]>;
};

export const readAsStored: Reading = { isAsStored: true, key: '', read: async (events) => events };

/**
 * Every event as the present code wants it. One that is read as none or as several stays one event, with those in its
 * metadata (`readAsKey`): positions, versions and checkpoints are those of what is stored. One that its upcaster breaks at
 * has the reason there (`unreadKey`): whatever code is to be handed it, fails there.
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
