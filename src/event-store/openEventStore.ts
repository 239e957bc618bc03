import { createEventStore } from './createEventStore.ts';
import { deleteDatabase } from './database.ts';
import type { OpenEventStore } from './EventStore.ts';
import { openIndexedDbBackend } from './indexedDbBackend.ts';
import { deleteMemoryData, openMemoryBackend } from './memoryBackend.ts';

/** A store that lives as long as the page. Opened again under its name it still has its events. */
export const openMemoryStore: OpenEventStore = async (name, options = {}) =>
  createEventStore(name, openMemoryBackend(name, options), options);

/** A store in the browser's IndexedDB, shared by all tabs of the origin. `name` is the database's name. */
export const openIndexedDbStore: OpenEventStore = async (name, options = {}) =>
  createEventStore(name, await openIndexedDbBackend(name, options), options);

/** Deletes what is stored under the name, in memory and in IndexedDB. Stores that are still open on it are closed. */
export const deleteEventStore = async (name: string): Promise<void> => {
  deleteMemoryData(name);
  if ('indexedDB' in globalThis) await deleteDatabase(name);
};
