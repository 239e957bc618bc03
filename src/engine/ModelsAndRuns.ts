import type { CommandRecord, Json, MarkedStream, RecordedEvent } from '#event-store';
import type { Board, BoardDifference, ClockShift, Pins, Program, StoredBoardEvent } from '#model';

export type ModelSummary = {
  modelId: string;
  name: string;
  /** ISO 8601 of the last edit of the board or the last command. */
  changedAt: string;
  notes: number;
  /** Set while a deleted model can still be brought back. */
  deletedAt?: string;
  /** The sample that it is a copy of. */
  sample?: string;
  lastFile?: LastFile;
};

/** The file that a model was last the same as: it was saved to it, or opened from it. */
export type LastFile = {
  how: 'saved' | 'opened';
  /** ISO 8601. */
  at: string;
  /** Not known where the browser does not tell. */
  fileName?: string;
};

/**
 * What a model keeps of that file, with the version that the board's stream had then, and the events that the file
 * holds.
 */
export type KeptOfFile = {
  lastFile?: LastFile & { version: number; runId: string; events: number };
  additional?: AdditionalFields;
};

/** What has become of a model since it was the same as its last file. */
export type SinceFile = LastFile & {
  differences: BoardDifference[];
  /** How many more events are recorded; null where another run is in use by now. */
  events: number | null;
};

export type RunSummary = {
  runId: string;
  name: string;
  createdAt: string;
  events: number;
  isCurrent: boolean;
  deletedAt?: string;
  /** The run that it branched off, which may be gone by now, and how many events they have in common. */
  parent?: { runId: string; position: number };
  /** Set where a branch was made what the model goes on with: no what-if any more. */
  adoptedAt?: string;
  /** Moments to compare, by their positions. */
  pins?: Pins;
  /** Where its clock was set by hand. */
  clock?: ClockShift;
};

/** One change of a recorded history; the run that it is taken from keeps its own. */
export type HistoryEdit =
  | { kind: 'drop'; position: number }
  | { kind: 'change'; position: number; data: Json }
  | { kind: 'insert'; after: number; event: { type: string; data: Json; stream: string; schemaVersion: number } };

/** A moment of a run, under the code in force where no other is given. */
export type ComparedSide = { runId: string; position: number; program?: Program };

/** A run of its own that begins with what the open one has recorded. */
export type BranchRequest = {
  /** So many events are taken over; with an edit, its place counts instead. */
  position: number;
  edit?: HistoryEdit;
  /** What becomes of what was recorded after that: commands can be decided anew, by the code in force. */
  rest: 'left-out' | 'as-recorded' | 'sent-again';
  /** ISO 8601: its clock goes on from here, and not from where the other run's is. */
  startsAt?: string;
};

/** A run as it travels in a file: enough to show it again without running anything. */
export type RecordedHistory = {
  events: RecordedEvent[];
  commands: CommandRecord[];
  /** Those that were archived, deleted or described. */
  streams?: MarkedStream[];
};

/** The beginning of a run's history; what does not stand here is asked for with `historyPage`. */
export type OpenedHistory = RecordedHistory & {
  /** True where this is all. */
  isWhole: boolean;
  /** Number of events of the run. */
  total: number;
};

/** The next part of a run's history. */
export type HistoryPage = {
  /** Events as `eventsInText` reads them, from the one that was asked for or some before it. */
  text: string;
  /** Of the last event in it; the next page is asked for with it, before this one is read. */
  lastPosition: number;
  commands: CommandRecord[];
  /** Nothing was stored behind these when they were read. */
  isEnd: boolean;
};

export type NewModel = {
  board: Board;
  /** Every edit since the beginning, where the file held it; else the board becomes the first edit. */
  boardHistory?: StoredBoardEvent[];
  history?: RecordedHistory;
  sample?: string;
  additional?: AdditionalFields;
  /** Where it was opened from a file. */
  fileName?: string;
};

/** A history as JSON in blobs: it comes from the thread that read it, and whoever hands it on holds nothing of it. */
export type PackedHistory = {
  /** Number of events. */
  total: number;
  /** Lists of `RecordedEvent`, in their order. */
  pages: Blob[];
  /** `RecordedHistory` without its events. */
  rest: Blob;
};

export type PackedModel = {
  /** `NewModel` without its history. */
  parts: Blob;
  history: PackedHistory;
};

/** Top level fields of the file that a model came from, of a version that knows more: kept for the file it is saved to. */
export type AdditionalFields = { [key: string]: Json };

export type OpenedModel = {
  modelId: string;
  board: Board;
  boardVersion: number;
  /** The edits that may be taken back, in their order. */
  edits: StoredBoardEvent[];
  runs: RunSummary[];
  history: OpenedHistory;
  additional?: AdditionalFields;
  /** What is missing where it runs: "This address is not secure, so …". One line each. */
  limits: string[];
};

export type BoardAppend =
  | { kind: 'stored'; version: number }
  /** Another tab was first: these are the events that are new; decide the intent again. */
  | { kind: 'moved-on'; events: StoredBoardEvent[]; version: number };
