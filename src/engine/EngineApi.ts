import type { CommandRecord, Json, RecordedEvent } from '#event-store';
import type {
  Board,
  BoardSketch,
  Delivery,
  Difference,
  Program,
  ReadModelSpecification,
  Specification,
  SpecificationVerdict,
  StoredBoardEvent,
} from '#model';
import type { MomentReading } from '#replay';
import type { Expectation, Outcome } from '#runtime';
import type {
  CodeError,
  FollowReply,
  FollowRequest,
  HistoryReply,
  HistoryRequest,
  LogLine,
  ModuleStatus,
  PathStep,
} from '#sandbox';

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
};

/** A run as it travels in a file: enough to show it again without running anything. */
export type RecordedHistory = { events: RecordedEvent[]; commands: CommandRecord[] };

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
  history: RecordedHistory;
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
};

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
  /** The browser's storage is full, the database was deleted, blocked … in words for the screen. */
  | { kind: 'storage-failed'; message: string };

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

  moment(request: { position: number; streams: string[] }): Promise<MomentReading>;
  /** Empties the read model and runs the stored events through it, `stepMs` apart; announces each step. */
  rebuild(request: { readModelId: string; stepMs: number }): Promise<void>;
  /** Goes on where an asynchronous read model stopped. */
  retryReadModel(readModelId: string): Promise<void>;
  /** Runs a specification on the code in force and judges what came of it. */
  specify(specification: Specification): Promise<SpecificationVerdict>;
  /** An experiment on a copy: what a read model makes of the recorded events when they are delivered in another way. */
  tryDelivery(request: { readModelId: string; delivery: Delivery }): Promise<DeliveryResult>;
  /** What the present code prints as it decides a recorded command again, as of its version; nothing is stored. */
  decisionOutput(commandId: string): Promise<LogLine[]>;

  /** A run without events, or one that sends the recorded commands of the current run again to the present code. */
  newRun(kind: 'empty' | 'from-history'): Promise<OpenedRun>;
  openRun(runId: string): Promise<OpenedRun>;
  deleteRun(runId: string): Promise<void>;
  restoreRun(runId: string): Promise<void>;

  /** The events that made a value of a state or document, up to a position; the newest `most` are told. */
  valueHistory(request: HistoryRequest): Promise<HistoryReply>;
  /** The course of some values over the whole history; what was followed before goes on from there. */
  /** Which given events of a specification made a value, the newest first. */
  givenHistory(question: GivenQuestion): Promise<GivenChange[]>;
  followValues(wish: FollowWish): Promise<FollowReply & { head: number }>;
};
/** A value of a document that a specification expects otherwise. */
export type GivenQuestion = { specification: ReadModelSpecification; documentId: string; path: PathStep[] };
/** What a given event did to it; `given` counts from 1. */
export type GivenChange = { given: number; type: string; before?: Json; after?: Json };
export type FollowWish = Omit<FollowRequest, 'head'>;
/** What came of delivering the recorded events in another way. */
export type DeliveryResult =
  | { kind: 'same'; events: number; documents: number }
  | { kind: 'different'; documents: { documentId: string; differences: Difference[] }[] }
  | { kind: 'broken'; message: string };
export type OpenedRun = { run: RunSummary; runs: RunSummary[]; history: RecordedHistory };

/** The engine as the screen holds it. */
export type EngineClient = EngineApi & {
  onNotice(handle: (notice: EngineNotice) => void): () => void;
  close(): void;
};

/** What the screen needs to name of the rooms below. */
export type { CommandOrigin, CommandOutcome, CommandRecord, Json, RecordedEvent } from '#event-store';
export type { Moment } from '#replay';
export type { Expectation, FailureCause, Outcome, RunNotes } from '#runtime';
export type {
  CodeError,
  CodePlace,
  Diagnostic,
  FollowedValue,
  Kink,
  LogLine,
  ModuleStatus,
  MomentDocuments,
  MomentState,
  PathStep,
  ValueHistory,
  ValuePlace,
  ValueSubject,
  ValueText,
} from '#sandbox';
