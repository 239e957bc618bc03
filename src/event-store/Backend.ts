import type { ChangeSet, LoggedSet, Occurrence } from './changeSet.ts';
import type {
  Checkpoint,
  CodeVersion,
  CommandRecord,
  DocumentChange,
  Json,
  LogEnd,
  RecordedEvent,
  SealOptions,
  StoredDocument,
  StoredKind,
} from './EventStore.ts';
import type { Segment } from './segment.ts';
import type { ChangeMarks, StreamHead, StreamMarks } from './streamState.ts';

/** `marks` where there are any. */
export type StreamVersion = { stream: string; version: number; marks?: StreamMarks };
export type NewStream = { stream: string; firstPosition: number };

export const emptyLog: LogEnd = { position: 0, recordedAt: '' };

export type SurveyRequest = { streams: string[]; ids: { stream: string; ids: string[] }[] };

/** All of one moment; answers stand in the order in which they were asked for. */
export type Survey = { end: LogEnd; heads: StreamHead[]; occurrences: Occurrence[][] };

/** What one transaction stores. */
export type Transaction = {
  /** Position at which the log must still end; change sets start after it. Unguarded when not given. */
  after?: number;
  /** Checkpoints that must still stand where they stood. */
  basedOn?: Checkpoint[];
  /**
   * Streams whose marks must still be of this revision: where one decides on what is expected to be there or not. A plain
   * append needs none, as a closed stream has its next place taken.
   */
  revisions?: { stream: string; revision: number }[];
  changeSets?: ChangeSet[];
  /** Streams whose first event is among the change sets. */
  newStreams?: NewStream[];
  /** Projections that are emptied before documents are stored. */
  clear?: string[];
  documents?: DocumentChange[];
  checkpoints?: Checkpoint[];
  commandRecords?: Omit<CommandRecord, 'sequence'>[];
};

export type Stored =
  | { kind: 'stored'; commandRecords: CommandRecord[] }
  /** The log did not end where it had to, or a stream is closed or marked anew: nothing is stored. */
  | { kind: 'moved-on' }
  /** A checkpoint did not stand where it had to: nothing is stored. */
  | { kind: 'outdated' };

/** What the stores of other tabs are told once a transaction is complete. */
export type StoreMessage = {
  appended?: { after: number; end: LogEnd; versions: StreamVersion[] };
  commandRecords: CommandRecord[];
  /** Streams that were archived, deleted or described. */
  marked?: string[];
};

/** In the order of the stream, whole sets: the first and the last may reach over the edges of what was asked for. */
export type StreamSets = StreamHead & { changeSets: (ChangeSet | LoggedSet)[] };

/** Where the log is sealed, the segment that holds the position; else change sets, from the one that holds it on. */
export type LogPart =
  | { kind: 'segment'; segment: Segment }
  /** Past the end of the log, its last set alone. */
  | { kind: 'change-sets'; changeSets: ChangeSet[]; isEnd: boolean };

export type StreamSetsRequest = { from: number; to: number; limit: number; direction: 'forwards' | 'backwards' };

/** Storage of change sets and what belongs to them. The rules of appending are above it, shared by all backends. */
export type Backend = {
  survey(request: SurveyRequest): Promise<Survey>;
  write(transaction: Transaction): Promise<Stored>;
  streamSets(stream: string, request: StreamSetsRequest): Promise<StreamSets>;
  /** Change sets that begin later than `span` positions from here are left out. */
  logFrom(position: number, span: number): Promise<LogPart>;
  /** The first event of the id, where it is in the id index. */
  eventOf(eventId: string): Promise<RecordedEvent | undefined>;
  /** In one transaction; false where nothing changed. */
  mark(stream: string, change: ChangeMarks): Promise<boolean>;
  /** Ordered by name. */
  markedStreams(): Promise<(StreamMarks & { stream: string })[]>;
  archivedStreams(): Promise<string[]>;
  /** Records with the last keys, the last one first. */
  inspect(kind: StoredKind, limit: number): Promise<{ count: number; newest: { key: string; record: unknown }[] }>;
  /** Makes one segment of the oldest change sets; false where there are too few. */
  seal(options: Required<SealOptions>): Promise<boolean>;
  /** In the order of their first events. */
  streams(): Promise<StreamVersion[]>;
  document(projection: string, documentId: string): Promise<Json | undefined>;
  documents(projection: string, limit?: number): Promise<StoredDocument[]>;
  countDocuments(projection: string): Promise<number>;
  checkpoint(consumer: string): Promise<number>;
  commandRecord(commandId: string): Promise<CommandRecord | undefined>;
  commandRecords(after: number, limit: number): Promise<CommandRecord[]>;
  lastSequence(): Promise<number>;
  keepCodeVersions(versions: CodeVersion[]): Promise<void>;
  codeVersion(hash: string): Promise<CodeVersion | undefined>;
  /** Tells other open stores of this name. */
  tell(message: StoreMessage): void;
  onTold(handle: (message: StoreMessage) => void): void;
  close(): void;
};
