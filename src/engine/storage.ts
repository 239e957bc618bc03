import { deleteEventStore, type EventStore, openIndexedDbStore } from '#event-store';

/** Stores by name: a model's board, and a store for each run under its opaque id. */
export type Storage = {
  openBoard: (modelId: string) => Promise<EventStore>;
  openRun: (runId: string) => Promise<EventStore>;
  /** For who writes a long history into a run that nobody else has open. */
  openRunToFill: (runId: string) => Promise<EventStore>;
  deleteBoard: (modelId: string) => Promise<void>;
  deleteRun: (runId: string) => Promise<void>;
};

export const inIndexedDb: Storage = {
  openBoard: (modelId) => openIndexedDbStore(boardName(modelId)),
  openRun: async (runId) => wholeLog(await openIndexedDbStore(runName(runId))),
  openRunToFill: async (runId) => wholeLog(await openIndexedDbStore(runName(runId), { segmentSize: 1000 })),
  deleteBoard: (modelId) => deleteEventStore(boardName(modelId)),
  deleteRun: (runId) => deleteEventStore(runName(runId)),
};

/**
 * A run's log as everybody who projects or shows it reads it: with what is archived or deleted, unless they say
 * otherwise. A read model that is rebuilt must come to what it was before a stream was put away; where a deleted stream
 * begins again, its event says so to who folds it.
 */
const wholeLog = (store: EventStore): EventStore => ({
  ...store,
  readStream: (stream, options) => store.readStream(stream, { deleted: 'included', ...options }),
  readAll: (options) => store.readAll({ archived: 'included', ...options }),
  subscribe: (options, handle) => store.subscribe({ archived: 'included', ...options }, handle),
});

const boardName = (modelId: string): string => `replayground/${modelId}/board`;
const runName = (runId: string): string => `replayground/run/${runId}`;
