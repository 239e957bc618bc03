import { openIndexedDbStore } from '#event-store';
import type { CaseDriver } from './CaseDriver.ts';
import { openSealingStore, openSegmentStore } from './sealingStore.ts';
import { describeStoreCases } from './storeCases.ts';
import { describeStoreMatrices } from './storeMatrices.ts';

const indexedDb = { name: 'the IndexedDB store', open: openIndexedDbStore };
const reopened = {
  name: 'the IndexedDB store, closed and opened again',
  open: openIndexedDbStore,
  betweenGivenAndWhen: (driver: CaseDriver) => driver.reopen(),
};
const imported = {
  name: 'the IndexedDB store after export and import',
  open: openIndexedDbStore,
  betweenGivenAndWhen: (driver: CaseDriver) => driver.exportAndImport(),
};
const sealing = { name: 'the IndexedDB store that seals after each append', open: openSealingStore };
const segments = { name: 'the IndexedDB store that writes segments at once', open: openSegmentStore };

for (const subject of [indexedDb, reopened, imported, sealing, segments]) {
  describeStoreCases(subject);
  describeStoreMatrices(subject);
}
