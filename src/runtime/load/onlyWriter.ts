import type { EventStore, Json } from '#event-store';

/**
 * The same store for somebody who is the only one to write to it: documents and checkpoints that were read or stored once
 * are remembered, and those of a store that was empty are not even asked for.
 */
export const forItsOnlyWriter = async (store: EventStore): Promise<EventStore> => {
  let isAllKnown = (await store.lastPosition()) === 0;
  const documents = new Map<string, Json | undefined>();
  const checkpoints = new Map<string, number>();
  const keyOf = (projection: string, documentId: string): string => JSON.stringify([projection, documentId]);

  return {
    ...store,
    document: async (projection, documentId) => {
      const key = keyOf(projection, documentId);
      if (!documents.has(key))
        documents.set(key, isAllKnown ? undefined : await store.document(projection, documentId));
      return documents.get(key);
    },
    checkpoint: async (consumer) => {
      const position = checkpoints.get(consumer) ?? (isAllKnown ? 0 : await store.checkpoint(consumer));
      checkpoints.set(consumer, position);
      return position;
    },
    append: async (commit) => {
      const committed = await store.append(commit);
      for (const { projection, documentId, document } of commit.documents ?? [])
        documents.set(keyOf(projection, documentId), document ?? undefined);
      for (const { consumer, position } of commit.checkpoints ?? []) checkpoints.set(consumer, position);
      return committed;
    },
    storeDocuments: async (changes, options) => {
      await store.storeDocuments(changes, options);
      isAllKnown = false;
      documents.clear();
      checkpoints.clear();
    },
  };
};
