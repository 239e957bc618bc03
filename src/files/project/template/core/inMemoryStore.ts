import {
  type AnyEvent,
  getInMemoryDatabase,
  getInMemoryEventStore,
  inlineProjections,
  inMemoryProjection,
} from '@event-driven-io/emmett';
import { appendTo, fromEmmett } from './emmettEvents.ts';
import type { Model } from './Model.ts';
import type { EventMetadata, Json, NewEvent, RecordedEvent } from './messages.ts';
import { type Collection, projectionOf, type StoredDocument } from './readModels.ts';
import type { Store } from './Store.ts';
import { serially } from './serially.ts';

/** Emmett's store in memory. It is gone with the process. */
export const openInMemoryStore = ({ readModels }: Model): Store => {
  const log: RecordedEvent[] = [];
  const checkpoints = new Map<string, bigint>();
  const inTurn = serially();
  const projections = readModels.map((readModel) => ({ readModel, projection: projectionOf(readModel) }));
  const database = getInMemoryDatabase();
  const eventStore = getInMemoryEventStore({
    database,
    projections: inlineProjections(
      projections.map(({ readModel, projection: { canHandle, handle } }) =>
        inMemoryProjection<AnyEvent>({
          canHandle,
          handle: (events) => handle(events.map(fromEmmett), database.collection<StoredDocument>(readModel.collection)),
        }),
      ),
    ),
    hooks: {
      onAfterCommit: (events) => {
        log.push(...events.map(fromEmmett));
      },
    },
  });

  /** Emmett's store in memory keeps events whose projection throws: so that is tried before, on nothing that stays. */
  const rehearse = async (events: RecordedEvent[]): Promise<void> => {
    for (const { readModel, projection } of projections)
      await projection.handle(
        events,
        rehearsalOf((id) => database.collection<StoredDocument>(readModel.collection).findOne(({ _id }) => _id === id)),
      );
  };

  return {
    readStream: async (stream) => {
      const { currentStreamVersion, events } = await eventStore.readStream(stream);
      return { version: Number(currentStreamVersion), events: events.map(fromEmmett) };
    },
    // One append at a time: Emmett gives out positions before it hands the events to the projections and to the log here.
    append: (stream, events, expectedVersion) =>
      inTurn(async () => {
        await rehearse(tentative(stream, events, { expectedVersion, position: log.length }));
        await appendTo(eventStore, stream, events, expectedVersion);
      }),
    readAfter: async (position, limit) => log.slice(Number(position), Number(position) + limit),
    documents: async (collection) => {
      const stored = await database.collection<StoredDocument>(collection).find();
      return Object.fromEntries(stored.map(({ _id, document }): [string, Json] => [_id, document]));
    },
    replaceDocuments: (name, make) =>
      inTurn(async () => {
        const documents = await make();
        const collection = database.collection<StoredDocument>(name);
        for (const { _id } of await collection.find()) await collection.handle(_id, () => null);
        for (const [_id, document] of documents) await collection.insertOne({ _id, document });
      }),
    checkpoint: async (reader) => checkpoints.get(reader) ?? null,
    keepCheckpoint: async (reader, position) => {
      checkpoints.set(reader, position);
    },
    alone: (_task, run) => run(),
    close: async () => undefined,
  };
};

const tentative = (stream: string, events: NewEvent[], at: { expectedVersion: number; position: number }) =>
  events.map(
    ({ metadata, ...event }, index): RecordedEvent => ({
      ...event,
      metadata: {
        ...(metadata as NewEvent['metadata'] & Pick<EventMetadata, 'recordedAt' | 'schemaVersion'>),
        streamName: stream,
        streamPosition: BigInt(at.expectedVersion + index + 1),
        globalPosition: BigInt(at.position + index + 1),
      },
    }),
  );

const rehearsalOf = (find: (id: string) => Promise<StoredDocument | null>): Collection => {
  const changed = new Map<string, StoredDocument | null>();
  return {
    handle: async (id, change) => {
      const before = changed.get(id);
      changed.set(id, change(before === undefined ? await find(id) : before));
      return { successful: true };
    },
  };
};
