import { expect, it } from 'vitest';
import { deleteEventStore, openMemoryStore } from '#event-store';
import { describeStoreCases, playedByLevel, storeCases } from './storeCases.ts';
import { describeStoreMatrices } from './storeMatrices.ts';

const memory = { name: 'the in-memory store', open: openMemoryStore };
const reopenedMemory = {
  name: 'the in-memory store, closed and opened again',
  open: openMemoryStore,
  betweenGivenAndWhen: (driver: { reopen(): Promise<void> }) => driver.reopen(),
};

it('plays every must case', () => {
  expect(playedByLevel('must')).toBe(storeCases.filter(({ level }) => level === 'must').length);
  expect(playedByLevel('should')).toBe(29);
});

for (const subject of [memory, reopenedMemory]) {
  describeStoreCases(subject);
  describeStoreMatrices(subject);
}

it('deletes what a name holds', async () => {
  const store = await openMemoryStore('to delete');
  await store.appendToStream('s', [{ type: 'E', data: {} }]);
  store.close();

  await deleteEventStore('to delete');

  expect(await (await openMemoryStore('to delete')).lastPosition()).toBe(0);
});
