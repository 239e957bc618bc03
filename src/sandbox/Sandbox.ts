/** What may stand in data: JSON. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export type ModuleKind = 'decider' | 'read-model' | 'policy' | 'process' | 'translation' | 'upcaster';

/** One definition's code. The first file is its entry; others are reached by relative imports. */
export type ModelModule = {
  id: string;
  kind: ModuleKind;
  /** As the person knows it: "ShoppingCart". Used in messages. */
  name: string;
  files: { path: string; text: string }[];
  /** For a process manager: which of the messages that it makes are commands to somebody. */
  commands?: string[];
  /** For a read model: types of events that it does not hear, whatever its code says. */
  deafTo?: string[];
};

/** A place in the person's own TypeScript. */
export type CodePlace = { moduleId: string; file: string; line: number; column?: number };

/**
 * What went wrong in somebody's code, in words for the screen.
 * `name` is the constructor's name where an Error was thrown, else 'Thrown value', or one of ours:
 * 'CompileError', 'LoadError', 'TimeoutError', 'SandboxLostError', 'DeterminismError', 'SandboxError', 'FloodError'.
 */
export type CodeError = {
  name: string;
  message: string;
  /** The function that ran: decide, evolve, initialState, react, getDocumentId, load … */
  phase: string;
  place?: CodePlace;
  /** Global position of the event that was being handled, where there was one. */
  position?: number;
  /** True where the constructor is exactly TypeError, ReferenceError, RangeError or SyntaxError (semantics.md §5 "Outcomes"), or the error is one of ours. */
  isFailure: boolean;
  /** How long an answer was waited for that did not come. */
  waitedMs?: number;
};

/** Reported beside a run that goes on: a state changed in place, a value that JSON cannot keep … */
export type Diagnostic = { name: string; message: string; place?: CodePlace; phase: string; position?: number };
/** `position` is that of the event that was being handled, where there was one. */
export type LogLine = { level: string; text: string; phase: string; place?: CodePlace; position?: number };

export type ModuleStatus =
  | { kind: 'ready'; module: ModelModule; facts: ModuleFacts }
  | { kind: 'broken'; module: ModelModule; error: CodeError };

/** What a module says of itself once it has loaded. */
export type ModuleFacts = {
  /** For a read model: the event types it hears. */
  canHandle?: string[];
  exports: string[];
};

/** An event as storage keeps it; the harness hands positions to user code as bigint. */
export type SandboxEvent = {
  type: string;
  data: Json;
  metadata: {
    eventId: string;
    streamName: string;
    streamPosition: number;
    globalPosition: number;
    recordedAt: string;
    [added: string]: Json | undefined;
  };
};

export type SandboxCommand = { type: string; data: Json; metadata: { [key: string]: Json } };

/** Every reply carries what the code printed and what was noticed beside it. */
export type Noted<T> = T & { logs: LogLine[]; diagnostics: Diagnostic[] };

export type DecideRequest = {
  moduleId: string;
  stream: string;
  command: SandboxCommand;
  /** Milliseconds: `new Date()` in `decide`, and `command.metadata.now`, a Date for the code. */
  now: number;
  /** Seeds randomness and ids. */
  commandId: string;
  /** The events of the stream after `foldedVersion(moduleId, stream)`, up to and with `version`. */
  events: SandboxEvent[];
  /** The stream's version that is decided on. Where it lies before what is folded, send the events from 1. */
  version: number;
};
/** Events exactly as storage will keep them (normalised), before ids and positions are given. */
export type DecidedEvent = { type: string; data: Json; metadata?: { [key: string]: Json } };
export type DecideReply = Noted<{ kind: 'decided'; events: DecidedEvent[] } | { kind: 'threw'; error: CodeError }>;

/** Which documents of which read models a batch of events touches, before any document is read. */
export type RouteRequest = { moduleIds: string[]; events: SandboxEvent[] };
export type Route = { moduleId: string; documentIds: string[] };
export type RouteReply = Noted<{ routes: Route[]; errors: { moduleId: string; error: CodeError }[] }>;

