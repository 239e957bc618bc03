import type { EventStore } from '#event-store';

/** All that a store has recorded, as it travels in a file. */
export const readHistory = async (store: EventStore) => {
  const { events } = await store.readAll({ archived: 'included' });
  const streams = await store.markedStreams();
  return { events, commands: await store.commandRecords(), ...(streams.length > 0 ? { streams } : {}) };
};
