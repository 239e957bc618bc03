import { expect, it } from 'vitest';
import { deleteEventStore, openIndexedDbStore } from '#event-store';

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

const openDatabase = (name: string, version: number | undefined): Promise<IDBDatabase> =>
  answerOf(indexedDB.open(name, version));

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
