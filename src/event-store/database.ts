import { type DBSchema, deleteDB, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';
import type { ChangeSet } from './changeSet.ts';
import type { CodeVersion, CommandRecord, Json } from './EventStore.ts';
import { StorageFailure } from './errors.ts';
import type { Segment } from './segment.ts';
import type { StreamMarks } from './streamState.ts';

type StoredDocumentRecord = { projection: string; documentId: string; document: Json };

/** A stream; a name that was tombstoned before it was ever written has no first position, and is on no list. */
export type StreamRecord = StreamMarks & { stream: string; firstPosition?: number };

/**
 * Takes the place that the next event of a closed stream would have: a tab that does not know that it is archived, or
 * deleted for good, collides there. Its key is a text, which sorts after all positions.
 */
export type Bar = { firstPosition: string; stream: string; firstStreamPosition: number };

/** All of the log: the keys that are positions. */
export const positionKeys = (): IDBKeyRange => IDBKeyRange.upperBound(Number.POSITIVE_INFINITY);

/** The keys that are names of streams. */
export const barKeys = (): IDBKeyRange => IDBKeyRange.lowerBound('');

export type StoreSchema = DBSchema & {
  /**
   * Key: the global position of the first event. Where a change set has gone into a segment, its key stays taken by an
   * empty record: a tab that knows nothing of what was stored since must still collide when it writes there.
   */
  changeSets: {
    key: number | string;
    value: ChangeSet | Bar;
    indexes: { byStream: [string, number]; byEventId: string };
  };
  /** Key: the global position of the last event. The last change set of the log is never in one. */
  segments: { key: number; value: Segment; indexes: { byStream: [string, number, number]; byEventId: string } };
  /** One entry for every stream, made with its first event; its version follows from its last change set. */
  streams: {
    key: string;
    value: StreamRecord;
    indexes: { byFirstPosition: number; byRevision: number; byArchivedAt: string };
  };
  documents: { key: [string, string]; value: StoredDocumentRecord };
  checkpoints: { key: string; value: number };
  commandRecords: {
    key: number;
    value: Omit<CommandRecord, 'sequence'> & { sequence?: number };
    indexes: { byCommandId: string };
  };
  codeVersions: { key: string; value: CodeVersion };
  meta: { key: string; value: Json };
};

export type StoreDatabase = IDBPDatabase<StoreSchema>;

/** Version of the layout below. A database of a later one is refused. */
const formatVersion = 3;

const upgrade = (database: StoreDatabase, before: number, _: number | null, tx: Upgrading): void => {
  if (before < 1) createFirstFormat(database);
  if (before < 2) {
    const segments = database.createObjectStore('segments', { keyPath: 'lastPosition' });
    segments.createIndex('byStream', 'streams', { multiEntry: true });
    segments.createIndex('byEventId', 'ids', { multiEntry: true });
  }
  // Only of streams that are archived, deleted or described: those that are not have neither field.
  const streams = tx.objectStore('streams');
  streams.createIndex('byRevision', 'revision');
  streams.createIndex('byArchivedAt', 'archivedAt');
  void tx.objectStore('meta').put(formatVersion, 'formatVersion');
};

type Upgrading = IDBPTransaction<StoreSchema, StoreNames<StoreSchema>[], 'versionchange'>;

const createFirstFormat = (database: StoreDatabase): void => {
  const changeSets = database.createObjectStore('changeSets', { keyPath: 'firstPosition' });
  changeSets.createIndex('byStream', ['stream', 'firstStreamPosition'], { unique: true });
  changeSets.createIndex('byEventId', 'ids.keys', { multiEntry: true });
  const streams = database.createObjectStore('streams', { keyPath: 'stream' });
  streams.createIndex('byFirstPosition', 'firstPosition');
  database.createObjectStore('documents', { keyPath: ['projection', 'documentId'] });
  database.createObjectStore('checkpoints');
  const commandRecords = database.createObjectStore('commandRecords', { keyPath: 'sequence', autoIncrement: true });
  commandRecords.createIndex('byCommandId', 'commandId', { unique: true });
  database.createObjectStore('codeVersions', { keyPath: 'hash' });
  const meta = database.createObjectStore('meta');
  void meta.put('json', 'encoding');
};

/** Milliseconds that another tab is given to close a connection that it was asked to close. */
const patience = 3000;

/** `onLost` is called when the connection ends without our doing. */
export const openDatabase = async (name: string, onLost: (why: StorageFailure) => void): Promise<StoreDatabase> => {
  const { promise: blocked, reject } = rejectable();
  const opening = openDB<StoreSchema>(name, formatVersion, {
    upgrade,
    blocked: () => reject(`Another tab holds an older version of "${name}" open. Close or reload it.`),
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      onLost(
        new StorageFailure(
          'closed',
          'What is stored here was deleted or upgraded in another tab. Save to a file what is still on the screen, then reload the page.',
        ),
      );
    },
    terminated: () => onLost(new StorageFailure('closed', `The browser closed the store "${name}". Reload the page.`)),
  });
  try {
    return await Promise.race([opening, blocked]);
  } catch (error) {
    opening.then(
      (database) => database.close(),
      () => undefined,
    );
    throw openingFailure(name, error);
  }
};

/** Open connections of other tabs are asked to close; where one does not, the database goes once that tab does. */
export const deleteDatabase = async (name: string): Promise<void> => {
  const { promise: blocked, reject } = rejectable();
  const deleting = deleteDB(name, {
    blocked: () => reject(`Another tab holds "${name}" open. It is deleted as soon as that tab is closed.`),
  });
  try {
    await Promise.race([deleting, blocked]);
  } catch (error) {
    throw storageFailure(error);
  }
};

/** A connection that is about to close blocks as well: only one that stays is worth a message. */
const rejectable = () => {
  let reject: (error: StorageFailure) => void = () => undefined;
  const promise = new Promise<never>((_, refuse) => {
    reject = refuse;
  });
  promise.catch(() => undefined);
  return {
    promise,
    reject: (message: string) => {
      setTimeout(() => reject(new StorageFailure('blocked', message)), patience);
    },
  };
};

/** The keys of a projection's documents. */
export const documentsOf = (projection: string): IDBKeyRange => IDBKeyRange.bound([projection], [projection, []]);

const openingFailure = (name: string, error: unknown): StorageFailure =>
  nameOf(error) === 'VersionError'
    ? new StorageFailure(
        'newer-format',
        `"${name}" was made by a newer version of this app. Reload to get that version.`,
        {
          cause: error,
        },
      )
    : storageFailure(error);

export const isCollision = (error: unknown): boolean => nameOf(error) === 'ConstraintError';

/** Words and a reason for what IndexedDB throws. */
export const storageFailure = (error: unknown): StorageFailure => {
  if (error instanceof StorageFailure) return error;
  switch (nameOf(error)) {
    case 'QuotaExceededError':
      return new StorageFailure(
        'quota',
        'The browser has no room left for this page. Nothing was stored; what was stored before is still there.',
        { cause: error },
      );
    case 'InvalidStateError':
      return new StorageFailure('closed', 'The connection to the browser’s storage is closed. Reload the page.', {
        cause: error,
      });
    default:
      return new StorageFailure(
        'unknown',
        `The browser’s storage failed: ${error instanceof Error ? error.message : String(error)}`,
        { cause: error },
      );
  }
};

const nameOf = (error: unknown): string => (error instanceof Error || error instanceof DOMException ? error.name : '');
