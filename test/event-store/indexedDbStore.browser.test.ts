import { expect, it } from 'vitest';
import { deleteEventStore, openIndexedDbStore } from '#event-store';
import { openUnheard } from './openUnheard.ts';

const event = { type: 'E', data: {} };

it('refuses a database of a newer format and leaves it as it is', async () => {
  const newer = await openDatabase('newer', 99);
  newer.close();

  await expect(openIndexedDbStore('newer')).rejects.toMatchObject({
    name: 'StorageFailure',
    reason: 'newer-format',
    message: expect.stringContaining('newer version of this app'),
  });

  const again = await openDatabase('newer', 99);
  expect(again.version).toBe(99);
  again.close();
});

it('says that a tab which does not let go blocks the deletion', async () => {
  const holding = await openDatabase('blocked', undefined);

  await expect(deleteEventStore('blocked')).rejects.toMatchObject({ name: 'StorageFailure', reason: 'blocked' });

  holding.close();
});

it('waits for a deletion that another tab holds up', async () => {
  const holding = await openDatabase('blocked by an upgrade', undefined);
  const deleting = answerOf(indexedDB.deleteDatabase('blocked by an upgrade'));

  const opening = openIndexedDbStore('blocked by an upgrade');
  holding.close();

  await deleting;
  expect(await (await opening).lastPosition()).toBe(0);
});

it('closes politely when the database is deleted elsewhere', async () => {
  const store = await openIndexedDbStore('deleted');
  await store.appendToStream('s', [event]);

  await deleteEventStore('deleted');

  await expect(store.appendToStream('s', [event])).rejects.toMatchObject({
    name: 'StorageFailure',
    reason: 'closed',
    message: expect.stringContaining('in another tab'),
  });
  store.close();
});

it('reports a full disk in words and keeps the log', async () => {
  const store = await openIndexedDbStore('full');
  await store.appendToStream('s', [event]);
  const { add } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.add = () => {
    throw new DOMException('No room.', 'QuotaExceededError');
  };

  const append = store.appendToStream('s', [event]);

  await expect(append).rejects.toMatchObject({ name: 'StorageFailure', reason: 'quota' });
  IDBObjectStore.prototype.add = add;
  expect((await store.appendToStream('s', [event])).version).toBe(2);
  store.close();
  await deleteEventStore('full');
});

it('fails only the commit of a group that cannot be stored', async () => {
  const store = await openIndexedDbStore('faults', {
    beforeWrite: ({ type }) => {
      if (type === 'Boom') throw new Error('Boom.');
    },
  });

  const results = await Promise.allSettled([
    store.appendToStream('s', [event]),
    store.appendToStream('s', [event, { type: 'Boom', data: {} }]),
    store.appendToStream('s', [event]),
  ]);

  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect((await store.readStream('s')).events.map(({ metadata }) => metadata.streamPosition)).toEqual([1, 2]);
  store.close();
  await deleteEventStore('faults');
});

it('opens a database of the format before segments, and goes on in it', async () => {
  const before = await openDatabase('first format', 1, asInTheFirstFormat);
  before.close();

  const store = await openIndexedDbStore('first format');
  const appended = await store.appendToStream('cart-1', [{ type: 'E', data: 3 }], { expectedVersion: 2 });

  expect(appended).toMatchObject({ version: 3, lastPosition: 3 });
  expect((await store.readAll()).events.map(({ data }) => data)).toEqual([1, 2, 3]);
  expect(await store.seal({ size: 1, unsealed: 0 })).toBe(true);
  expect((await store.readStream('cart-1')).events.map(({ data }) => data)).toEqual([1, 2, 3]);
  expect((await store.archiveStream('cart-1')).status).toBe('archived');
  store.close();
  await deleteEventStore('first format');
});

it('says which tab is in the way of an upgrade, and has the log once it is gone', async () => {
  const older = await openDatabase('held by an older version', 1, asInTheFirstFormat);

  await expect(openIndexedDbStore('held by an older version')).rejects.toMatchObject({
    name: 'StorageFailure',
    reason: 'blocked',
    message: expect.stringContaining('Another tab holds an older version'),
  });

  older.close();
  const store = await openIndexedDbStore('held by an older version');
  expect((await store.readAll()).events.map(({ data }) => data)).toEqual([1, 2]);
  store.close();
  await deleteEventStore('held by an older version');
});

it('refuses a tab that does not know that the stream was archived, and lets it go on once it is taken back', async () => {
  const awake = await openUnheard('archived elsewhere');
  await awake.appendToStream('s', [event]);
  const sleeping = await openIndexedDbStore('archived elsewhere');
  await sleeping.appendToStream('s', [event]);
  await awake.archiveStream('s');

  await expect(sleeping.appendToStream('s', [event])).rejects.toMatchObject({ name: 'StreamArchived', stream: 's' });

  await awake.unarchiveStream('s');
  expect((await sleeping.appendToStream('s', [event])).version).toBe(3);
  for (const store of [awake, sleeping]) store.close();
  await deleteEventStore('archived elsewhere');
});

it('decides on what became of a stream in another tab, also where nothing would collide', async () => {
  const awake = await openUnheard('deleted elsewhere');
  const sleeping = await openIndexedDbStore('deleted elsewhere');
  await sleeping.appendToStream('s', [event]);
  await awake.deleteStream('s', { mode: 'soft' });

  await expect(sleeping.appendToStream('s', [event], { expectedVersion: 'stream-exists' })).rejects.toMatchObject({
    violations: [{ stream: 's', actual: 1, status: 'soft-deleted' }],
  });
  const checks = [{ stream: 's', expectedVersion: 'stream-exists' as const }];
  await expect(sleeping.appendToStream('t', [event], { checks })).rejects.toMatchObject({
    name: 'ConcurrencyConflict',
  });
  expect((await sleeping.appendToStream('s', [event], { expectedVersion: 'no-stream' })).version).toBe(2);
  for (const store of [awake, sleeping]) store.close();
  await deleteEventStore('deleted elsewhere');
});

it('names the encoding of every change set', async () => {
  const store = await openIndexedDbStore('encoded');
  await store.appendToStream('s', [event, event]);
  store.close();

  const database = await openDatabase('encoded', undefined);
  const sets = await answerOf(database.transaction('changeSets').objectStore('changeSets').getAll());
  database.close();

  expect(sets).toMatchObject([{ firstPosition: 1, stream: 's', firstStreamPosition: 1, count: 2, encoding: 'json' }]);
  await deleteEventStore('encoded');
});

/** Two events in one change set, as the first version of this app stored them. */
const asInTheFirstFormat = (database: IDBDatabase): void => {
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
  database.createObjectStore('meta').put('json', 'encoding');
  streams.put({ stream: 'cart-1', firstPosition: 1 });
  changeSets.put({
    firstPosition: 1,
    stream: 'cart-1',
    firstStreamPosition: 1,
    count: 2,
    recordedAt: '2026-01-01T00:00:00.000Z',
    ids: { kind: 'row', keys: ['c1/'], firstNumber: 1 },
    encoding: 'json',
    text: JSON.stringify([1, 2].map((data) => ({ type: 'E', data }))),
  });
};

const openDatabase = async (
  name: string,
  version: number | undefined,
  upgrade: (database: IDBDatabase) => void = () => undefined,
): Promise<IDBDatabase> => {
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = () => upgrade(request.result);
  return answerOf(request);
};

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
