import type { IDBPTransaction, StoreNames } from 'idb';
import {
  type Backend,
  emptyLog,
  type LogEnd,
  type Stored,
  type StoreMessage,
  type StreamSets,
  type StreamSetsRequest,
  type SurveyRequest,
  type Transaction,
} from './Backend.ts';
import { bundleMessages } from './bundledMessages.ts';
import { type ChangeSet, eventsOf, lastPositionOf, lastStreamPositionOf, occurrencesIn } from './changeSet.ts';
import { isCollision, openDatabase, type StoreDatabase, type StoreSchema, storageFailure } from './database.ts';
import type { Occurrence } from './decideCommit.ts';
import type { CommandRecord, EventStoreOptions } from './EventStore.ts';
import { type StorageFailure, storeClosed } from './errors.ts';
import { keysToLookUp } from './eventIds.ts';

type Names = StoreNames<StoreSchema>[];
type Reading = IDBPTransaction<StoreSchema, Names, IDBTransactionMode>;
type Writing = IDBPTransaction<StoreSchema, Names, 'readwrite'>;

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
    write: (transaction) => answer((db) => write(db, transaction, options)),
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
    keepCodeVersion: (version) =>
      answer(async (db) => {
        await db.put('codeVersions', version);
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

const documentsOf = (projection: string): IDBKeyRange => IDBKeyRange.bound([projection], [projection, []]);

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

/**
 * Everything in one transaction, nothing foreign awaited in it. A change set is added, never put: where another tab
 * has written since, its key is taken, and the whole transaction aborts.
 */
const write = async (db: StoreDatabase, transaction: Transaction, options: EventStoreOptions): Promise<Stored> => {
  const { durability = 'relaxed' } = options;
  const tx = db.transaction(storesFor(transaction), 'readwrite', { durability });
  // Awaited below; an abort rejects it before that.
  tx.done.catch(() => undefined);
  try {
    if (await hasMovedOn(tx, transaction)) {
      tx.abort();
      return { kind: 'moved-on' };
    }
    const commandRecords = await fill(tx, transaction, options);
    await tx.done;
    return { kind: 'stored', commandRecords };
  } catch (error) {
    if (isCollision(tx.error ?? error)) return { kind: 'moved-on' };
    throw storageFailure(tx.error ?? error);
  }
};

const storesFor = (transaction: Transaction): Names => {
  const { after, changeSets = [], newStreams = [], clear = [], documents = [] } = transaction;
  const { checkpoints = [], commandRecords = [] } = transaction;
  const names: Names = [];
  if (after !== undefined || changeSets.length > 0) names.push('changeSets');
  if (newStreams.length > 0) names.push('streams');
  if (clear.length > 0 || documents.length > 0) names.push('documents');
  if (checkpoints.length > 0) names.push('checkpoints');
  if (commandRecords.length > 0) names.push('commandRecords');
  return names.length > 0 ? names : ['meta'];
};

/** With change sets the first of them asks this by itself, without a round trip. */
const hasMovedOn = async (tx: Writing, { after, changeSets = [] }: Transaction): Promise<boolean> =>
  after !== undefined && changeSets.length === 0 && (await logEnd(tx)).position !== after;

const fill = async (tx: Writing, transaction: Transaction, { beforeWrite }: EventStoreOptions) => {
  const { changeSets = [], newStreams = [], commandRecords = [] } = transaction;
  const requests: Promise<unknown>[] = [];
  if (changeSets.length > 0) {
    const setStore = tx.objectStore('changeSets');
    for (const set of changeSets) requests.push(setStore.add(set));
  }
  for (const one of newStreams) requests.push(tx.objectStore('streams').add(one));
  requests.push(...fillDocuments(tx, transaction));
  const records = Promise.all(commandRecords.map((record) => putRecord(tx, record)));
  if (beforeWrite) requests.push(inject(tx, () => changeSets.flatMap(eventsOf).forEach(beforeWrite)));
  else if (commandRecords.length === 0) tx.commit();
  const [stored] = await Promise.all([records, ...requests]);
  return stored;
};

const fillDocuments = (tx: Writing, transaction: Transaction): Promise<unknown>[] => {
  const { clear = [], documents = [], checkpoints = [] } = transaction;
  return [
    ...clear.map((projection) => tx.objectStore('documents').delete(documentsOf(projection))),
    ...documents.map(({ projection, documentId, document }) =>
      document === null
        ? tx.objectStore('documents').delete([projection, documentId])
        : tx.objectStore('documents').put({ projection, documentId, document }),
    ),
    ...checkpoints.map(({ consumer, position }) => tx.objectStore('checkpoints').put(position, consumer)),
  ];
};

/** A fault made on purpose, when all requests are under way. */
const inject = async (tx: Writing, run: () => void): Promise<void> => {
  try {
    run();
  } catch (error) {
    tx.abort();
    throw error;
  }
};

/** Its sequence is the key that the database gives, or the one that a record of the same command has. */
const putRecord = async (tx: Writing, record: Omit<CommandRecord, 'sequence'>): Promise<CommandRecord> => {
  const store = tx.objectStore('commandRecords');
  const known = await store.index('byCommandId').getKey(record.commandId);
  const sequence = await store.put(known === undefined ? record : { ...record, sequence: known });
  return { ...record, sequence };
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
