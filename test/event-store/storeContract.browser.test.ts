import { openIndexedDbStore } from '#event-store';
import { describeStoreContract } from './storeContract.ts';

describeStoreContract('the IndexedDB store', openIndexedDbStore);
