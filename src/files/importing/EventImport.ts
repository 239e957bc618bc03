import type { Json } from '#event-store';
import type { Field } from '#model';

/** Keys from the root of a record: a column of a table has one. */
export type Path = readonly string[];

/** Something that every event has: the same text for all, or what stands at a place of its record. */
export type Source = { kind: 'text'; text: string } | { kind: 'at'; path: Path };

/** How the records of a file become events. */
export type ImportMapping = {
  type: Source;
  /** What is left out at the start of every type that begins with it; '' leaves types as they are. */
  dropPrefix: string;
  /** `in-stream-id`: what stands as the id of the stream is its whole name, `Cart-17`. */
  category: Source | { kind: 'in-stream-id' };
  /** None: all events of a category make one stream. */
  streamId: Path | null;
  time: Path | null;
  eventId: Path | null;
  correlationId: Path | null;
  causationId: Path | null;
  /** One place of the record, or some of its fields by name. */
  data: { kind: 'at'; path: Path } | { kind: 'fields'; names: string[] };
};

/** A place of the records where something stands, as it can be chosen for a part of an event. */
export type Column = {
  path: Path;
  /** `metadata.streamName` */
  label: string;
  /** Of the records that were looked at, how many have it: 0 to 1. */
  share: number;
  holds: 'text' | 'number' | 'boolean' | 'object' | 'list' | 'mixed';
  /** Whether nearly all that stands here can be read as a time. */
  isTime: boolean;
  /** Whether nothing stands here twice. */
  isDistinct: boolean;
  example: string;
};

/** An event that was recorded elsewhere, before it has a place in a store. */
export type ImportedEvent = {
  type: string;
  stream: string;
  data: Json;
  eventId?: string;
  /** ISO 8601 in UTC. */
  recordedAt?: string;
  metadata?: { [key: string]: Json };
};

/** What could not be read: where (see `unit`), and why in a sentence without its subject: "has no time at `at`". */
export type Unread = { line: number; reason: string };

export type FoundType = { type: string; count: number; fields: Field[] };
export type FoundCategory = {
  category: string;
  events: number;
  streams: number;
  /** The first few names of its streams. */
  examples: string[];
  /** In the order of their first event. */
  types: string[];
};

/** What a file gives under a mapping. */
export type ImportSummary = {
  events: number;
  types: FoundType[];
  categories: FoundCategory[];
  streams: number;
  /** ISO 8601 of the first and the last event that has a time. */
  from?: string;
  to?: string;
  /** The first few events, long texts shortened. */
  sample: ImportedEvent[];
  unread: { count: number; first: Unread[] };
};

export type FileFormat = 'json-lines' | 'json' | 'csv' | 'cloud-events';

/** What is known of a file of events once it has been opened. */
export type EventFileFacts = {
  fileName: string;
  /** Bytes. */
  size: number;
  format: FileFormat;
  /** What numbers count: the lines of the file, or the records of its one JSON text. */
  unit: 'line' | 'record';
  columns: Column[];
  /** What there is to start from. */
  guess: ImportMapping;
  /** A beginning that all types share, `com.example.shop.`; '' where there is none. */
  typePrefix: string;
  /** What is worth knowing about how it was read, one line each. */
  remarks: string[];
};
