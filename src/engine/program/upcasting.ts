import { type EventStore, eventsInText, logTextOfEvents, type Upcaster, upcastEvents } from '#event-store';
import { type CodeFile, type Program, upcastWith } from '#model';
import { codeHash } from '#sandbox';

/**
 * The steps of every event of the wall, one for each version that may be stored: a version that no step leads to is
 * passed through as it is, so that the ones behind it are reached.
 */
const upcastersOf = ({ events }: Program): Upcaster[] => {
  const inUse = new Set(events.map(({ type }) => type));
  return events.flatMap(({ type, formerNames, upcasts = [] }) => {
    const last = upcasts.at(-1)?.to ?? 1;
    const versions = Array.from({ length: last - 1 }, (_, index) => index + 1);
    // A name that another event bears by now is that one's.
    const names = [type, ...formerNames.filter((name) => !inUse.has(name))];
    // What a process manager was handed is read as what it was handed.
    return ['', 'received:'].flatMap((prefix) =>
      names.flatMap((storedAs) =>
        versions.map((fromVersion): Upcaster => {
          const step = upcasts.find(({ to }) => to === fromVersion + 1);
          return {
            type: prefix + storedAs,
            fromVersion,
            upcast: ({ type: present, data }) => {
              if (!step) return { type: present, data };
              const read = upcastWith(step, type, { type: present.slice(prefix.length), data });
              return { ...read, type: prefix + read.type };
            },
          };
        }),
      ),
    );
  });
};

/** The store as all code reads it: every event as the present code wants it. What is stored never changes. */
export const upcastingStore = (store: EventStore, program: () => Program): EventStore => {
  const asWanted = <Read extends { events: Parameters<typeof upcastEvents>[0] }>(read: Read): Read => ({
    ...read,
    events: upcastEvents(read.events, upcastersOf(program())),
  });
  return {
    ...store,
    readStream: async (stream, options) => asWanted(await store.readStream(stream, options)),
    readAll: async (options) => asWanted(await store.readAll(options)),
    readLogPage: async (from) => {
      const page = await store.readLogPage(from);
      const upcasters = upcastersOf(program());
      if (upcasters.length === 0) return page;
      return { ...page, text: logTextOfEvents(upcastEvents(eventsInText(page.text), upcasters)) };
    },
  };
};

/** What tells one way of reading stored events from another; empty where they are read as they are. */
export const readingOf = ({ events }: Program): string => {
  const changed = events.filter(({ upcasts = [] }) => upcasts.length > 0);
  return changed.length === 0
    ? ''
    : JSON.stringify(changed.map(({ type, formerNames, upcasts }) => [type, formerNames, upcasts]));
};

/** Names what runs: the code, and how it is handed what is stored. What either made before is made anew. */
export const codeVersionOf = (files: CodeFile[], reading: string, deafTo: readonly string[] = []): string =>
  codeHash([
    ...files,
    ...(reading === '' ? [] : [{ path: '#upcasts', text: reading }]),
    ...(deafTo.length === 0 ? [] : [{ path: '#private', text: deafTo.join('\n') }]),
  ]);
