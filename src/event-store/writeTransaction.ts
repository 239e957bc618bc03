import { unwrap } from 'idb';
import type { Stored, Transaction } from './Backend.ts';
import { eventsOf, lastPositionOf } from './changeSet.ts';
import {
  documentsOf,
  isCollision,
  positionKeys,
  type StoreDatabase,
  type StreamRecord,
  storageFailure,
} from './database.ts';
import type { CommandRecord, EventStoreOptions } from './EventStore.ts';
import { addAsSegments, eventsOfSets, readUnsealed, type Unsealed } from './segmentsAtOnce.ts';

/**
 * Everything in one transaction, nothing foreign awaited in it. A change set is added, never put: where another tab
 * has written since, its key is taken, and the whole transaction aborts.
 *
 * On the bare API with the transaction's own events, as a promise for each request would cost a tenth of an append.
 */
export const writeTransaction = (
  database: StoreDatabase,
  transaction: Transaction,
  { durability = 'relaxed', beforeWrite, segmentSize = Number.POSITIVE_INFINITY }: EventStoreOptions,
): Promise<Stored> =>
  new Promise((resolve, reject) => {
    const isMuch = eventsOfSets(transaction.changeSets ?? []) >= segmentSize;
    const names = [...storesFor(transaction), ...(isMuch ? ['segments'] : [])];
    const tx = (unwrap(database) as IDBDatabase).transaction(names, 'readwrite', { durability });
    const commandRecords: CommandRecord[] = [];
    let unmet: Exclude<Stored['kind'], 'stored'> | undefined;
    let fault: unknown;
    const guarded = (run: () => void) => {
      try {
        run();
      } catch (error) {
        fault = error;
        tx.abort();
      }
    };
    tx.oncomplete = () => resolve({ kind: 'stored', commandRecords });
    tx.onabort = () => {
      if (unmet || isCollision(tx.error)) resolve({ kind: unmet ?? 'moved-on' });
      else reject(storageFailure(fault ?? tx.error));
    };
    const fillWith = (unsealed: Unsealed | undefined) =>
      guarded(() => {
        if (unsealed) addAsSegments(tx, unsealed, transaction.changeSets ?? [], segmentSize);
        else for (const set of transaction.changeSets ?? []) tx.objectStore('changeSets').add(set);
        for (const stream of transaction.newStreams ?? []) tx.objectStore('streams').add(stream);
        putDocuments(tx, transaction);
        putRecords(tx, transaction, commandRecords);
        if (beforeWrite) transaction.changeSets?.flatMap(eventsOf).forEach(beforeWrite);
        if (!transaction.commandRecords?.length) tx.commit();
      });
    const fill = () => (isMuch ? readUnsealed(tx, fillWith) : fillWith(undefined));
    const giveUp = (why: NonNullable<typeof unmet>): void => {
      unmet = why;
      tx.abort();
    };
    const fillAtEnd = () => {
      if (transaction.after === undefined || transaction.changeSets?.length) return fill();
      // Nothing that is added would collide: so the end of the log is asked for.
      ask(tx.objectStore('changeSets').openCursor(positionKeys(), 'prev'), (last) => {
        if ((last ? lastPositionOf(last.value) : 0) === transaction.after) fill();
        else giveUp('moved-on');
      });
    };
    const held: Held[] = [
      ...(transaction.basedOn ?? []).map(({ consumer, position }) => ({
        request: tx.objectStore('checkpoints').get(consumer),
        holds: (present: unknown) => (present ?? 0) === position,
        otherwise: () => giveUp('outdated'),
      })),
      ...(transaction.revisions ?? []).map(({ stream, revision }) => ({
        request: tx.objectStore('streams').get(stream),
        holds: (present: unknown) => ((present as StreamRecord | undefined)?.revision ?? 0) === revision,
        otherwise: () => giveUp('moved-on'),
      })),
    ];
    whereAllHold(held, fillAtEnd);
  });

/** What a transaction was computed from, and must still be there. */
type Held = { request: IDBRequest; holds: (present: unknown) => boolean; otherwise: () => void };

/** Goes on once everything is found as it was. */
const whereAllHold = (all: Held[], goOn: () => void): void => {
  let left = all.length;
  if (left === 0) goOn();
  for (const { request, holds, otherwise } of all)
    ask<unknown>(request, (present) => {
      left -= 1;
      if (!holds(present)) otherwise();
      else if (left === 0) goOn();
    });
};

const storesFor = (transaction: Transaction): string[] => {
  const { after, changeSets = [], newStreams = [], clear = [], documents = [] } = transaction;
  const { checkpoints = [], basedOn = [], commandRecords = [], revisions = [] } = transaction;
  const names: string[] = [];
  if (after !== undefined || changeSets.length > 0) names.push('changeSets');
  if (newStreams.length > 0 || revisions.length > 0) names.push('streams');
  if (clear.length > 0 || documents.length > 0) names.push('documents');
  if (checkpoints.length > 0 || basedOn.length > 0) names.push('checkpoints');
  if (commandRecords.length > 0) names.push('commandRecords');
  return names.length > 0 ? names : ['meta'];
};

const putDocuments = (tx: IDBTransaction, { clear = [], documents = [], checkpoints = [] }: Transaction): void => {
  for (const projection of clear) tx.objectStore('documents').delete(documentsOf(projection));
  for (const { projection, documentId, document } of documents) {
    const store = tx.objectStore('documents');
    if (document === null) store.delete([projection, documentId]);
    else store.put({ projection, documentId, document });
  }
  for (const { consumer, position } of checkpoints) tx.objectStore('checkpoints').put(position, consumer);
};

/** A record's sequence is the key that the database gives, or the one that a record of the same command has. */
const putRecords = (tx: IDBTransaction, { commandRecords = [] }: Transaction, stored: CommandRecord[]): void => {
  for (const [index, record] of commandRecords.entries()) {
    const store = tx.objectStore('commandRecords');
    ask(store.index('byCommandId').getKey(record.commandId), (known) => {
      ask(store.put(known === undefined ? record : { ...record, sequence: known }), (sequence) => {
        stored[index] = { ...record, sequence: Number(sequence) };
      });
    });
  }
};

const ask = <T>(request: IDBRequest<T>, answer: (result: T) => void): void => {
  request.onsuccess = () => answer(request.result);
};
