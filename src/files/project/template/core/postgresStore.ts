import { dumbo } from '@event-driven-io/dumbo';
import { type AnyEvent, inlineProjections } from '@event-driven-io/emmett';
import {
  getPostgreSQLEventStore,
  pongoProjection,
  readMessagesBatch,
  readProcessorCheckpoint,
  storeProcessorCheckpoint,
} from '@event-driven-io/emmett-postgresql';
import { pongoClient } from '@event-driven-io/pongo';
import pg from 'pg';
import { appendTo, fromEmmett } from './emmettEvents.ts';
import type { Model, ReadModelModule } from './Model.ts';
import type { Json } from './messages.ts';
import { type Collection, projectionOf, type StoredDocument } from './readModels.ts';
import type { Store } from './Store.ts';
import { serially } from './serially.ts';

const projectionFor = (readModel: ReadModelModule) => {
  const { canHandle, handle } = projectionOf(readModel);
  return pongoProjection<AnyEvent>({
    name: readModel.collection,
    canHandle,
    handle: (events, { pongo }) =>
      handle(
        events.map(fromEmmett),
        pongo.db().collection<StoredDocument>(readModel.collection) as unknown as Collection,
      ),
  });
};

/** Documents in one statement of a rebuild. */
const insertedAtOnce = 500;

/** Emmett's store on PostgreSQL, its documents in Pongo's collections. It makes its tables by itself. */
export const openPostgresStore = async ({ readModels }: Model, connectionString: string): Promise<Store> => {
  const eventStore = getPostgreSQLEventStore(connectionString, {
    projections: inlineProjections(readModels.map(projectionFor)),
  });
  await eventStore.schema.migrate();
  const pool = dumbo({ connectionString });
  const pongo = pongoClient(connectionString);
  for (const { collection } of readModels) await pongo.db().collection(collection).schema.migrate();
  const locks = locksIn(connectionString);
  const inTurn = serially();
  const checkpoints = new Map<string, bigint>();

  return {
    readStream: async (stream) => {
      const { currentStreamVersion, events } = await eventStore.readStream(stream);
      return { version: Number(currentStreamVersion), events: events.map(fromEmmett) };
    },
    // One append at a time over all processes. Emmett 0.42.0 hands out global positions before it commits: without this
    // a reader may pass by an event that commits late, and two projections may overwrite each other's document.
    append: (stream, events, expectedVersion) =>
      inTurn(() => locks.holding('append', () => appendTo(eventStore, stream, events, expectedVersion))),
    readAfter: async (position, limit) => {
      const { messages } = await readMessagesBatch(pool.execute, { after: position, batchSize: limit });
      return messages.map(fromEmmett);
    },
    documents: async (collection) => {
      const stored = await pongo.db().collection<StoredDocument>(collection).find();
      return Object.fromEntries(stored.map(({ _id, document }): [string, Json] => [_id, document]));
    },
    replaceDocuments: (name, make) =>
      inTurn(() =>
        locks.holding('append', async () => {
          const documents = [...(await make())].map(([_id, document]) => ({ _id, document }));
          await pongo.withSession((opened) =>
            opened.withTransaction(async (session) => {
              const collection = pongo.db().collection<StoredDocument>(name);
              await collection.deleteMany({}, { session });
              for (let from = 0; from < documents.length; from += insertedAtOnce)
                await collection.insertMany(documents.slice(from, from + insertedAtOnce), { session });
            }),
          );
        }),
      ),
    checkpoint: async (reader) => {
      const { lastProcessedCheckpoint } = await readProcessorCheckpoint(pool.execute, { processorId: reader });
      if (lastProcessedCheckpoint !== null) checkpoints.set(reader, lastProcessedCheckpoint);
      return lastProcessedCheckpoint;
    },
    keepCheckpoint: async (reader, position) => {
      await storeProcessorCheckpoint(pool.execute, {
        processorId: reader,
        version: 1,
        newCheckpoint: position,
        lastProcessedCheckpoint: checkpoints.get(reader) ?? null,
      });
      checkpoints.set(reader, position);
    },
    alone: (task, run) => locks.ifFree(task, run),
    close: async () => {
      await Promise.all([eventStore.close(), pool.close(), pongo.close(), locks.close()]);
    },
  };
};

/** Advisory locks, each held by a connection of its own: PostgreSQL lets go of it where the process dies. */
const locksIn = (connectionString: string) => {
  const connections = new pg.Pool({ connectionString, max: 2 });
  const key = (name: string): string => `replayground/${name}`;

  const withConnection = async <Result>(run: (client: pg.PoolClient) => Promise<Result>): Promise<Result> => {
    const client = await connections.connect();
    try {
      return await run(client);
    } finally {
      client.release();
    }
  };
  const unlocking = async (client: pg.PoolClient, name: string, run: () => Promise<void>): Promise<void> => {
    try {
      await run();
    } finally {
      await client.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [key(name)]);
    }
  };

  return {
    holding: (name: string, run: () => Promise<void>): Promise<void> =>
      withConnection(async (client) => {
        await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [key(name)]);
        await unlocking(client, name, run);
      }),
    ifFree: (name: string, run: () => Promise<void>): Promise<void> =>
      withConnection(async (client) => {
        const { rows } = await client.query('SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS held', [
          key(name),
        ]);
        if (rows[0]?.held) await unlocking(client, name, run);
      }),
    close: () => connections.end(),
  };
};
