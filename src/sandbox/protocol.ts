import type {
  AddressRequest,
  DecidedEvent,
  FollowedValue,
  FollowRequest,
  GivenEvent,
  HistoryRequest,
  IssuedCommand,
  Json,
  LogLine,
  MakingRequest,
  ModuleKind,
  MomentDocuments,
  MomentRequest,
  MomentState,
  ProjectedDocument,
  ProjectRequest,
  ReactRequest,
  Route,
  RouteRequest,
  SandboxCommand,
  SandboxEvent,
  Surroundings,
  SurroundingsRequest,
  TraceCut,
  TraceRequest,
  UpcastMessage,
  UpcastRequest,
  ValueHistory,
} from './Sandbox.ts';

/** An error as the worker saw it; the host turns its stack into a place in the person's code. */
export type ThrownError = {
  name: string;
  message: string;
  stack: string;
  phase: string;
  moduleId?: string;
  position?: number;
  isFailure: boolean;
};
export type NotedDiagnostic = {
  name: string;
  message: string;
  stack?: string;
  phase: string;
  moduleId: string;
  position?: number;
};

/** A printed line as the worker saw it; the host turns its stack into a place. */
export type NotedLine = Omit<LogLine, 'place'> & { stack: string };

/** What goes into the worker, as JSON text. The worker folds `events` before it decides. */
export type WorkerDecide = {
  moduleId: string;
  stream: string;
  /** The version that `events` start after; what the worker has folded up to there is used. */
  foldedVersion: number;
  events: SandboxEvent[];
  command: SandboxCommand;
  now: number;
  seed: string;
};
export type WorkerSpecify = {
  moduleId: string;
  given: GivenEvent[];
  command: SandboxCommand;
  now: number;
  seed?: string;
};

/** Pages of the log that the worker asked for come along as they are, beside the text of a request. */
export type WorkerRequest =
  | { op: 'decide'; args: WorkerDecide }
  | { op: 'specify'; args: WorkerSpecify }
  | { op: 'route'; args: RouteRequest }
  | { op: 'project'; args: ProjectRequest }
  | { op: 'react'; args: ReactRequest }
  | { op: 'address'; args: AddressRequest }
  | { op: 'moment'; args: WorkerMomentRequest }
  | { op: 'trace'; args: TraceRequest }
  | { op: 'history'; args: HistoryRequest }
  | { op: 'follow'; args: FollowRequest }
  | { op: 'surroundings'; args: SurroundingsRequest }
  | { op: 'making'; args: MakingRequest }
  | { op: 'upcast'; args: UpcastRequest };

/** Without patience, it takes as long as it takes. */
export type WorkerMomentRequest = MomentRequest & { patienceMs?: number };

/** `foldedVersion` says how far the stream has been folded now, also where the code broke on the way. */
export type WorkerDecided = WorkerSpecified & { foldedVersion: number };
export type WorkerSpecified = { kind: 'decided'; events: DecidedEvent[] } | { kind: 'threw'; error: ThrownError };
export type WorkerReacted = { kind: 'reacted'; commands: IssuedCommand[] } | { kind: 'threw'; error: ThrownError };
export type WorkerAddressed = { kind: 'addressed'; workflowId: string | null } | { kind: 'threw'; error: ThrownError };
type ModuleErrors = { moduleId: string; error: ThrownError }[];
export type WorkerRouted = { routes: Route[]; errors: ModuleErrors };
export type WorkerProjected = { documents: ProjectedDocument[]; errors: ModuleErrors };
/** What replay met of the code's errors stands at its step; the rest goes on. */
type WithThrown<Part> = Omit<Part, 'error'> & { error?: ThrownError };
export type WorkerMomentState = WithThrown<MomentState>;
export type WorkerMomentDocuments = WithThrown<MomentDocuments>;
/** Instead of a moment, where patience ran out on the way there. */
export type WorkerUnfinished = { unfinished: { done: number; total: number } };
export type WorkerMoment = { position: number; states: WorkerMomentState[]; readModels: WorkerMomentDocuments[] };
export type WorkerHistory = WithThrown<ValueHistory>;
export type WorkerFollowed = { values: WithThrown<FollowedValue>[] };

/**
 * A recorded step: its kind (0 a call begins, 1 a statement runs next, 2 a call ends with a value), the place in the
 * instrumented code by its number, the call and how deep it lies, the text of what is returned, then of each variable in
 * the order of the place; -1 where there is none.
 */
export type WorkerStep = [kind: number, site: number, call: number, depth: number, result: number, ...values: number[]];
/** A call of the person's code that was watched. Input and output are tagged JSON. */
export type WorkerTracedCall = {
  phase: string;
  position?: number;
  part?: number;
  documentId?: string;
  input?: string;
  output?: string;
  error?: ThrownError;
  /** What `decide` and `react` returned, as it would be stored. */
  messages?: DecidedEvent[];
  texts: string[];
  steps: WorkerStep[];
  cut?: TraceCut;
  logs: NotedLine[];
};
/** Of each change the place in the instrumented code, and which object on the path it made; empty where it cannot be told. */
export type WorkerMaking = { made: { site?: number; depth?: number }[] };
export type WorkerUpcast = { results: ({ data: Json } | { events: UpcastMessage[] } | { error: ThrownError })[] };
export type WorkerSurroundings = { surroundings: Surroundings[] };
export type WorkerTraced = { calls: WorkerTracedCall[] };

/**
 * Each operation says in its value what the code threw; `broken` is an error of the operation as a whole. `missing` asks
 * for the page of the log that holds the position, and for the same again.
 */
export type WorkerResult = { logs: NotedLine[]; diagnostics: NotedDiagnostic[] } & (
  | { value: unknown }
  | { broken: ThrownError }
  | { missing: number }
);

export type LoadedModule = { moduleId: string } & (
  | { kind: 'ready'; canHandle?: string[]; exports: string[] }
  | { kind: 'broken'; error: ThrownError }
);

/** What comes out of the worker. `json` is the text of a `WorkerResult`. Hostile until checked. */
export type WorkerMessage =
  | { t: 'loading'; moduleId: string }
  | { t: 'loaded'; module: LoadedModule }
  | { t: 'ready' }
  | { t: 'reply'; id: number; json: string }
  | { t: 'progress'; id: number; done: number; total: number }
  /** Proves that no chain of microtasks was left behind. */
  | { t: 'idle'; id: number };

/** Written into the worker's script in front of the harness. */
export type HarnessSettings = {
  modules: {
    moduleId: string;
    kind: ModuleKind;
    name: string;
    entry: string;
    /** Its code changes nothing that it is given, and remembers nothing. */
    onlyReads: boolean;
    /** For a process manager: the messages that are commands to somebody. */
    commands?: string[];
    /** For a read model: types of events that it does not hear. */
    deafTo?: string[];
  }[];
  storeAsJson: boolean;
};

/** Characters of a reply; more is a mistake, and would only fill the memory of the app. */
export const largestReply = 64 * 1024 * 1024;

/** The names under which the linked script meets the harness. */
export const settingsName = '__replaygroundSettings';
export const harnessName = '__replayground';
