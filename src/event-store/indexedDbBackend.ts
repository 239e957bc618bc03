import type { Backend, StoreMessage } from './Backend.ts';
import { bundleMessages } from './bundledMessages.ts';
import { documentsOf, openDatabase, type StoreDatabase, storageFailure } from './database.ts';
import type { CommandRecord, EventStoreOptions } from './EventStore.ts';
import { type StorageFailure, storeClosed } from './errors.ts';
import { markStream } from './markDatabase.ts';
import { eventOf, inspectPart, logFrom, markedStreams, streamSets, streams, survey } from './readDatabase.ts';
import { sealOldest } from './sealing.ts';
import { writeTransaction } from './writeTransaction.ts';

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
    logFrom: (position, span) => answer((db) => logFrom(db, position, span)),
    eventOf: (eventId) => answer((db) => eventOf(db, eventId)),
    mark: async (stream, change) => {
      const marked = await answer((db) => markStream(db, stream, change));
      if (marked.kind === 'refused') throw marked.error;
      return marked.kind === 'changed';
    },
    markedStreams: () => answer(markedStreams),
    archivedStreams: () => answer((db) => db.getAllKeysFromIndex('streams', 'byArchivedAt')),
    inspect: (kind, limit) => answer((db) => inspectPart(db, kind, limit)),
    seal: (wanted) => answer((db) => sealOldest(db, wanted)),
    streams: () => answer(streams),
    document: (projection, documentId) =>
      answer(async (db) => (await db.get('documents', [projection, documentId]))?.document),
    documents: (projection, limit) =>
      // To IndexedDB, none at most would mean all.
      answer(async (db) =>
        limit === 0
          ? []
          : (await db.getAll('documents', documentsOf(projection), limit)).map(({ documentId, document }) => ({
              documentId,
              document,
            })),
      ),
    countDocuments: (projection) => answer((db) => db.count('documents', documentsOf(projection))),
    checkpoint: (consumer) => answer(async (db) => (await db.get('checkpoints', consumer)) ?? 0),
    commandRecord: (commandId) =>
      answer((db) => db.getFromIndex('commandRecords', 'byCommandId', commandId) as Promise<CommandRecord | undefined>),
    commandRecords: (after, limit) =>
      answer((db) => {
        const range = IDBKeyRange.lowerBound(after, true);
        const records = db.getAll('commandRecords', range, Number.isFinite(limit) ? limit : undefined);
        return records as Promise<CommandRecord[]>;
      }),
    lastSequence: () =>
      answer(async (db) => {
        const last = await db.transaction('commandRecords').store.openKeyCursor(null, 'prev');
        return last?.key ?? 0;
      }),
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