export type ProjectRequest = {
  moduleIds: string[];
  events: SandboxEvent[];
  /** The present documents of the routed ids; absent ones do not exist yet. */
  documents: { moduleId: string; documentId: string; document: Json }[];
  /** The documents that take part; all where it is not given. */
  only?: string[];
};
export type ProjectedDocument = { moduleId: string; documentId: string; document: Json | null };
export type ProjectReply = Noted<{ documents: ProjectedDocument[]; errors: { moduleId: string; error: CodeError }[] }>;

/** Of a policy, for its commands; of a translation, for the public events that it makes. */
export type ReactRequest = { moduleId: string; event: SandboxEvent; now: number; seed: string };
export type IssuedCommand = { type: string; data: Json; metadata?: { [key: string]: Json } };
export type ReactReply = Noted<{ kind: 'reacted'; commands: IssuedCommand[] } | { kind: 'threw'; error: CodeError }>;

/** Stored events of one version, to be read as ones of the next. */
export type UpcastRequest = { moduleId: string; events: SandboxEvent[] };
/** The new data of each, or the events that it is read as instead (none, one or several), or why there is nothing. */
export type UpcastResult = { data: Json } | { events: UpcastMessage[] } | { error: CodeError };
export type UpcastMessage = { type: string; data: Json };
export type UpcastReply = Noted<{ results: UpcastResult[] }>;

/** Which of its streams a process manager handles an event in. */
export type AddressRequest = { moduleId: string; event: SandboxEvent };
/** Null: the event is none of its business. */
export type AddressReply = Noted<
  { kind: 'addressed'; workflowId: string | null } | { kind: 'threw'; error: CodeError }
>;

/** Given/when/then of a decider, run as written: given events folded, command decided. */
export type SpecifyRequest = {
  moduleId: string;
  /** Events without metadata get some that are made up. */
  given: GivenEvent[];
  command: { type: string; data: Json; metadata?: { [key: string]: Json } };
  now: number;
  /** Chance and ids are drawn from it; those of a recorded command from its id. */
  seed?: string;
};
export type GivenEvent = Pick<SandboxEvent, 'type' | 'data'> & Partial<Pick<SandboxEvent, 'metadata'>>;
export type SpecifyReply = DecideReply;

/** A state or document for the screen: a tree in the tagged codec, since Map, Set, Date and bigint are welcome in states. */
export type Shown = { text: string };

/** One moment of the log, as asked for by the screen. */
export type MomentRequest = {
  /** 0 = before the first event. */
  position: number;
  /**
   * Streams whose decider state is wanted, with the module that folds them. Where a stream's events up to the position are
   * handed over, its state comes from them alone, and nothing of the log is needed.
   */
  states: { moduleId: string; stream: string; events?: SandboxEvent[] }[];
  /** Read models whose documents are wanted. */
  readModels: string[];
  /**
   * Of these read models so many documents, the first by id, and of the others none; those that the event at `position`
   * changed always. All of all where it is not given.
   */
  first?: { [moduleId: string]: number | 'all' };
};
export type MomentState = {
  moduleId: string;
  stream: string;
  /** Version of the stream at the moment; 0 = not there yet. */
  version: number;
  /** Tagged JSON of the state before and after the event at `position`, where that event is of this stream; else both the same. */
  before: string;
  after: string;
  /** The step at which `evolve` broke at or before this moment; the state is what was known before it. */
  error?: CodeError;
};
export type MomentDocuments = {
  moduleId: string;
  documents: { documentId: string; document: Json }[];
  /** How many documents there are besides, where not all were asked for; of a read model of which none were, nobody counts. */
  left?: number | 'not counted';
  /** What the event at `position` changed: the documents before it (`null`: was not there). */
  changed: { documentId: string; before: Json | null }[];
  error?: CodeError;
};
export type MomentReply = Noted<{ position: number; states: MomentState[]; readModels: MomentDocuments[] }>;

