import type { MarkedStream, StreamState, StreamStatus } from './streamState.ts';

/** What a store keeps of an event's data: JSON, nothing else. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Metadata that every stored event carries; whatever user code adds stands beside it. */
export type EventMetadata = {
  eventId: string;
  streamName: string;
  /** 1-based and contiguous within the stream. */
  streamPosition: number;
  /** 1-based, gapless, a total order over all streams of the store. */
  globalPosition: number;
  /** ISO 8601 in UTC, of the playground's clock; never runs backwards within a store. */
  recordedAt: string;
  schemaVersion: number;
  commandId?: string;
  correlationId?: string;
  causationId?: string;
  [added: string]: Json | undefined;
};

export type RecordedEvent = { type: string; data: Json; metadata: EventMetadata };

export type EventToAppend = {
  type: string;
  data: Json;
  /** `<commandId>/<n>` when not given, n being 1-based within the append; a fresh id when there is no command. */
  eventId?: string;
  /** 1 when not given. */
  schemaVersion?: number;
  /** Correlation, causation and whatever the user's code adds. */
  metadata?: { [key: string]: Json };
};

/**
 * A number is the version the stream must be at; 0 means that it has never been written. A stream that was softly deleted
 * still has its version, and is a new one to whoever expects none.
 */
export type ExpectedVersion = number | 'any' | 'stream-exists' | 'no-stream' | 'soft-deleted' | 'tombstoned';

export type StreamWrite = { stream: string; events: EventToAppend[]; expectedVersion?: ExpectedVersion };
export type StreamCheck = { stream: string; expectedVersion: ExpectedVersion };

/** A document of a read model as it shall be stored; `null` deletes it. */
export type DocumentChange = { projection: string; documentId: string; document: Json | null };
export type StoredDocument = { documentId: string; document: Json };

export type StoreDocumentsOptions = {
  /** Projections that are emptied first. */
  clear?: string[];
  checkpoints?: Checkpoint[];
  /** Both as in a commit. */
  fence?: number;
  basedOn?: Checkpoint[];
};

export type Checkpoint = { consumer: string; position: number };

/** Who sent a command. */
export type CommandOrigin =
  | { kind: 'person' }
  | { kind: 'policy'; policyId: string; eventId: string }
  | { kind: 'script' }
  /** No command: an event, or a message whose time has come, was handed to a process manager. */
  | { kind: 'delivery'; policyId: string; eventId: string };

export type CommandOutcome =
  /** `isUnchecked`: others had written since the version that was decided on, and nobody looked. */
  | { kind: 'appended'; eventIds: string[]; isUnchecked?: true }
  | { kind: 'rejected'; message: string; line?: number; file?: string; errorName?: string }
  | { kind: 'conflict'; expected: ExpectedVersion; actual: number }
  | { kind: 'failed'; message: string; line?: number; file?: string }
  /** The tab went away between receiving the command and learning its outcome. */
  | { kind: 'unknown' };

/** One command as it was received, and what came of it. Kept in the store's own database. */
export type CommandRecord = {
  commandId: string;
  type: string;
  data: Json;
  metadata: { [key: string]: Json };
  origin: CommandOrigin;
  stream: string;
  /** The version `decide` saw. */
  decidedOnVersion: number;
  /** The stream had been deleted at that version: it was decided as on a new one. */
  onDeleted?: true;
  /** Hash of the code that decided. */
  codeVersion: string;
  /** Global position of the last event before this command; refusals hang between positions. */
  afterPosition: number;
  /** Order of commands within a store, 1-based, given by the store. */
  sequence: number;
  receivedAt: string;
  correlationId: string;
  causationId?: string;
  outcome: CommandOutcome;
};

/** All that one transaction stores: whole or not at all. */
export type Commit = {
  writes: StreamWrite[];
  /** Streams whose version must hold although nothing is written to them. */
  checks?: StreamCheck[];
  /** Documents of inline read models, computed before the transaction. */
  documents?: DocumentChange[];
  checkpoints?: Checkpoint[];
  commandRecord?: Omit<CommandRecord, 'sequence'>;
  /** The global position at which documents were computed; if the log has moved on, nothing is stored and `StaleFence` is thrown. */
  fence?: number;
  /** Where checkpoints stood when documents were computed from others; where one has moved, nothing is stored and `StaleFence` is thrown. */
  basedOn?: Checkpoint[];
  /** ISO 8601; the store's clock when not given. Raised to the last `recordedAt` of the store where it lies before it. */
  recordedAt?: string;
};

/** Where the log stands; position 0 and an empty time before the first event. */
export type LogEnd = { position: number; recordedAt: string };

