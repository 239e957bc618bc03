import type {
  BranchRequest,
  CommandCourse,
  CommandSubmission,
  ComparedSide,
  Comparison,
  CoursePhase,
  DocumentSources,
  DryRun,
  FoldPart,
  GivenChange,
  GivenQuestion,
  LoadPlan,
  Outcome,
  PolicyControl,
  ReadModelControl,
  RecordedEvent,
  Redecided,
  RedecideWish,
  RunOutline,
  StoredKind,
  StoredReading,
  StoreInspection,
  StreamDeletion,
  ValuePlace,
  Waiting,
} from '#engine';
import type {
  Board,
  BoardDifference,
  BoardIntent,
  DeciderSpecification,
  DefinitionOf,
  Delivery,
  Fix,
  HistoryFilter,
  Json,
  PolicySpecification,
  StoredBoardEvent,
} from '#model';
import type {
  Breakpoint,
  EditResult,
  ImportChoice,
  ImportMapping,
  InspectorTab,
  Pace,
  Scale,
  Selection,
  ShownDocuments,
  Speed,
  Theme,
} from './AppState.ts';
import type { Sharing } from './sharing.ts';

/**
 * The functions that the screen may call: all of them, and the only ones. None throws at the screen: what goes wrong
 * stands in the state (`saving`, `lastOutcome`, `messages`). The scripting functions reject instead.
 */
