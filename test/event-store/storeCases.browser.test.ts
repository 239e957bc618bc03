import { openIndexedDbStore } from '#event-store';
import { describeStoreCases } from './storeCases.ts';
import { describeStoreMatrices } from './storeMatrices.ts';

const indexedDb = { name: 'the IndexedDB store', open: openIndexedDbStore };
const reopened = {
  name: 'the IndexedDB store, closed and opened again',
  open: openIndexedDbStore,
  betweenGivenAndWhen: (driver: { reopen(): Promise<void> }) => driver.reopen(),
};

for (const subject of [indexedDb, reopened]) {
  describeStoreCases(subject);
  describeStoreMatrices(subject);
}