/** A call of the person's code that shall be watched statement by statement, with what leads to it. */
export type TraceRequest = { moduleId: string } & (
  | {
      kind: 'decide';
      /** The stream from its first event up to the version that is decided on. */
      events: SandboxEvent[];
      command: SandboxCommand;
      now: number;
      seed: string;
    }
  /** The stream from its first event on. The last step is what was asked for; with `only`, those of these indexes. */
  | { kind: 'fold'; events: SandboxEvent[]; only?: { from: number; to: number } }
  | { kind: 'project'; events: SandboxEvent[]; documents: { documentId: string; document: Json }[] }
  | { kind: 'react'; event: SandboxEvent; now: number; seed: string }
);
export type TraceStep = {
  /** A call begins, with its arguments; a statement runs next; a call ends with a value. */
  kind: 'enter' | 'line' | 'return';
  file: string;
  line: number;
  /** Steps of the same call bear the same number. */
  call: number;
  /** 1 for the function that was called from outside. */
  depth: number;
  /** Of the function, where a call begins. */
  name?: string;
  /** What can be seen there, innermost first, as short texts. */
  variables: { name: string; text: string }[];
  returned?: string;
};
/** Why a record ends early: too many steps, too much text, or code that did not end. */
export type TraceCut = 'steps' | 'size' | 'time';
export type TracedCall = {
  /** initialState, evolve, decide, getDocumentId, react */
  phase: string;
  /** Global position of the event that was handled, where there was one. */
  position?: number;
  /** Where the stored event is read as several: which of them it is, from 0. */
  part?: number;
  documentId?: string;
  /** Tagged JSON of the state or document that went in and of what came out; none where the code broke. */
  input?: string;
  output?: string;
  error?: CodeError;
  /** What `decide` or `react` returned, as it would be stored. */
  messages?: DecidedEvent[];
  steps: TraceStep[];
  cut?: TraceCut;
  logs: LogLine[];
};
/** The calls that were recorded, in order: of a long stream the first and last steps of the fold. */
export type TraceReply = { calls: TracedCall[]; error?: CodeError };
/** A step into a value: the key of a record, the place in a list, or a key of a Map or an item of a Set as tagged JSON. */
export type PathStep = string | number | { key: Json };

/** The state of a stream, or a document of a read model. */
export type ValueSubject =
  | { kind: 'state'; moduleId: string; stream: string }
  | { kind: 'document'; moduleId: string; documentId: string };

/** A value in a state or document; the whole of it where the path is empty. */
export type ValuePlace = { subject: ValueSubject; path: PathStep[] };

/** Tagged JSON of a value, cut where it is long; null where there is none. */
export type ValueText = { text: string; isCut?: boolean } | null;

/** Which events made a value, up to a position; the newest `most` of them are told. */
export type HistoryRequest = ValuePlace & { position: number; most: number };
export type ValueChange = { position: number; type: string; before: ValueText; after: ValueText };
export type ValueHistory = {
  /** How many events changed it altogether. */
  total: number;
  /** What it was before the first event. */
  start: ValueText;
  /** The newest first. */
  changes: ValueChange[];
  /** Where the code breaks on the way: what came before is told. */
  error?: CodeError;
};
export type HistoryReply = Noted<ValueHistory>;

/** Values over the whole log up to `head`, drawn with at most about `most` changes each. */
export type FollowRequest = { places: ValuePlace[]; head: number; position: number; most: number };
/** A change of a value, or its start at position 0; `number` where it can be drawn as a height. */
export type Kink = { position: number; value: ValueText; number?: number };
export type FollowedValue = {
  total: number;
  /** What it is at `position`. */
  value: ValueText;
  /** All changes in order, or where they are too many those that show the course of it. */
  kinks: Kink[];
  /** The changes around `position`, drawn or not: the last one up to it with the value before it, and its neighbours. */
  around?: { at: number; before: ValueText; previous?: number; next?: number };
  error?: CodeError;
};
export type FollowReply = Noted<{ values: FollowedValue[] }>;

/** What a state or document was before events that changed a value in it, and what they made of the value. */
export type SurroundingsRequest = ValuePlace & { positions: number[] };
export type Surroundings = { position: number; before: string | null; after: string | null };
export type SurroundingsReply = Noted<{ surroundings: Surroundings[]; error?: CodeError }>;

/** Changes of a value, each with its event. */
export type MakingRequest = ValuePlace & { changes: (Surroundings & { event: SandboxEvent })[] };
/** A line of the person's code; null where it could not be told. */
export type MakingReply = { lines: ({ file: string; line: number } | null)[] };

