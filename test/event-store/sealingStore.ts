import { type EventStore, type OpenEventStore, openIndexedDbStore } from '#event-store';

/** Seals all that can be sealed: only the last change set stays as it is. */
export const sealAll = async (store: EventStore, size = 2): Promise<number> => {
  let segments = 0;
  while (await store.seal({ size, unsealed: 0 })) segments += 1;
  return segments;
};

/** An IndexedDB store that seals after every append, so that all that is read has been through it. */
export const openSealingStore: OpenEventStore = async (name, options) => {
  const store = await openIndexedDbStore(name, options);
  const sealed = async <Result>(result: Promise<Result>): Promise<Result> => {
    await result.catch(() => undefined);
    await sealAll(store);
    return result;
  };
  return {
    ...store,
    append: (commit) => sealed(store.append(commit)),
    appendToStream: (stream, events, appendOptions) => sealed(store.appendToStream(stream, events, appendOptions)),
  };
};

/** An IndexedDB store whose every append goes into segments at once: but for the last change set, nothing else is ever read. */
export const openSegmentStore: OpenEventStore = (name, options) =>
  openIndexedDbStore(name, { ...options, segmentSize: 1 });
