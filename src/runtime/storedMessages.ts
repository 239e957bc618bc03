import type { DocumentChange, EventStore } from '#event-store';
import { soonestFirst, type WaitingMessage } from '#model';

/** What waits is stored, with how far the log has been read for it: it outlives the tab. */
export const timers = 'timers';

/** Scheduled messages whose time has not come, soonest first, as far as the log has been read. */
export const storedMessages = async (store: EventStore): Promise<readonly WaitingMessage[]> => {
  const stored = await store.documents(timers);
  return stored.map(({ document }) => document as WaitingMessage).sort(soonestFirst);
};

/** It is never handed over. */
export const forgetMessage = (store: EventStore, messageId: string): Promise<void> =>
  store.storeDocuments([messageForgotten(messageId)]);

export const messageForgotten = (messageId: string): DocumentChange => ({
  projection: timers,
  documentId: messageId,
  document: null,
});
