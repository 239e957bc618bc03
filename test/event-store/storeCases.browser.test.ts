import { openIndexedDbStore } from '#event-store';
import { openSealingStore } from './sealingStore.ts';
import { describeStoreCases } from './storeCases.ts';
import { describeStoreMatrices } from './storeMatrices.ts';

const indexedDb = { name: 'the IndexedDB store', open: openIndexedDbStore };
const reopened = {
  name: 'the IndexedDB store, closed and opened again',
  open: openIndexedDbStore,
  betweenGivenAndWhen: (driver: { reopen(): Promise<void> }) => driver.reopen(),
};
const sealing = { name: 'the IndexedDB store that seals after each append', open: openSealingStore };

for (const subject of [indexedDb, reopened, sealing]) {
  describeStoreCases(subject);
  describeStoreMatrices(subject);
}
