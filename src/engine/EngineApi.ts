import type { Commit, Json, RecordedEvent, StoredKind, StoreInspection } from '#event-store';
import type {
  Board,
  BoardSketch,
  DeciderSpecification,
  Delivery,
  Difference,
  Ending,
  MomentsCompared,
  Pins,
  PolicySpecification,
  Program,
  ReadModelSpecification,
  Specification,
  SpecificationVerdict,
  StoredBoardEvent,
} from '#model';
import type { MomentReading, ShownDocuments } from '#replay';
import type { Expectation, LoadPlan, LoadReport, Outcome, PolicyControl, ReadModelControl, Waiting } from '#runtime';
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
import type { EngineNotice } from './EngineNotice.ts';
import type {
  BoardAppend,
  BranchRequest,
  ComparedSide,
  HistoryPage,
  KeptOfFile,
  ModelSummary,
  NewModel,
  OpenedHistory,
  OpenedModel,
  PackedHistory,
  PackedModel,
  RunSummary,
  SinceFile,
} from './ModelsAndRuns.ts';
import type { DocumentSources } from './run/documentSources.ts';
import type { ReplayDocuments, ReplayStep, ReplayWish } from './run/replaySteps.ts';

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
  /** With the edits of these tabs alone: what others did is not taken back here. */
  openModel(modelId: string, tabs?: string[]): Promise<OpenedModel>;

  /** Refused where another model is open by now: what was drawn on one wall never ends on another. */
  appendToBoard(request: {
    modelId: string;
    events: StoredBoardEvent[];
    expectedVersion: number;
    name: string;
    notes: number;
  }): Promise<BoardAppend>;

  /** Every edit of the open model's board since the beginning. */
  readBoard(): Promise<StoredBoardEvent[]>;

  /**
   * Loads changed code, keeps the last working code of what does not compile in force, brings read models up to date.
   * Refused where another model than the one that it is named to be of is open by now.
   */
  useProgram(program: Program, modelId?: string): Promise<ModuleStatus[]>;

  submitCommand(submission: CommandSubmission): Promise<Outcome>;
  /**
   * Resolves when policies and asynchronous read models have caught up with all that is stored. Nobody waits for those
   * that are paused, slowed, crashed, stopped or with faults: they are the answer, where they have not seen all.
   */
  settled(): Promise<Waiting[]>;

  /**
   * One that gives way rejects with an `AbortError` where `giveWay` is called, or another run comes into use, before it
   * is done: what it has projected so far is kept, and the next one goes on from there.
   */
  moment(request: {
    position: number;
    streams: string[];
    givesWay?: boolean;
    /** What the screen shows of the documents; all of them where it is not given. */
    shows?: ShownDocuments;
  }): Promise<MomentReading>;
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
  /** The statement that answers what a specification asks, or refuses it; null where that cannot be told. */
  lineOfDecision(
    specification: DeciderSpecification | PolicySpecification,
  ): Promise<{ file: string; line: number } | null>;
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
  /**
   * `soft`: it may begin again with its next event; `tombstone`: its name is never used again. Events stay in the log, and
   * it is known behind which of them it was deleted.
   */
  deleteStream(request: StreamDeletion): Promise<void>;
  /** Takes a soft deletion back, while nothing was appended since. */
  undeleteStream(stream: string): Promise<void>;
  /** What is physically stored of the run in use. */
  inspectStore(request: { kind: StoredKind; limit: number }): Promise<StoreInspection>;
  /** Winds the playground's clock forward, to an ISO 8601 time: resolves once what is due by then has happened. */
  windClock(to: string): Promise<void>;
  /** Lets the fault desk hand a policy its events, restarts it …; rejects where it is none, or off. */
  controlPolicy(request: { policyId: string; control: PolicyControl }): Promise<void>;
  /** From how many streams the documents of a read model come, as its code says of the recorded events. */
  documentSources(readModelId: string): Promise<DocumentSources>;
  /** How stored events of one type are read, by steps that need not be in force. In the order of the events. */
  readStored(wish: StoredToRead): Promise<StoredReading[]>;
  /** What the second program would make of the recorded history, held against the first; nothing is stored. */
  dryRun(programs: [before: Program, after: Program]): Promise<DryRun>;
  /**
   * What events that follow each other made of states and documents, one by one, on the present code: as many as one
   * answer holds easily. Whoever wants more asks again from the next one. Nothing is stored.
   */
  replaySteps(wish: ReplayWish): Promise<ReplayStep[]>;
  /** The documents at a position of all read models whose code runs, the first `most` of each. */
  replayDocuments(wish: { position: number; most: number }): Promise<ReplayDocuments[]>;
  /** The open model is in a file, as it was at a version of its board, with so many events. */
  noteSaved(file: {
    modelId: string;
    runId: string;
    version: number;
    events: number;
    fileName?: string;
  }): Promise<void>;
  /** A model was made what another file says, or that was undone. Answers what it kept of the file before. */
  keepOfFile(request: { modelId: string; kept: KeptOfFile }): Promise<KeptOfFile>;
  /** Null where a model has never been the same as a file. */
  changesSinceFile(modelId: string): Promise<SinceFile | null>;
  /** Makes a run of a history that came with a file, beside those of the open model, and opens it. */
  addRecordedRun(request: { name: string; history: PackedHistory }): Promise<OpenedRun>;
  /** The same as `createModel` of what was read from a file; may be stopped, and leaves nothing then. */
  createPackedModel(request: { model: PackedModel; fileName?: string }): Promise<ModelSummary>;
};
export type StoredToRead = { event: Program['events'][number]; storeAsJson: boolean; events: RecordedEvent[] };
/** What a stored event is read as: itself, or as none or several. `error` says why it could not be read further than that. */
export type StoredReading = { events: { type: string; data: Json; version: number }[]; error?: string };
export type DryRun = {
  deciders: {
    deciderId: string;
    /** Streams that were looked at, those whose state comes out otherwise, and those that do not fold. */
    streams: number;
    changed: string[];
    broken: { stream: string; message: string }[];
  }[];
  readModels: { readModelId: string; documents: number; changed: string[]; more: number; error?: string }[];
  commands: Redecided;
  /** How many stored events are read as none or as several. */
  readAs: { none: number; several: number };
  streamsLeftOut: number;
};
/** Of one decider, process manager or policy, or of all; of more than `most` commands, the first ones. */
export type RedecideWish = { deciderId?: string; most: number };
/** With `policyId` it is what this policy answered an event with: `commandId` is the first command of the answer. */
export type RedecidedOne = { commandId: string; policyId?: string };
export type Redecided = {
  /** Commands that there are, and that were decided. */
  total: number;
  decided: number;
  /** Those that would end otherwise, the first ones of them. */
  different: (RedecidedOne & { before: Ending; after: Ending })[];
  differences: number;
  /** The first ones of those that end the same. */
  same: RedecidedOne[];
  /** Why not all were decided: code that does not run or does not end, or somebody's wish. */
  stoppedBy?: CodeError | 'wish' | 'number';
};
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
  /** Resolves when the frame is there in which user code runs: from then on the engine can do all that it may be asked. */
  frameOpened: Promise<void>;
  onNotice(handle: (notice: EngineNotice) => void): () => void;
  close(): void;
};

export type StreamDeletion = { stream: string; mode: 'soft' | 'tombstone' };
