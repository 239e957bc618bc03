import type { IDBPTransaction, StoreNames } from 'idb';
import {
  type Backend,
  emptyLog,
  type LogEnd,
  type StoreMessage,
  type StreamSets,
  type StreamSetsRequest,
  type SurveyRequest,
} from './Backend.ts';
import { bundleMessages } from './bundledMessages.ts';
import { type ChangeSet, lastPositionOf, lastStreamPositionOf, type Occurrence, occurrencesIn } from './changeSet.ts';
import { documentsOf, openDatabase, type StoreDatabase, type StoreSchema, storageFailure } from './database.ts';
import type { CommandRecord, EventStoreOptions } from './EventStore.ts';
import { type StorageFailure, storeClosed } from './errors.ts';
import { keysToLookUp } from './eventIds.ts';
import { writeTransaction } from './writeTransaction.ts';

type Names = StoreNames<StoreSchema>[];
type Reading = IDBPTransaction<StoreSchema, Names, 'readonly'>;

export const openIndexedDbBackend = async (name: string, options: EventStoreOptions): Promise<Backend> => {
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(`event-store ${name}`) : undefined;
  const messages = bundleMessages((message) => {
    if (!lost) channel?.postMessage(message);
  });
  let lost: StorageFailure | undefined;
  const lose = (why: StorageFailure): void => {
    lost ??= why;
    channel?.close();
  };
  const database = await openDatabase(name, lose).catch((error: unknown) => {
    channel?.close();
    throw error;
  });
  const answer = async <T>(ask: (database: StoreDatabase) => Promise<T>): Promise<T> => {
    if (lost) throw lost;
    try {
      return await ask(database);
    } catch (error) {
      throw lost ?? storageFailure(error);
    }
  };

  return {
    survey: (request) => answer((db) => survey(db, request)),
    write: (transaction) => answer((db) => writeTransaction(db, transaction, options)),
    streamSets: (stream, request) => answer((db) => streamSets(db, stream, request)),
    setsFrom: (position, limit) => answer((db) => setsFrom(db, position, limit)),
    streams: () => answer(streams),
    document: (projection, documentId) =>
      answer(async (db) => (await db.get('documents', [projection, documentId]))?.document),
    documents: (projection) =>
      answer(async (db) =>
        (await db.getAll('documents', documentsOf(projection))).map(({ documentId, document }) => ({
          documentId,
          document,
        })),
      ),
    checkpoint: (consumer) => answer(async (db) => (await db.get('checkpoints', consumer)) ?? 0),
    commandRecord: (commandId) =>
      answer((db) => db.getFromIndex('commandRecords', 'byCommandId', commandId) as Promise<CommandRecord | undefined>),
    commandRecords: () => answer((db) => db.getAll('commandRecords') as Promise<CommandRecord[]>),
    keepCodeVersions: (versions) =>
      answer(async (db) => {
        if (versions.length === 0) return;
        const transaction = db.transaction('codeVersions', 'readwrite');
        const kept = new Set(await transaction.store.getAllKeys());
        const fresh = versions.filter(({ hash }) => !kept.has(hash));
        await Promise.all([...fresh.map((version) => transaction.store.put(version)), transaction.done]);
      }),
    codeVersion: (hash) => answer((db) => db.get('codeVersions', hash)),
    tell: messages.tell,
    onTold: (handle) => {
      channel?.addEventListener('message', ({ data }: MessageEvent<StoreMessage>) => handle(data));
    },
    close: () => {
      messages.flush();
      lose(storeClosed(name));
      database.close();
    },
  };
};

const readLog = (db: StoreDatabase, ...more: Names): IDBPTransaction<StoreSchema, Names, 'readonly'> =>
  db.transaction(['changeSets', ...more], 'readonly');

const survey = async (db: StoreDatabase, { streams, ids }: SurveyRequest) => {
  const tx = readLog(db);
  const [end, versions, occurrences] = await Promise.all([
    logEnd(tx),
    Promise.all(streams.map((stream) => versionOf(tx, stream))),
    Promise.all(ids.map((wanted) => occurrencesOf(tx, wanted.stream, wanted.ids))),
    tx.done,
  ]);
  return { end, versions, occurrences };
};

const versionOf = async (tx: Reading, stream: string): Promise<number> => {
  const byStream = tx.objectStore('changeSets').index('byStream');
  const last = (await byStream.openCursor(IDBKeyRange.bound([stream], [stream, []]), 'prev'))?.value;
  return last ? lastStreamPositionOf(last) : 0;
};

const streams = async (db: StoreDatabase) => {
  const tx = readLog(db, 'streams');
  const names = await tx.objectStore('streams').index('byFirstPosition').getAllKeys();
  return Promise.all(names.map(async (stream) => ({ stream, version: await versionOf(tx, stream) })));
};

const logEnd = async (tx: Reading): Promise<LogEnd> => {
  const last = (await tx.objectStore('changeSets').openCursor(null, 'prev'))?.value;
  return last ? { position: lastPositionOf(last), recordedAt: last.recordedAt } : emptyLog;
};

const occurrencesOf = async (tx: Reading, stream: string, ids: string[]): Promise<Occurrence[]> => {
  const index = tx.objectStore('changeSets').index('byEventId');
  const found = await Promise.all(keysToLookUp(ids).map((key) => index.getAll(key)));
  const sets = new Map(found.flat().map((set) => [set.firstPosition, set]));
  const wanted = new Set(ids);
  return [...sets.values()].filter((set) => set.stream === stream).flatMap((set) => occurrencesIn(set, wanted));
};

const streamSets = async (db: StoreDatabase, stream: string, request: StreamSetsRequest): Promise<StreamSets> => {
  const tx = readLog(db);
  const [version, changeSets] = await Promise.all([
    versionOf(tx, stream),
    request.direction === 'forwards' ? setsForwards(tx, stream, request) : setsBackwards(tx, stream, request),
    tx.done,
  ]);
  return { version, changeSets };
};

const setsForwards = async (tx: Reading, stream: string, { from, to, limit }: StreamSetsRequest) => {
  const index = tx.objectStore('changeSets').index('byStream');
  const before = from > 1 ? await index.openKeyCursor(IDBKeyRange.bound([stream], [stream, from]), 'prev') : null;
  const start = before?.key ?? [stream];
  return index.getAll(IDBKeyRange.bound(start, [stream, to]), Number.isFinite(limit) ? limit : undefined);
};

/** By a cursor, which is slow, as it is mostly of the few last sets of a stream. */
const setsBackwards = async (tx: Reading, stream: string, { from, to, limit }: StreamSetsRequest) => {
  const index = tx.objectStore('changeSets').index('byStream');
  const sets: ChangeSet[] = [];
  let cursor = await index.openCursor(IDBKeyRange.bound([stream], [stream, to]), 'prev');
  while (cursor && sets.length < limit) {
    sets.unshift(cursor.value);
    if (cursor.value.firstStreamPosition <= from) break;
    cursor = await cursor.continue();
  }
  return sets;
};

const setsFrom = async (db: StoreDatabase, position: number, limit: number): Promise<ChangeSet[]> => {
  const store = readLog(db).objectStore('changeSets');
  const start = await store.openKeyCursor(IDBKeyRange.upperBound(position), 'prev');
  return store.getAll(start ? IDBKeyRange.lowerBound(start.primaryKey) : null, limit);
};
