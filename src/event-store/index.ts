export { deletedBy } from './deletions.ts';
export * from './EventStore.ts';
export type { StorageFailureReason, Violation } from './errors.ts';
export {
  ConcurrencyConflict,
  InvalidArgument,
  StaleFence,
  StorageFailure,
  StreamArchived,
  StreamDeleted,
} from './errors.ts';
export { newUuid } from './newUuid.ts';
export { deleteEventStore, openIndexedDbStore, openMemoryStore } from './openEventStore.ts';
export { categoryOf } from './readEvents.ts';
export { eventsInText, logTextOfEvents } from './segment.ts';
export type { DeletionStep, MarkedStream, StreamState, StreamStatus } from './streamState.ts';
export type { UpcastedEvent, Upcaster } from './upcastEvents.ts';
export { upcastEvents } from './upcastEvents.ts';
