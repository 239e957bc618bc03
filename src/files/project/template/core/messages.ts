export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** What stands beside an event's data. Positions are bigint, as Emmett gives them. */
export type EventMetadata = {
  eventId: string;
  streamName: string;
  streamPosition: bigint;
  globalPosition: bigint;
  /** ISO 8601. */
  recordedAt: string;
  schemaVersion: number;
  commandId?: string;
  correlationId?: string;
  causationId?: string;
  [added: string]: unknown;
};

export type RecordedEvent = { type: string; data: Json; metadata: EventMetadata };

export type NewEvent = { type: string; data: Json; metadata: JsonObject & { eventId: string } };

/** A command on its way. Who sends it gives its id, so that the same one twice is handled once. */
export type CommandToSend = {
  commandId: string;
  type: string;
  data: Json;
  metadata?: JsonObject;
  correlationId?: string;
  /** Milliseconds since 1970; the clock tells it where it is not given. */
  now?: number;
  /** The version that the sender saw: another one is a conflict. `unchecked` decides on it and appends all the same. */
  expected?: number | { unchecked: number };
};

export type Outcome =
  | { kind: 'appended'; stream: string; version: number; events: RecordedEvent[] }
  | { kind: 'rejected'; stream: string; errorName: string; message: string }
  | { kind: 'conflict'; stream: string; expected: number; actual: number }
  | { kind: 'failed'; stream: string; message: string };

/** What JSON keeps of a value: that alone is stored, and folded. */
export const asJson = (value: unknown): Json => (value === undefined ? {} : JSON.parse(JSON.stringify(value)));

/** A copy to hand to code, which may do with it as it likes. */
export const copyOf = (event: RecordedEvent): RecordedEvent => structuredClone(event);

export const messageOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));
