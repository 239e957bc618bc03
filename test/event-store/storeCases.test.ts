import { expect, it } from 'vitest';
import { deleteEventStore, openMemoryStore } from '#event-store';
import type { CaseDriver } from './CaseDriver.ts';
import { describeStoreCases, isPlayed, leftOut, optionNotOurs, optionsLeftOut, storeCases } from './storeCases.ts';
import { describeStoreMatrices } from './storeMatrices.ts';

const memory = { name: 'the in-memory store', open: openMemoryStore };
const reopenedMemory = {
  name: 'the in-memory store, closed and opened again',
  open: openMemoryStore,
  betweenGivenAndWhen: (driver: CaseDriver) => driver.reopen(),
};

it('plays every must case, and every should case but those that say why they are left out', () => {
  const out = (level: string) => storeCases.filter((one) => one.level === level && !isPlayed(one)).map(({ id }) => id);

  expect(out('must')).toEqual([]);
  expect(out('should').sort()).toEqual([...leftOut.keys()].sort());
});

it('leaves out options by their group alone, but for those that say why', () => {
  const out = storeCases.filter((one) => one.level === 'option' && !isPlayed(one));
  const reasons = out.map(({ id, group }) => optionNotOurs.get(id) ?? optionsLeftOut.get(group));

  expect(reasons).not.toContain(undefined);
  expect(new Set(out.map(({ group }) => group))).toEqual(new Set([...optionsLeftOut.keys(), 'APP', 'RET']));
});

const importedMemory = {
  name: 'an in-memory store after export and import',
  open: openMemoryStore,
  betweenGivenAndWhen: (driver: CaseDriver) => driver.exportAndImport(),
};

for (const subject of [memory, reopenedMemory, importedMemory]) {
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
