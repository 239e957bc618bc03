import type { Json, NewEvent, RecordedEvent } from './messages.ts';

/** What the application needs of Emmett's stores, in memory or on PostgreSQL. Events come as they are stored. */
export type Store = {
  readStream(stream: string): Promise<{ version: number; events: RecordedEvent[] }>;
  /**
   * Appends events with the documents that read models make of them. `expectedVersion` is always a number: Emmett 0.42.0
   * ignores its constants here. Throws `VersionConflict` and `ReadModelBroke`.
   */
  append(stream: string, events: NewEvent[], expectedVersion: number): Promise<void>;
  /** Events behind a global position, in the order in which they were stored. */
  readAfter(position: bigint, limit: number): Promise<RecordedEvent[]>;
  documents(collection: string): Promise<{ [documentId: string]: Json }>;
  /** Puts what is made in the place of all documents of a collection, or leaves them. Nobody appends meanwhile. */
  replaceDocuments(collection: string, make: () => Promise<ReadonlyMap<string, Json>>): Promise<void>;
  /** How far somebody has read; `null` where nobody of this name has begun. */
  checkpoint(reader: string): Promise<bigint | null>;
  keepCheckpoint(reader: string, position: bigint): Promise<void>;
  /** Runs while no other process does the same; skips it where one is at it. */
  alone(task: string, run: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
};

export class VersionConflict extends Error {
  override name = 'VersionConflict';
}

/** A read model threw: neither its documents nor the events are stored. */
export class ReadModelBroke extends Error {
  override name = 'ReadModelBroke';
}
