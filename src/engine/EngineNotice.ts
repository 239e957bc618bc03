import type { CommandRecord, Json, MarkedStream, RecordedEvent } from '#event-store';
import type { ClockShift, Workers } from '#model';
import type { Moment } from '#replay';
import type { Faults, LeftOutEvent, LifeCycle, LoadReport, PartitionStatus, PolicyFailure } from '#runtime';
import type { CodeError } from '#sandbox';
import type { RunSummary } from './ModelsAndRuns.ts';

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
  /** Where its partitions stand, if its work is shared out among workers. */
  partitions?: PartitionStatus[];
};
export type VersionProgress = Pick<ReadModelStatus, 'checkpoint' | 'state' | 'error'>;

/** Of a policy that does not follow the events as usual: paused, stopped, shared out, or with the fault desk on. */
export type PolicyStatus = {
  policyId: string;
  isPaused: boolean;
  /** All events up to this one have been handed over. */
  checkpoint: number;
  /** What the fault desk does to it, where it is on. */
  faults?: Faults;
  /** Several, where its work is shared out, and where their partitions stand. */
  workers?: Workers;
  partitions?: PartitionStatus[];
  /** Of a process manager: that of its streams, each of which is a workflow. */
  category?: string;
  /** It crashed, and waits for somebody to start it again. */
  isDown: boolean;
  /** Where it stopped: its code broke, or it was handed poison. */
  error?: CodeError;
  /** What it went past then. */
  leftOut?: LeftOutEvent[];
};

export type PolicyLoop = { policyId: string; chain: string[] };

/** What the engine says without being asked. */
export type EngineNotice =
  /** Another tab has edited the board of a model. */
  | { kind: 'board-changed'; modelId: string }
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
  /** A policy's code broke at an event: it, or one of its partitions, waits there. Nothing was sent. */
  | ({ kind: 'policy-failed' } & PolicyFailure)
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
  | { kind: 'streams-marked'; streams: MarkedStream[] }
  /** A look takes its time: what can be said already of the moment that is asked for. */
  | { kind: 'moment-so-far'; moment: Moment }
  /** All policies that do not follow the events as usual. */
  | { kind: 'policy-statuses'; statuses: PolicyStatus[] };
/** `copying` a history into a run, `deciding` recorded commands anew, `comparing` two moments. */
export type LongWorkKind = 'copying' | 'deciding' | 'comparing';
