import type { EventStore } from '#event-store';
import type { Tail } from './tentativeEvents.ts';

const known = new WeakMap<EventStore, Tail>();

/** The end of the log. Its time is read only where the log has moved on since the last look. */
export const readTail = async (store: EventStore): Promise<Tail> => {
  const position = await store.lastPosition();
  const last = known.get(store);
  if (last?.position === position) return last;
  const { events } = position > 0 ? await store.readAll({ from: position, limit: 1 }) : { events: [] };
  const tail = { position, recordedAt: events[0]?.metadata.recordedAt };
  known.set(store, tail);
  return tail;
};
