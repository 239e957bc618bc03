import type {
  CommandRecord,
  Commit,
  Json,
  MarkedStream,
  RecordedEvent,
  StoredKind,
  StoreInspection,
} from '#event-store';
import type {
  Board,
  BoardSketch,
  ClockShift,
  Delivery,
  Difference,
  Ending,
  MomentsCompared,
  Pins,
  Program,
  ReadModelSpecification,
  Specification,
  SpecificationVerdict,
  StoredBoardEvent,
} from '#model';
import type { MomentReading } from '#replay';
import type {
  Expectation,
  Faults,
  LeftOutEvent,
  LifeCycle,
  LoadPlan,
  LoadReport,
  Outcome,
  ReadModelControl,
} from '#runtime';
import type {
  CodeError,
  FollowReply,
  FollowRequest,
  HistoryReply,
  HistoryRequest,
  LogLine,
  ModuleStatus,
  PathStep,
  ValuePlace,
} from '#sandbox';
import type { CommandCourse, CoursePhase, FoldPart } from './CommandCourse.ts';

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
};

/** Top level fields of the file that a model came from, of a version that knows more: kept for the file it is saved to. */
export type AdditionalFields = { [key: string]: Json };

export type OpenedModel = {
  modelId: string;
  boardEvents: StoredBoardEvent[];
  boardVersion: number;
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

export type CommandSubmission = {
  type: string;
  data: Json;
  /** Made of the decider's category and the id field of `data` when not given. */
  stream?: string;
  metadata?: { [key: string]: Json };
  expectation?: Expectation;
  origin?: 'person' | 'script';
  /** Sends the same id again: answers the recorded outcome. */
  commandId?: string;
};

export type ReadModelStatus = {
  readModelId: string;
  lifecycle: 'inline' | 'async';
  /** Last position that the stored documents know. */
  checkpoint: number;
  state: 'current' | 'catching-up' | 'rebuilding' | 'stopped';
  /** Why it stopped: its poison event or code that does not compile. */
  error?: CodeError;
  /** Of asynchronous ones: how they follow the log, and what they went past. */
  lifeCycle?: LifeCycle;
  leftOut?: LeftOutEvent[];
  /** Set where changed code is built beside what serves; then there may be another version. */
  isBuiltBeside?: boolean;
  /** A version that does not serve: the code on the wall, or what served before it. */
  other?: VersionProgress & { isOnTheWall: boolean };
  /** What the fault desk does to it, where it is on. */
  faults?: Faults;
};
export type VersionProgress = Pick<ReadModelStatus, 'checkpoint' | 'state' | 'error'>;

export type PolicyLoop = { policyId: string; chain: string[] };

/** What the engine says without being asked. */
export type EngineNotice =
  | { kind: 'board-changed'; events: StoredBoardEvent[]; version: number }
  | { kind: 'events-appended'; events: RecordedEvent[] }
  | { kind: 'command-recorded'; record: CommandRecord }
  | { kind: 'read-model-statuses'; statuses: ReadModelStatus[] }
  | {
      kind: 'rebuild-step';
      readModelId: string;
      position: number;
      of: number;
      documents: { documentId: string; document: Json }[];
    }
  /** A look into the history takes its time: so many events of those before the moment have been projected. */
  | { kind: 'looking'; done: number; total: number }
  | { kind: 'policy-stopped'; loop: PolicyLoop }
  /** A policy's code broke at an event: it waits there until the code changes. Nothing was sent. */
  | { kind: 'policy-failed'; policyId: string; event: RecordedEvent; error: CodeError }
  | { kind: 'sandbox-restarted'; error: CodeError }
  | { kind: 'models-changed' }
  | { kind: 'runs-changed'; runs: RunSummary[] }
  /** Another tab made another run the current one. */
  | { kind: 'run-switched'; runId: string }
  /** How far the history of a value has been read, where that takes a while. */
  | { kind: 'value-progress'; done: number; total: number }
  /** So many recorded commands have been decided once more. */
  | { kind: 'redeciding'; done: number; total: number }
  /** How a load run stands. */
  | { kind: 'load-report'; report: LoadReport }
  /** How far some work is that a person waits for, in events or commands. */
  | { kind: 'long-work'; work: LongWorkKind; done: number; total: number }
  /** The playground's clock of the run goes on from another time. */
  | { kind: 'clock-wound'; shift: ClockShift }
  /** The browser's storage is full, the database was deleted, blocked … in words for the screen. */
  | { kind: 'storage-failed'; message: string }
  /** Streams were archived, taken back, deleted or described, here or in another tab: all that have any such mark. */
  | { kind: 'streams-marked'; streams: MarkedStream[] };

/**
 * All that the screen may ask of the engine. Every call answers a promise; bad input rejects with a message that the
 * screen can show as it is.
 */
export type EngineApi = {
  listModels(): Promise<ModelSummary[]>;
  createModel(model: NewModel): Promise<ModelSummary>;
  duplicateModel(modelId: string): Promise<ModelSummary>;
  /** Renames a model without opening it; `tab` is the one that can take it back. */
  renameModel(request: { modelId: string; name: string; tab: string }): Promise<void>;
  /** The wall of a model in small, without opening it. */
  sketchModel(modelId: string): Promise<BoardSketch>;
  /** Marked, kept for a while, then gone for good. */
  deleteModel(modelId: string): Promise<void>;
  restoreModel(modelId: string): Promise<void>;
  openModel(modelId: string): Promise<OpenedModel>;

  appendToBoard(request: {
    events: StoredBoardEvent[];
    expectedVersion: number;
    name: string;
    notes: number;
  }): Promise<BoardAppend>;

  /** Every edit of the open model's board since the beginning. */
  readBoard(): Promise<StoredBoardEvent[]>;

  /** Loads changed code, keeps the last working code of what does not compile in force, brings read models up to date. */
  useProgram(program: Program): Promise<ModuleStatus[]>;

  submitCommand(submission: CommandSubmission): Promise<Outcome>;
  /** Resolves when policies and asynchronous read models have caught up with all that is stored. */
  settled(): Promise<void>;

  /**
   * One that gives way rejects with an `AbortError` where `giveWay` is called before it is done: what it has projected so
   * far is kept, and the next one goes on from there.
   */
  moment(request: { position: number; streams: string[]; givesWay?: boolean }): Promise<MomentReading>;
  /** Somebody wants to look somewhere else. */
  giveWay(): Promise<void>;
  /** Empties the read model and runs the stored events through it, `stepMs` apart; announces each step. */
  rebuild(request: { readModelId: string; stepMs: number }): Promise<void>;
  /** Ends the rebuild that is being watched; what is stored stays as it is. */
  stopRebuild(): Promise<void>;
  /** Goes on where an asynchronous read model stopped. */
  retryReadModel(readModelId: string): Promise<void>;
  /** Runs a specification on the code in force and judges what came of it. */
  specify(specification: Specification): Promise<SpecificationVerdict>;
  /** An experiment on a copy: what a read model makes of the recorded events when they are delivered in another way. */
  tryDelivery(request: { readModelId: string; delivery: Delivery }): Promise<DeliveryResult>;
  /** What the present code prints as it decides a recorded command again, as of its version; nothing is stored. */
  decisionOutput(commandId: string): Promise<LogLine[]>;

  /** The course of a recorded command, phase by phase and statement by statement, on the present code; nothing is stored. */
  stepInto(commandId: string): Promise<CommandCourse>;
  /** The same of an event that no recorded command made, such as one that was recorded elsewhere. */
  stepIntoEvent(position: number): Promise<CommandCourse>;
  /** The steps of a long fold that a course leaves out. */
  foldSteps(part: FoldPart): Promise<CoursePhase[]>;

  /** A run without events, or one that sends the recorded commands of the current run again to the present code. */
  newRun(kind: 'empty' | 'from-history'): Promise<OpenedRun>;
  openRun(runId: string): Promise<OpenedRun>;
  deleteRun(runId: string): Promise<void>;
  restoreRun(runId: string): Promise<void>;

  /** The events that made a value of a state or document, up to a position; the newest `most` are told. */
  valueHistory(request: HistoryRequest): Promise<HistoryReply>;
  /** The course of some values over the whole history; what was followed before goes on from there. */
  followValues(wish: FollowWish): Promise<FollowReply & { head: number }>;
  /** Which given events of a specification made a value, the newest first. */
  givenHistory(question: GivenQuestion): Promise<GivenChange[]>;
  /** Begins a run for events that were recorded elsewhere; nobody sees it before it is finished. Answers its id. */
  startImport(): Promise<string>;
  /** `commits` is the JSON of a list of `ImportedCommit`, in the order of the log. Positions are given by the store. */
  storeImported(request: { importId: string; commits: string }): Promise<void>;
  /** The run becomes one of the open model, or the first one of a new model. */
  finishImport(request: { importId: string; into: ImportTarget }): Promise<{ modelId: string; runId: string }>;
  /** Nothing is left of it. */
  cancelImport(importId: string): Promise<void>;
  /** Makes a branch of the open run and opens it. The run that it comes from is not touched. */
  branchRun(request: BranchRequest): Promise<OpenedRun>;
  renameRun(request: { runId: string; name: string }): Promise<void>;
  /** The open branch is what the model goes on with; the run that it came from stays in the list. */
  adoptRun(runId: string): Promise<void>;
  pinMoments(request: { runId: string; pins: Pins }): Promise<void>;
  /** What happened in other runs, in short: from a position on, and no more than can be shown. */
  outlineRuns(wanted: { runId: string; from: number }[]): Promise<RunOutline[]>;
  /** What differs between two moments. Nothing is stored, and the run in use stays as it is. */
  compareMoments(sides: [ComparedSide, ComparedSide]): Promise<Comparison>;
  /** What of the history of the run in use comes after so many events, and after a command's sequence. */
  historyPage(request: { runId: string; events: number; sequence: number }): Promise<HistoryPage>;
  /**
   * Decides recorded commands once more on the present code, each for itself, on the recorded events before it. Nothing
   * is stored. A newer call ends the one before, which answers what it has found.
   */
  redecide(wish: RedecideWish): Promise<Redecided>;
  stopRedeciding(): Promise<void>;
  /**
   * Lets many users send a command to the code in force, in a store of its own that is thrown away afterwards; announces
   * how it stands. Answers once all are answered, or it was stopped.
   */
  runLoad(plan: LoadPlan): Promise<LoadReport>;
  stopLoad(): Promise<void>;
  /** Pauses, slows, crashes, resets … an asynchronous read model; rejects where it is none. */
  controlReadModel(request: { readModelId: string; control: ReadModelControl }): Promise<void>;
  /** What differs between the documents that serve and those of the version beside them. */
  compareVersions(readModelId: string): Promise<Comparison>;
  /** Stops to branch, to send recorded commands again or to compare: what is stopped rejects with an `AbortError`, and leaves nothing. */
  stopLongWork(): Promise<void>;
  /** The lines of code that made a value, of each of some events that changed it; none where that cannot be told. */
  linesOfChanges(question: LinesQuestion): Promise<ChangeLine[]>;
  /** Closes a stream of the run in use: commands are refused, its events stay readable. */
  archiveStream(stream: string): Promise<void>;
  unarchiveStream(stream: string): Promise<void>;
  /** What is physically stored of the run in use. */
  inspectStore(request: { kind: StoredKind; limit: number }): Promise<StoreInspection>;
  /** Winds the playground's clock forward, to an ISO 8601 time: resolves once what is due by then has happened. */
  windClock(to: string): Promise<void>;
};
/** Of one decider, or of all; of more than `most` commands, the first ones. */
export type RedecideWish = { deciderId?: string; most: number };
export type Redecided = {
  /** Commands that there are, and that were decided. */
  total: number;
  decided: number;
  /** Those that would end otherwise, the first ones of them. */
  different: { commandId: string; before: Ending; after: Ending }[];
  differences: number;
  /** The first ones of those that end the same. */
  same: string[];
  /** Why not all were decided: code that does not run or does not end, or somebody's wish. */
  stoppedBy?: CodeError | 'wish' | 'number';
};
/** `copying` a history into a run, `deciding` recorded commands anew, `comparing` two moments. */
export type LongWorkKind = 'copying' | 'deciding' | 'comparing';
/** Events that changed a value, by their positions. */
export type LinesQuestion = ValuePlace & { positions: number[] };
export type ChangeLine = { position: number; file: string; line: number };
/** A value of a document that a specification expects otherwise. */
export type GivenQuestion = { specification: ReadModelSpecification; documentId: string; path: PathStep[] };
/** What a given event did to it; `given` counts from 1. */
export type GivenChange = {
  given: number;
  type: string;
  before?: Json;
  after?: Json;
  /** The line that made it, where that can be told. */
  made?: { file: string; line: number };
};
/** What one transaction stores of an import: its events have one time. */
export type ImportedCommit = Pick<Commit, 'writes' | 'recordedAt'>;
export type ImportTarget = { kind: 'open-model'; runName: string } | { kind: 'new-model'; board: Board };
export type FollowWish = Omit<FollowRequest, 'head'>;
/** What came of delivering the recorded events in another way. */
export type DeliveryResult =
  | { kind: 'same'; events: number; documents: number }
  | { kind: 'different'; documents: { documentId: string; differences: Difference[] }[] }
  | { kind: 'broken'; message: string };
export type OpenedRun = { run: RunSummary; runs: RunSummary[]; history: OpenedHistory };

/** Events of a run in short; so many more come after them. */
export type RunOutline = {
  runId: string;
  events: { position: number; type: string; stream: string }[];
  more: number;
};

/** What differs; of very many streams, only so many are looked at. */
export type Comparison = MomentsCompared & { streamsLookedAt: number; streamsLeftOut: number };

/** The engine as the screen holds it. */
export type EngineClient = EngineApi & {
  onNotice(handle: (notice: EngineNotice) => void): () => void;
  close(): void;
};
