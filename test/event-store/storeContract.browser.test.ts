import { openIndexedDbStore } from '#event-store';
import { openSealingStore } from './sealingStore.ts';
import { describeStoreContract } from './storeContract.ts';

describeStoreContract('the IndexedDB store', openIndexedDbStore);
describeStoreContract('the IndexedDB store that seals after each append', openSealingStore);
