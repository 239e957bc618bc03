import type { DocumentChange, EventStore, Json, RecordedEvent, StreamWrite } from '#event-store';

/** What the store does not do by itself, and what of it can be had from its public functions. */

export type Retention = { truncateBefore?: number; maxCount?: number; maxAge?: number };

const retentions = '$retentions';

/** Kept in a document: what is no longer to be seen is left out as it is read, and nothing is erased. */
export const setRetention = (store: EventStore, stream: string, retention: Retention): Promise<void> =>
  store.storeDocuments([{ projection: retentions, documentId: stream, document: retention }]);

export const keptOf = async (
  store: EventStore,
  stream: string,
  events: RecordedEvent[],
  now: number,
): Promise<RecordedEvent[]> => {
  const { version } = await store.streamState(stream);
  const {
    truncateBefore = 1,
    maxCount = version,
    maxAge = Number.POSITIVE_INFINITY,
  } = ((await store.document(retentions, stream)) ?? {}) as Retention;
  const first = Math.max(truncateBefore, version - maxCount + 1);
  return events.filter(
    ({ metadata: { streamPosition, recordedAt } }) => streamPosition >= first && now - Date.parse(recordedAt) <= maxAge,
  );
};

const keys = '$keys';

export const derivedOfOptions = [keys, retentions];

class NaturalKeyTaken extends Error {
  override readonly name = 'NaturalKeyTaken';
}

/** A document for each key, stored with the events under a fence: whoever is overtaken looks at the keys again. */
export const claimKeys = async (
  store: EventStore,
  { stream, events }: StreamWrite,
): Promise<{ documents: DocumentChange[]; fence: number } | undefined> => {
  const claimed = events.flatMap(({ data }) => (data as { naturalKey?: string }).naturalKey ?? []);
  const key = claimed.at(-1);
  if (key === undefined) return undefined;
  const fence = await store.lastPosition();
  const known = await store.documents(keys);
  const ownerOf = (document: Json): string => (document as { stream: string }).stream;
  if (known.some(({ documentId, document }) => documentId === key && ownerOf(document) !== stream))
    throw new NaturalKeyTaken(`Another stream has the key ${key}.`);
  const given = known.filter(({ document }) => ownerOf(document) === stream).map(({ documentId }) => documentId);
  return {
    documents: [
      ...given.map((documentId) => ({ projection: keys, documentId, document: null })),
      { projection: keys, documentId: key, document: { stream } },
    ],
    fence,
  };
};

export const byKey = async (store: EventStore, key: string) =>
  ((await store.document(keys, key)) as { stream: string } | undefined) ?? { stream: null };
