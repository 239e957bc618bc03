import {
  type AnyEvent,
  getInMemoryDatabase,
  getInMemoryEventStore,
  inlineProjections,
  inMemoryProjection,
  isExpectedVersionConflictError,
} from '@event-driven-io/emmett';
import { fromEmmett, toEmmett } from './emmettEvents.ts';
import type { Model } from './Model.ts';
import type { Json, RecordedEvent } from './messages.ts';
import { projectionOf, type StoredDocument } from './readModels.ts';
import { type Store, VersionConflict } from './Store.ts';

/** Emmett's store in memory. It is gone with the process. */
export const openInMemoryStore = ({ readModels }: Model): Store => {
  const log: RecordedEvent[] = [];
  const checkpoints = new Map<string, bigint>();
  const database = getInMemoryDatabase();
  const eventStore = getInMemoryEventStore({
    database,
    projections: inlineProjections(
      readModels.map((readModel) => {
        const { canHandle, handle } = projectionOf(readModel);
        return inMemoryProjection<AnyEvent>({
          canHandle,
          handle: (events) => handle(events.map(fromEmmett), database.collection<StoredDocument>(readModel.collection)),
        });
      }),
    ),
    hooks: {
      onAfterCommit: (events) => {
        log.push(...events.map(fromEmmett));
      },
    },
  });

  return {
    readStream: async (stream) => {
      const { currentStreamVersion, events } = await eventStore.readStream(stream);
      return { version: Number(currentStreamVersion), events: events.map(fromEmmett) };
    },
    append: async (stream, events, expectedVersion) => {
      try {
        await eventStore.appendToStream<AnyEvent>(stream, events.map(toEmmett), {
          expectedStreamVersion: BigInt(expectedVersion),
        });
      } catch (error) {
        if (isExpectedVersionConflictError(error)) throw new VersionConflict();
        throw error;
      }
    },
    readAfter: async (position, limit) => log.slice(Number(position), Number(position) + limit),
    documents: async (collection) => {
      const stored = await database.collection<StoredDocument>(collection).find();
      return Object.fromEntries(stored.map(({ _id, document }): [string, Json] => [_id, document]));
    },
    checkpoint: async (reader) => checkpoints.get(reader) ?? null,
    keepCheckpoint: async (reader, position) => {
      checkpoints.set(reader, position);
    },
    alone: (_task, run) => run(),
    close: async () => undefined,
  };
};
