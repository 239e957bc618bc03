import { deleteEventStore, type EventStore, openIndexedDbStore } from '#event-store';

/** Stores by name: a model's board, and a store for each run under its opaque id. */
export type Storage = {
  openBoard: (modelId: string) => Promise<EventStore>;
  openRun: (runId: string) => Promise<EventStore>;
  deleteBoard: (modelId: string) => Promise<void>;
  deleteRun: (runId: string) => Promise<void>;
};

export const inIndexedDb: Storage = {
  openBoard: (modelId) => openIndexedDbStore(boardName(modelId)),
  openRun: (runId) => openIndexedDbStore(runName(runId)),
  deleteBoard: (modelId) => deleteEventStore(boardName(modelId)),
  deleteRun: (runId) => deleteEventStore(runName(runId)),
};

const boardName = (modelId: string): string => `replayground/${modelId}/board`;
const runName = (runId: string): string => `replayground/run/${runId}`;
