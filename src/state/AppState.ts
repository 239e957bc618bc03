import type {
  AdditionalFields,
  CommandRecord,
  DeliveryResult,
  FollowedValue,
  LoadReport,
  LogLine,
  LongWorkKind,
  MarkedStream,
  ModelSummary,
  ModuleStatus,
  Moment,
  Outcome,
  PolicyLoop,
  PolicyStatus,
  ReadModelStatus,
  RecordedEvent,
  RunSummary,
  ShownDocuments,
  ValueHistory,
  ValuePlace,
} from '#engine';
import type { EventFileFacts, FileBeingRead, FilePreview, ImportMapping, ImportSummary, PackedHistory } from '#files';
import type {
  Advice,
  Board,
  Delivery,
  EventList,
  HistoryFilter,
  Json,
  Matches,
  SpecificationVerdict,
  StoredMisfits,
} from '#model';

export type Theme = 'system' | 'light' | 'dark';
/** How large the whole interface is drawn. */
export const scales = [1, 1.25, 1.5] as const;
export type Scale = (typeof scales)[number];
/** How a run is shown: at once, 0.6 s a hop, or a hop for each press. */
export type Pace = 'instant' | 'slow' | 'by-hand';

export type Selection = { noteIds: string[]; connectionIds: string[] };

/** What came of an edit: where it was refused, a message says why; where the board was that way already, nothing. */
export type EditResult = 'made' | 'nothing' | 'refused';

export type Saving = { kind: 'saved' } | { kind: 'saving' } | { kind: 'failed'; message: string };

/** A message at the edge of the screen; it stays until dismissed where `tone` is 'trouble'. */
export type Message = {
  id: string;
  tone: 'note' | 'trouble';
  text: string;
  actions: { label: string; run: () => void }[];
};

/** Where the person is in the recorded history: at its end, following what comes, or at a position. */
export type Cursor = 'now' | number;

/** The command whose form is open, with what has been typed so far. */
export type OpenForm = { commandId: string; noteId?: string };

/**
 * Events or commands that have been done so far: `reading` brings the history to the screen, `looking` projects it for a
 * moment, `saving` writes it to a file.
 */
export type LongWork = { kind: 'reading' | 'looking' | 'saving' | LongWorkKind; done: number; total: number };

/** What came of the last command, until the next one is sent or it is dismissed. */
export type LastOutcome = { commandType: string; deciderName: string; outcome: Outcome };

/** What came of delivering the recorded events to a read model in another way, and what it was tried on. */
export type Experiment = {
  readModelId: string;
  delivery: Delivery;
  result: DeliveryResult;
  events: EventList<RecordedEvent>;
  code: string;
};

/** Lines of the console: of a command as it was decided, and of an event as it was folded or projected. */
export type Printed = { byCommand: { [commandId: string]: LogLine[] }; byPosition: { [position: number]: LogLine[] } };

/** A place to show in the code pane; `nonce` makes the same place count as new. */
export type CodeTarget = { definitionId: string; file?: string; line?: number; nonce: number };

/** Steps of 0.6 s divided by this, or as long as it took when it was recorded. */
export type Speed = number | 'recorded';

/** Playing stops at events of a type, or at those that have to do with a note; the value is the type or the definition. */
export type Breakpoint = { on: 'type' | 'note'; value: string };

/** A moment of a run that somebody wants to come back to. */
export type Bookmark = { id: string; runId: string; position: number; name: string };

export type InspectorTab = 'details' | 'code' | 'specifications' | 'versions';

/** A file of recorded events that is looked at, and then imported. */
export type EventImport = {
  facts: EventFileFacts;
  /** The address that the file was fetched from. */
  from?: string;
  mapping: ImportMapping;
  /** What comes of the mapping; of the one before while it is worked out, null before the first. */
  summary: ImportSummary | null;
  isReading: boolean;
  /** Why nothing can be read with this mapping, in words for the screen. */
  failure: string | null;
  /** While events are being stored. */
  progress: { done: number; of: number } | null;
};

/** Where imported events go, and what is made for them on the wall. */
export type ImportChoice = { into: 'new-model' | 'new-run'; withNotes: boolean; withDeciders: boolean };

