import { openMemoryStore } from '#event-store';
import { describeStoreContract } from './storeContract.ts';

describeStoreContract('the in-memory store', openMemoryStore);
