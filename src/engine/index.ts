/** What the screen needs to name of the rooms below. */
export type {
  CommandOrigin,
  CommandOutcome,
  CommandRecord,
  Json,
  MarkedStream,
  RecordedEvent,
  StoredKind,
  StoreInspection,
} from '#event-store';
export { eventsInText, newUuid } from '#event-store';
export type { Moment, ShownDocuments } from '#replay';
export type {
  Expectation,
  FailureCause,
  Faults,
  FaultyHandover,
  FollowPace,
  Latency,
  LeftOutEvent,
  LifeCycle,
  LoadPlan,
  LoadReport,
  LoadSecond,
  Outcome,
  PartitionStatus,
  PolicyControl,
  ReadModelControl,
  RunNotes,
  Waiting,
} from '#runtime';
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
  TracedCall,
  TraceStep,
  ValueHistory,
  ValuePlace,
  ValueSubject,
  ValueText,
} from '#sandbox';
export { decodeTagged } from '#sandbox';
export type * from './CommandCourse.ts';
export type * from './EngineApi.ts';
export type * from './EngineNotice.ts';
export type * from './ModelsAndRuns.ts';
export type { DocumentSources } from './run/documentSources.ts';
export type { ReplayDocuments, ReplayStep } from './run/replaySteps.ts';
export { startEngine } from './startEngine.ts';