export type Workspace = {
  /** Several intents become one step of undo under one label. */
  edit(label: string, intents: BoardIntent[]): EditResult;
  undo(): EditResult;
  redo(): EditResult;
  /** Resolves when all edits made so far are stored. */
  saved(): Promise<void>;
  select(selection: Selection): void;
  /** A locked note keeps its name: a message says so. */
  startRenaming(noteId: string): void;
  stopRenaming(): void;
  /** Typed code: becomes an edit after 300 ms of rest, on blur, and before a run. */
  typeCode(definitionId: string, path: string, text: string): void;
  flushCode(): void;
  /** One step of undo, on the board as it is then; code that it changes is shown. Answers what was edited. */
  applyFix(fix: Fix): Promise<BoardIntent[]>;

  openForm(commandDefinitionId: string, noteId?: string): void;
  closeForm(): void;
  submitCommand(submission: CommandSubmission): Promise<Outcome | null>;
  /** Answers to a conflict: decide again on the latest. */
  decideAgain(): Promise<void>;
  /** Stores what was decided on what was seen, without a check of what has been written since. */
  forceThrough(): Promise<void>;
  dismissOutcome(): void;
  setPace(pace: Pace): void;
  settled(): Promise<void>;
  retryReadModel(readModelId: string): void;
  rebuildVisibly(readModelId: string): Promise<void>;
  /** An experiment on a copy of what is recorded; what came of it stands in `experiments`. */
  tryDelivery(readModelId: string, delivery: Delivery): Promise<void>;
  /** Finds out what `decide` prints for a recorded command that was not sent since the model was opened. */
  printDecision(commandId: string): void;
  /** The course of a recorded command on the present code; a message says where it cannot be had. */
  stepInto(commandId: string): Promise<CommandCourse | null>;
  /** The same of an event that no recorded command made. */
  stepIntoEvent(position: number): Promise<CommandCourse | null>;
  /** The steps of a long fold that a course leaves out. */
  foldSteps(part: FoldPart): Promise<CoursePhase[] | null>;
  switchPolicyOff(policyId: string): void;
  newRun(kind: 'empty' | 'from-history'): Promise<void>;
  openRun(runId: string): Promise<void>;
  deleteRun(runId: string): Promise<void>;

  /** 0 = before the first event; the number of events, or beyond, = now. */
  seek(position: number): void;
  stepBack(): void;
  stepForward(): void;
  goToStart(): void;
  goToNow(): void;
  play(): void;
  pause(): void;
  setSpeed(speed: Speed): void;
  /** The next or previous event of the same type, of the same stream, or that has to do with the note of a definition. */
  jump(direction: 'next' | 'previous', of: { type?: string; stream?: string; noteOf?: string }): void;
  watchStream(stream: string | null): void;
  /** Has so many documents of a read model fetched with each moment; of others only what an event changes is told. */
  showDocuments(shown: ShownDocuments): void;
  /** Commands to it are refused until it is taken back; its events stay where they are. */
  archiveStream(stream: string): void;
  unarchiveStream(stream: string): void;
  /** Its events stay in the log. */
  deleteStream(deletion: StreamDeletion): void;
  undeleteStream(stream: string): void;
  /** What is physically stored of the run in use; a message says where it cannot be read. */
  inspectStore(request: { kind: StoredKind; limit: number }): Promise<StoreInspection | null>;
  returnToNowAnd(then: () => void): void;

  runSpecification(specificationId: string): void;
  /** Given the events of the stream before it, when this command, then what was recorded. */
  specificationFromCommand(commandId: string): Promise<void>;
  /** Of what a policy that keeps no state asked for when it heard the event at the position. */
  specificationFromReaction(policyId: string, position: number): Promise<void>;

  showModels(): void;
  showWall(): void;
  /** The wall as a table. */
  showOutline(): void;
  /** The wall as it came to be, edit by edit: not to be mistaken for the replay of its events. */
  showWallHistory(): void;
  /** Every edit of the wall that is stored. */
  readWallHistory(): Promise<StoredBoardEvent[]>;
  /** Makes the wall what it was, by a new edit. */
  restoreWall(label: string, board: Board): void;
  /** A model of its own that begins with the wall as it was. */
  newModelFrom(board: Board, name: string): Promise<void>;
  newModel(name?: string): Promise<void>;
  openModel(modelId: string): Promise<void>;
  openSample(sampleId: string): Promise<void>;
  /** The open model where no other is named. */
  renameModel(name: string, modelId?: string): void;
  duplicateModel(modelId: string): Promise<void>;
  deleteModel(modelId: string): Promise<void>;
  restoreModel(modelId: string): Promise<void>;
  /** Save writes the same file again where the browser can; otherwise downloads. */
  saveToFile(options?: SaveOptions): Promise<void>;
  /** All other ways in which a model leaves. */
  sharing(): Promise<Sharing>;
  /** Shows what a file holds, a model or recorded events, before anything is opened; a message says why where it is neither. */
  previewFile(file?: File): Promise<void>;
  /** Says which one of several files is looked at; to be called once it is seen, as what was said before lies below it. */
  sayOneOf(fileName: string, others: number): Promise<void>;
  openPreviewed(): Promise<void>;
  closePreview(): void;

  setTheme(theme: Theme): void;
  setScale(scale: Scale): void;
  present(isPresenting: boolean): void;
  setInspectorTab(tab: InspectorTab): void;
  toggleInspector(open?: boolean): void;
  toggleDock(open?: boolean): void;
  showCode(definitionId: string, place?: { file?: string; line?: number }): void;
  nextHint(): void;
  closeHints(): void;
  dismissMessage(id: string): void;

  /** With a filter, steps and playing go from match to match. */
  setFilter(filter: HistoryFilter): void;
  /** What a filter does not let through is hidden; else it is dimmed. */
  hideOthers(isHidingOthers: boolean): void;
  toggleBreakpoint(breakpoint: Breakpoint): void;
  /** Named after the event until it is renamed; taken away where the position has one. */
  toggleBookmark(position: number): void;
  renameBookmark(id: string, name: string): void;
  /** To a number, a time or a version of a stream, as typed; a message says where there is none. */
  goTo(typed: string): void;
  /** Given those of the positions that came before, when the command that made the last one, then what it made. */
  specificationFromEvents(positions: readonly number[]): void;
  /** Which events made a value, as of the cursor where no position is given; the answer stands in `why`. */
  askWhy(place: ValuePlace, position?: number): void;
  closeWhy(): void;
  /** Which given events of a specification made a value; none where that cannot be told. */
  whyGiven(question: GivenQuestion): Promise<GivenChange[]>;
  /** The statement that answers what a specification asks, or refuses it; null where that cannot be told. */
  lineOfDecision(
    specification: DeciderSpecification | PolicySpecification,
  ): Promise<{ file: string; line: number } | null>;
  /** Watched values are remembered by this browser, for the open model. */
  watchValue(place: ValuePlace): void;
  unwatchValue(place: ValuePlace): void;
  /** Brings the courses of what is watched up to the present history and the cursor. */
  refreshWatches(): void;
  /** Reads the file of events that is looked at in another way. */
  changeImport(mapping: ImportMapping): void;
  importEvents(choice: ImportChoice): Promise<void>;
  /** Puts the file away; an import that is under way is stopped, and nothing of it is left. */
  closeImport(): void;
  /** The events of the run in use, as JSON Lines. */
  saveEvents(): Promise<void>;
  /** A run of its own that begins with what the open one has recorded; answers whether it was made. */
  branch(request: BranchRequest): Promise<boolean>;
  /** Branches at the moment that is shown, then goes on there. */
  branchHere(then?: () => void): void;
  /** Another run, at a place in its history. */
  openRunAt(runId: string, position: number): Promise<void>;
  /** Back to the run that the open branch came from, where it left it; the branch is kept. */
  returnToParent(): void;
  /** The open branch is what the model goes on with. */
  adoptBranch(): void;
  /** Returns to where the open branch came from and deletes it; a message brings it back. */
  throwBranchAway(): void;
  renameRun(runId: string, name: string): Promise<void>;
  /** Keeps the moment that is shown at hand, or lets it go. */
  togglePin(): void;
  /** Two moments held against each other; the cursor and the run stay as they are. */
  showCompare(): void;
  /** What happened in other runs, from a position on. */
  outlineRuns(wanted: { runId: string; from: number }[]): Promise<RunOutline[]>;
  /** What differs; nothing where it could not be found out (a message says why). */
  compareMoments(sides: [ComparedSide, ComparedSide]): Promise<Comparison | null>;
  /** Leaves a rebuild that is being watched: the documents stay as they were stored. */
  stopRebuild(): void;
  /** The version and the state of a stream as it is now; null where that cannot be told. */
  readState(stream: string): Promise<{ version: number; state: unknown } | null>;
  /** How the recorded commands would end on the present code; a newer question ends the one before. Nothing is stored. */
  redecide(wish: RedecideWish, onProgress: (done: number, total: number) => void): Promise<Redecided | null>;
  stopRedeciding(): void;
  /** Asks how many users shall come to a command, and shows what came of it. */
  openLoadRun(commandId: string): void;
  startLoad(plan: LoadPlan): Promise<void>;
  stopLoad(): void;
  closeLoadRun(): void;
  /** Pauses, slows, crashes, resets … an asynchronous read model; a message says why it cannot be done. */
  controlReadModel(readModelId: string, control: ReadModelControl): void;
  /** What serves, held against the version beside it; nothing where that is not there (a message says so). */
  compareVersions(readModelId: string): Promise<Comparison | null>;
  /** Stops copying a history, deciding its commands anew, or comparing. */
  stopLongWork(): void;
  /** Looks for the lines that made changes of the value that is asked after; they stand in `why`. */
  findLines(positions: readonly number[]): void;
  /** Goes from the cursor to the change of a value before or after it, or to the one nearest to a position. */
  goToChange(place: ValuePlace, to: 'previous' | 'next' | number): void;
  /** Winds the playground's clock forward, to an ISO 8601 time; resolves once what is due by then has happened. */
  windClock(to: string): Promise<void>;
  /** Lets the fault desk hand a policy its events, restarts it …; a message says why it cannot be done. */
  controlPolicy(policyId: string, control: PolicyControl): void;
  /** From how many streams the documents of a read model come; null where its code does not run (a message says so). */
  documentSources(readModelId: string): Promise<DocumentSources | null>;
  /** How stored events are read by the upcasters as they stand in the editor; a message says where that cannot be told. */
  readStored(definition: DefinitionOf<'event'>, events: RecordedEvent[]): Promise<StoredReading[] | null>;
  /** What the upcasters of an event change in all that is recorded; null where it was stopped. Nothing is stored. */
  dryRun(definitionId: string): Promise<DryRun | null>;
  /** The file that is looked at is held against the model that it is one of: what differs stands in `comparedFile`. */
  compareWithFile(): Promise<void>;
  /** Takes one difference over from the compared file, as an edit. */
  takeOver(label: string, difference: BoardDifference): void;
  /** Makes the model what the looked at or compared file says; the edit has the label, what is recorded gets a run of its own. */
  replaceByFile(label: string): Promise<void>;
};

/** `window.replayground`: for trainers who script demonstrations, and for tests. */
export type Scripting = {
  /** Opens the text or file of a model as a new one; answers its id. */
  openModel(model: string | object | File): Promise<string>;
  /** What Save would write. */
  model(): Promise<object>;
  send(command: { type: string; data: Json; stream?: string; metadata?: { [key: string]: Json } }): Promise<Outcome>;
  /**
   * Waits for policies and asynchronous read models. Answers those that have not seen all that is stored, as they are
   * paused, slowed, crashed, stopped or with faults.
   */
  settled(): Promise<{ name: string; why: Waiting['why'] }[]>;
  events(options?: { stream?: string; from?: number; limit?: number }): Promise<RecordedEvent[]>;
  /** State of the stream's decider as of the cursor. */
  stateOf(stream: string): Promise<unknown>;
  /** Documents by id as of the cursor. */
  readModel(name: string): Promise<{ [documentId: string]: Json }>;
  position(): Promise<number>;
  seek(position: number): Promise<void>;
  windClock(to: string): Promise<void>;
};

/** `events`: where nothing is said, the person is asked if they make the file too large to be opened again. */
export type SaveOptions = { asNew?: boolean; withBoardHistory?: boolean; events?: 'all' | 'left-out' };
