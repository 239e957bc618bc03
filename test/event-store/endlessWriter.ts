import { type EventStore, openIndexedDbStore, type RecordedEvent } from '#event-store';

declare global {
  /** Told of every append once the store has answered it. */
  var acknowledge: (batch: number) => void;
}

const storeName = 'killed';
const batchSize = (batch: number): number => 1 + (batch % 5);

/** Appends batch after batch, several at a time, and seals right behind them, until the browser dies. */
export const writeWithoutEnd = async (): Promise<void> => {
  const store = await openIndexedDbStore(storeName);
  let batch = 0;
  const writer = async (): Promise<void> => {
    for (;;) {
      batch += 1;
      await appendBatch(store, batch);
    }
  };
  for (let n = 0; n < 3; n += 1) void writer();
  for (;;) await store.seal({ size: 20, unsealed: 0 });
};

const appendBatch = async (store: EventStore, batch: number): Promise<void> => {
  const size = batchSize(batch);
  await store.append({
    writes: [
      {
        stream: `cart-${batch % 4}`,
        events: Array.from({ length: size }, (_, index) => ({ type: 'Added', data: { batch, index } })),
      },
    ],
    documents: [{ projection: 'sizes', documentId: String(batch), document: size }],
  });
  globalThis.acknowledge(batch);
};

export type WhatIsLeft = {
  positions: number[];
  versionsAreContiguous: boolean;
  /** Batches of which all events and the document are there. */
  wholeBatches: number[];
  /** Batches of which anything at all is there. */
  batches: number[];
};

export const whatIsLeft = async (): Promise<WhatIsLeft> => {
  const store = await openIndexedDbStore(storeName);
  const { events } = await store.readAll();
  const documents = await store.documents('sizes');
  const streams = await store.streams();
  store.close();
  const sizes = new Map<number, number>();
  for (const event of events) sizes.set(batchOf(event), (sizes.get(batchOf(event)) ?? 0) + 1);
  const documented = new Set(documents.map(({ documentId }) => Number(documentId)));
  const batches = [...new Set([...sizes.keys(), ...documented])];
  return {
    positions: events.map(({ metadata }) => metadata.globalPosition),
    versionsAreContiguous: streams.every(({ stream, version }) => isContiguous(events, stream, version)),
    wholeBatches: batches.filter((batch) => sizes.get(batch) === batchSize(batch) && documented.has(batch)),
    batches,
  };
};

const batchOf = ({ data }: RecordedEvent): number => (data as { batch: number }).batch;

const isContiguous = (events: RecordedEvent[], stream: string, version: number): boolean => {
  const versions = events.flatMap(({ metadata }) => (metadata.streamName === stream ? [metadata.streamPosition] : []));
  return versions.length === version && versions.every((position, index) => position === index + 1);
};