/** The whole of what the screen shows. Changed only by the functions of `workspace`. */
export type AppState = {
  phase: 'starting' | 'ready' | 'failed';
  /** Why it could not start, in words for the screen. */
  failure: string | null;
  /** What this browser or address cannot do, one line each. */
  limits: string[];
  models: ModelSummary[];

  modelId: string;
  /** What its file held that this version does not know; goes into the next file. */
  additional: AdditionalFields;
  /** Confirmed edits and those still on their way to the store. */
  board: Board;
  saving: Saving;
  /** Labels of the next step back and forward; null = there is none. */
  undoLabel: string | null;
  redoLabel: string | null;
  selection: Selection;
  /** The note whose name is being typed. */
  renaming: string | null;

  runs: RunSummary[];
  events: EventList<RecordedEvent>;
  commands: CommandRecord[];
  modules: { [moduleId: string]: ModuleStatus };
  readModelStatus: { [readModelId: string]: ReadModelStatus };
  /** Policies whose events the fault desk hands over. */
  policyStatus: { [policyId: string]: PolicyStatus };
  policyLoop: PolicyLoop | null;
  isSending: boolean;
  form: OpenForm | null;
  lastOutcome: LastOutcome | null;
  pace: Pace;

  cursor: Cursor;
  isPlaying: boolean;
  /** A command was sent at a pace slower than instant: its events are shown hop by hop; not a look into the past. */
  isRevealing: boolean;
  speed: Speed;
  /** The moment at the cursor, or the last one shown while the next is on its way; null before the first. */
  moment: Moment | null;
  /** The stream whose state is shown of it; that of its event comes beside it. */
  shownStream: string | null;
  /** What the code printed, as far as it ran since the model was opened. */
  printed: Printed;
  /** Tried on the present code and history, the last one of each kind. */
  experiments: readonly Experiment[];
  /** The stream whose state is shown; null follows the event at the cursor. */
  watchedStream: string | null;
  /** A read model that is being rebuilt for everyone to see. */
  rebuild: {
    readModelId: string;
    position: number;
    of: number;
    documents: { documentId: string; document: Json }[];
  } | null;

  /** What takes long enough to say how far it is; null most of the time. */
  longWork: LongWork | null;

  verdicts: { [specificationId: string]: SpecificationVerdict | 'running' };
  /** What the coach has to say of the board, a moment behind it. */
  advice: readonly Advice[];

  theme: Theme;
  scale: Scale;
  /** The wall and the timeline alone, for people in front of a screen. */
  isPresenting: boolean;
  inspectorTab: InspectorTab;
  isInspectorOpen: boolean;
  isDockOpen: boolean;
  codeTarget: CodeTarget | null;
  /** Dialogs and views over the wall. */
  view: 'wall' | 'models' | 'wall-history' | 'outline' | 'compare' | 'file-differences';
  /** What a chosen file holds, before it is opened. */
  preview: FilePreview | FileBeingRead | null;
  /** Step of the first-visit hints; null when done or put away. */
  hint: number | null;
  messages: Message[];
  /** What is asked of the events on the timeline; steps go from match to match. */
  filter: HistoryFilter;
  /** What the filter lets through, as far as it has looked; `null` where there is no filter. */
  matches: Matches | null;
  /** What the filter does not let through is hidden; else it is dimmed. */
  isHidingOthers: boolean;
  /** The stored events that do not fit their definition any more, by its id, as far as they have been judged. */
  misfits: { readonly [definitionId: string]: StoredMisfits };
  /** Playing stops there. */
  breakpoints: readonly Breakpoint[];
  /** Of all runs of the model. */
  bookmarks: readonly Bookmark[];
  eventImport: EventImport | null;

  /** The value that somebody asks after; null where nobody does. */
  why: Why | null;
  /** What is watched in a model, since somebody looked; null before. */
  watches: Watches | null;
  /** A load run that is being set up, goes on or is over; null where nobody looks at one. */
  loadRun: LoadRun | null;
  /** Streams of the run that were archived, deleted or described. */
  markedStreams: readonly MarkedStream[];
  /** What can be done with the app itself: take a newer version, have it installed. */
  offers: { update?: () => void; install?: () => void };
  /** The read model whose documents are looked at, and so many of them; of others a moment says only what changed. */
  shownDocuments: ShownDocuments;
  /** A file of the open model that is held against it. */
  comparedFile: ComparedFile | null;
};

export type ComparedFile = {
  fileName: string;
  board: Board;
  history: PackedHistory;
  additional?: AdditionalFields;
};

/** `commandId` is the command that it starts from. */
export type LoadRun = { commandId: string; isRunning: boolean; report: LoadReport | null; failure: string | null };

type ReadingProgress = { done: number; of: number };

/** Which events made a value, as of `position`; `isNow` where it follows what comes. No history while it is read. */
export type Why = {
  place: ValuePlace;
  position: number;
  isNow: boolean;
  history: ValueHistory | null;
  progress: ReadingProgress | null;
  /** By position, the line that made the change; null while it is looked for, and where it cannot be told. */
  lines: { [position: number]: { file: string; line: number } | null };
};

/** Values and their courses up to `head`; a course is missing while it is read. */
export type Watches = {
  modelId: string;
  places: readonly ValuePlace[];
  values: readonly (FollowedValue | undefined)[];
  head: number;
  /** Where the values are those of. */
  position: number;
  progress: ReadingProgress | null;
};

/** What the screen needs to name of the rooms below. */
export type {
  BranchRequest,
  CodeError,
  CommandCourse,
  CommandRecord,
  CommandSubmission,
  ComparedSide,
  Comparison,
  CoursePhase,
  DocumentSources,
  DryRun,
  Expectation,
  Faults,
  FaultyHandover,
  FollowedValue,
  FollowPace,
  GivenChange,
  HistoryEdit,
  Kink,
  Latency,
  LeftOutEvent,
  LifeCycle,
  LoadPlan,
  LoadReport,
  LoadSecond,
  LogLine,
  MarkedStream,
  Moment,
  MomentDocuments,
  MomentState,
  Outcome,
  PartitionStatus,
  PolicyControl,
  PolicyLoop,
  PolicyStatus,
  ReadModelControl,
  ReadModelStatus,
  RecordedEvent,
  Redecided,
  RunOutline,
  RunSummary,
  ShownDocuments,
  SinceFile,
  StoredKind,
  StoredReading,
  StoreInspection,
  StreamDeletion,
  TracedCall,
  TraceStep,
  ValueHistory,
  ValuePlace,
  ValueSubject,
  ValueText,
} from '#engine';
export type { Column, ImportedEvent, ImportMapping, ImportSummary, Path, Source } from '#files';