export type Progress = (done: number, total: number) => void;

/** Change sets of the log as they stand in the text of a page; the same that the event store hands out. */
export type LoggedSet = {
  stream: string;
  firstStreamPosition: number;
  firstPosition: number;
  recordedAt: string;
  ids:
    | { kind: 'fresh'; prefix: string; firstNumber: number }
    | { kind: 'row'; keys: [string]; firstNumber: number }
    | { kind: 'list'; keys: string[] };
  events: { type: string; data: Json; schemaVersion?: number; metadata?: { [key: string]: Json } }[];
};

/** A page of the log as the text of a `LoggedSet[]`: it goes to the worker unread. */
export type LogPage = { text: string; lastPosition: number; isEnd: boolean };

/** The page that holds a position. */
export type ReadLogPage = (from: number) => Promise<LogPage>;

export type MomentOptions = {
  /** Called while it takes longer. */
  onProgress?: Progress;
  /** Gives up where what has been projected so far is kept; rejects with its reason. */
  signal?: AbortSignal;
};

/**
 * The only place that runs user code: one classic worker per model in an opaque origin (see the room's README note in
 * the top README). It is thrown away and made anew when code changes or hangs; what it holds is a cache, never a truth.
 *
 * A hang or a death answers every waiting request with a `CodeError` named TimeoutError or SandboxLostError and restarts by itself.
 */
export type Sandbox = {
  /** Compiles, links and starts the modules. One that does not compile or load is `broken`; the others run. Replaces what ran before. */
  load(modules: ModelModule[], options?: { storeAsJson?: boolean }): Promise<ModuleStatus[]>;
  /** Version up to which the running worker has folded a stream for a decider; 0 if it has not. */
  foldedVersion(moduleId: string, stream: string): number;
  decide(request: DecideRequest): Promise<DecideReply>;
  route(request: RouteRequest): Promise<RouteReply>;
  project(request: ProjectRequest): Promise<ProjectReply>;
  react(request: ReactRequest): Promise<ReactReply>;
  address(request: AddressRequest): Promise<AddressReply>;
  specify(request: SpecifyRequest): Promise<SpecifyReply>;
  /** Fewer results than events where one answer has no room for more: the others are to be asked for anew. */
  upcast(request: UpcastRequest): Promise<UpcastReply>;
  /** Another one, with a worker of its own: for what this one waits for on its way. Closed with it. */
  beside(): Sandbox;
  /** Where the worker gets the pages of the log that it needs and does not hold (any more). */
  readLogBy(read: ReadLogPage): void;
  /** Other requests come in between where it takes long. */
  moment(request: MomentRequest, options?: MomentOptions): Promise<MomentReply>;
  /**
   * Runs an instrumented copy of one module in a worker of its own and records each statement; what runs is not touched,
   * and nothing of it is kept.
   */
  trace(request: TraceRequest): Promise<TraceReply>;
  /** The lines that made a value, of one event each: runs an instrumented copy, as `trace` does. */
  making(request: MakingRequest): Promise<MakingReply>;
  /** What is needed to run single events again. */
  surroundings(request: SurroundingsRequest): Promise<SurroundingsReply>;
  /** The events that made a value. */
  history(request: HistoryRequest, onProgress?: Progress): Promise<HistoryReply>;
  /** The course of some values; what was followed before is not computed again. */
  follow(request: FollowRequest, onProgress?: Progress): Promise<FollowReply>;
  /** Called after a restart that the sandbox made by itself, with the words for the screen. */
  onRestarted(handle: (error: CodeError) => void): () => void;
  close(): void;
};

/**
 * The frame lives on the screen thread, the sandbox's caller in the engine worker: this is the bridge between them.
 * `spawn` starts a worker from a script's text and answers with its port; `kill` ends it, `hard` removes the frame with its process.
 */
export type WorkerHost = {
  spawn(script: string): Promise<{ workerId: number; port: MessagePort }>;
  kill(workerId: number, hard: boolean): Promise<void>;
  /** A worker failed to start, or the frame died (out of memory). */
  onLost(handle: (workerId: number, message: string, line?: number) => void): () => void;
};
