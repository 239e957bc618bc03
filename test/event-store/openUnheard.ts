import { vi } from 'vitest';
import { type EventStore, type EventStoreOptions, openIndexedDbStore } from '#event-store';

/** What is posted here does not get through to other tabs: to them it is as if they slept. */
class Unheard {
  postMessage(): void {}
  addEventListener(): void {}
  close(): void {}
}

/** A store that tells others nothing of what it does. */
export const openUnheard = async (name: string, options?: EventStoreOptions): Promise<EventStore> => {
  vi.stubGlobal('BroadcastChannel', Unheard);
  const store = await openIndexedDbStore(name, options);
  vi.unstubAllGlobals();
  return store;
};
