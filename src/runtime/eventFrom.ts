import type { EventStore, RecordedEvent } from '#event-store';

/** The first event at a global position or behind it. */
export const eventFrom = async (store: EventStore, position: number): Promise<RecordedEvent | undefined> =>
  (await store.readAll({ from: position, limit: 1 })).events[0];
