import { openIndexedDbStore } from '#event-store';
import { openSealingStore, openSegmentStore } from './sealingStore.ts';
import { describeStoreContract } from './storeContract.ts';

describeStoreContract('the IndexedDB store', openIndexedDbStore);
describeStoreContract('the IndexedDB store that seals after each append', openSealingStore);
describeStoreContract('the IndexedDB store that writes segments at once', openSegmentStore);