export type Committed = {
  streams: { stream: string; version: number }[];
  events: RecordedEvent[];
  /** Global position of the last event of the store after the commit; after the first one, where it is a repeat. */
  lastPosition: number;
  /** True when the same events were there already and nothing new was written. */
  idempotent: boolean;
  /** As it is stored, where the commit carried one. */
  commandRecord?: CommandRecord;
};

export type AppendOptions = { expectedVersion?: ExpectedVersion; checks?: StreamCheck[] };
export type Appended = { version: number; lastPosition: number; events: RecordedEvent[]; idempotent: boolean };

export type ReadStreamOptions = {
  /** Lowest stream position, inclusive, from 1, in either direction. */
  from?: number;
  /** Highest stream position, inclusive. */
  to?: number;
  /** At least 1. */
  limit?: number;
  direction?: 'forwards' | 'backwards';
  /** ISO 8601: what was recorded later is left out. */
  asOf?: string;
  /** Also events that a deletion hides, of a stream that was deleted for good too; left out when not given. */
  deleted?: 'included';
};
/**
 * `isArchived`: closed, and still readable by its name. `deleted`: what a read that includes deleted events found the
 * stream to be.
 */
export type StreamRead = {
  events: RecordedEvent[];
  version: number;
  exists: boolean;
  isArchived?: true;
  deleted?: 'soft-deleted' | 'tombstoned';
};

export type ReadAllOptions = {
  /** First global position, inclusive, from 1. */
  from?: number;
  limit?: number;
  types?: readonly string[];
  /** The part of the stream's name before the first `-`. */
  category?: string;
  /** What the stream's name begins with. */
  streamPrefix?: string;
  /** Not a global or sticky one: it is asked of each type anew. */
  typePattern?: RegExp;
  stream?: string;
  /** Whether events of archived streams are read too; left out when not given. */
  archived?: Archived;
};
export type Archived = 'left-out' | 'included';
export type LogRead = {
  events: RecordedEvent[];
  /** Last position that was looked at, filtered out or not: the next page starts after it. */
  lastPosition: number;
  /** True when the log ended there. */
  isEnd: boolean;
};

/**
 * A page of the log as JSON text for `eventsInText`: to hand text on to another thread costs less than events, and only
 * who folds them has to read it.
 */
export type LogPage = {
  text: string;
  /** May lie before what was asked for: pages are handed out as they are stored. */
  firstPosition: number;
  /** The next page starts after it; 0 where the log is empty. */
  lastPosition: number;
  /** True when the log ended there. */
  isEnd: boolean;
};

export type SealOptions = {
  /** Events that make a segment; 1,000 when not given. A change set is never parted. */
  size?: number;
  /** Newest events that stay as they are, beside the last change set, which always does; 1,000 when not given. */
  unsealed?: number;
};

export type SubscribeOptions = {
  /** First global position that is wanted, from 1; catches up, then goes on live. */
  from?: number;
  stream?: string;
  /** As in `ReadAllOptions`. What was passed over while its stream was archived is not made up for. */
  archived?: Archived;
  /** What the handler or a read threw: delivery has stopped before those events. Reported as uncaught when not given. */
  onError?: (error: unknown) => void;
};
export type Subscription = {
  /** Resolves once everything stored at the time of subscribing has been handed over, or the subscription is closed. */
  caughtUp: Promise<void>;
  close(): void;
};

/** A stream as it is listed: `status` where it is not just there. */
export type ListedStream = { stream: string; version: number; status?: Exclude<StreamStatus, 'unknown' | 'live'> };

export type DeleteOptions = {
  /**
   * `soft`: the stream reads as one that never was, and goes on with its next event, numbered on. `tombstone`: its name
   * is never used again. Either way the log keeps the events.
   */
  mode: 'soft' | 'tombstone';
  expectedVersion?: ExpectedVersion;
};

/** Named as the parts of the database are; `bars` close the next place of a stream, and lie among the change sets. */
export type StoredKind =
  | 'changeSets'
  | 'bars'
  | 'segments'
  | 'streams'
  | 'documents'
  | 'checkpoints'
  | 'commandRecords'
  | 'codeVersions';

export type StoreInspection = {
  /** `bytes` is estimated from the newest records, as JSON text. */
  parts: { kind: StoredKind; count: number; bytes: number }[];
  /** Newest first; long texts in them are cut off. */
  records: { key: string; bytes: number; text: string }[];
};

/** The text of a module as it was when it first ran, by its hash. */
export type CodeVersion = { hash: string; moduleId: string; files: { path: string; text: string }[]; savedAt: string };

/**
 * Append-only streams with a global order, and what has to change together with them.
 *
 * Errors: `ConcurrencyConflict` (all violations at once), `StaleFence`, `StreamArchived`, `StreamDeleted`,
 * `InvalidArgument` (a caller's mistake, never retried), `StorageFailure` (with `reason`: quota, blocked, closed, newer-format, unknown; the log is intact).
 */
export type EventStore = {
  readonly name: string;
  appendToStream(stream: string, events: EventToAppend[], options?: AppendOptions): Promise<Appended>;
  append(commit: Commit): Promise<Committed>;
  readStream(stream: string, options?: ReadStreamOptions): Promise<StreamRead>;
  readAll(options?: ReadAllOptions): Promise<LogRead>;
  /** The event of an id, wherever it stands. */
  event(eventId: string): Promise<RecordedEvent | undefined>;
  /**
   * The page that holds the position, which is 1-based, or, past the end, an empty one. It is the log as it is, whatever is
   * archived or deleted.
   */
  readLogPage(from: number): Promise<LogPage>;
  /** Events arrive in order, each once, one batch after the other: the next batch waits for the handler's promise. */
  subscribe(options: SubscribeOptions, handle: (events: RecordedEvent[]) => void | Promise<void>): Subscription;
  lastPosition(): Promise<number>;
  /** The position of the last event and when it was recorded; 0 and an empty time before the first one. */
  logEnd(): Promise<LogEnd>;
  /** Names of all streams with their versions, in the order of their first event. */
  streams(): Promise<ListedStream[]>;

  streamState(stream: string): Promise<StreamState>;
  /** Where a stream stands, and the end of the log at that very moment. */
  streamHead(stream: string): Promise<Pick<StreamState, 'version' | 'status'> & { end: LogEnd }>;
  /** Closes a stream: appends are refused, reads of the log leave it out unless asked. It is the same done twice. */
  archiveStream(stream: string): Promise<StreamState>;
  unarchiveStream(stream: string): Promise<StreamState>;
  deleteStream(stream: string, options: DeleteOptions): Promise<StreamState>;
  /** Takes back a soft deletion, while nothing was appended since. */
  undeleteStream(stream: string): Promise<StreamState>;
  /** Replaces what is kept of a stream beside its events. */
  describeStream(stream: string, metadata: { [key: string]: Json }): Promise<StreamState>;
  /** What is archived, deleted or described, to take along where a log is copied. */
  markedStreams(): Promise<MarkedStream[]>;
  restoreMarks(marked: MarkedStream[]): Promise<void>;
  /** Hears of streams that were archived, deleted or described, here or in another tab. */
  onStreamChanged(handle: (stream: string) => void): () => void;

  document(projection: string, documentId: string): Promise<Json | undefined>;
  /** Ordered by document id; the first `limit` of them where one is given. */
  documents(projection: string, limit?: number): Promise<StoredDocument[]>;
  countDocuments(projection: string): Promise<number>;
  /** One transaction: documents of a rebuild or of an asynchronous consumer together with its checkpoint. */
  storeDocuments(changes: DocumentChange[], options?: StoreDocumentsOptions): Promise<void>;
  checkpoint(consumer: string): Promise<number>;

  /** Records a refusal, a conflict or a failure, which appends nothing; replaces a record of the same id. */
  recordCommand(record: Omit<CommandRecord, 'sequence'>): Promise<CommandRecord>;
  commandRecord(commandId: string): Promise<CommandRecord | undefined>;
  /** In the order in which they were received, those behind a sequence. */
  commandRecords(range?: { after?: number; limit?: number }): Promise<CommandRecord[]>;
  /** The sequence of the command that was received last; 0 where there is none. */
  lastSequence(): Promise<number>;
  onCommandRecorded(handle: (record: CommandRecord) => void): () => void;

  /** In one transaction; a version that is kept already stays as it is. */
  keepCodeVersions(versions: CodeVersion[]): Promise<void>;
  codeVersion(hash: string): Promise<CodeVersion | undefined>;

  /**
   * Makes one segment of the oldest change sets, which takes less room and is read several times faster. No result ever
   * differs for it. Answers false where there is not enough to seal. To be called while nobody waits for the store.
   */
  seal(options?: SealOptions): Promise<boolean>;

  /** For looking at: what is physically there. */
  inspect(request: { kind: StoredKind; limit: number }): Promise<StoreInspection>;

  close(): void;
};

/** Opens a store by name; a later format version of the database is refused with a clear message. */
export type OpenEventStore = (name: string, options?: EventStoreOptions) => Promise<EventStore>;
export type EventStoreOptions = {
  /** The playground's clock in milliseconds; the machine's when not given. */
  now?: () => number;
  durability?: 'relaxed' | 'strict';
  newId?: () => string;
  /**
   * Appends that come together with at least so many events are stored as segments of about that size at once: many
   * times faster for a long history that is copied or imported, into a log that nobody else writes. No result ever
   * differs for it.
   */
  segmentSize?: number;
  /** Called with every event inside the transaction that stores it; what it throws aborts the transaction. For injected faults. */
  beforeWrite?: (event: RecordedEvent) => void;
};
