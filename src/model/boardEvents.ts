import type {
  Board,
  ClockSetting,
  CodeFile,
  Connection,
  Definition,
  Field,
  Lens,
  Note,
  Specification,
  Upcast,
  WallView,
} from './definitions.ts';

/**
 * What happened to a board. Each event carries what was there before beside what is there now, so that it can be
 * turned back on whatever the board has become (see `inverse`).
 */
export type BoardEvent =
  | { type: 'ModelNamed'; data: { from: string; to: string } }
  | { type: 'ClockChanged'; data: { from: ClockSetting; to: ClockSetting } }
  | { type: 'StorageEncodingChanged'; data: { storeAsJson: boolean } }
  | { type: 'LensChanged'; data: { from: Lens; to: Lens } }
  | { type: 'StrictnessChanged'; data: { isStrict: boolean } }
  | { type: 'DefinitionAdded'; data: { definition: Definition } }
  | { type: 'DefinitionRemoved'; data: { definition: Definition } }
  | { type: 'DefinitionRenamed'; data: { definitionId: string; from: string; to: string } }
  | { type: 'FieldsChanged'; data: { definitionId: string; from: Field[]; to: Field[] } }
  | { type: 'CodeChanged'; data: { definitionId: string; from: CodeFile[]; to: CodeFile[] } }
  | { type: 'UpcastsChanged'; data: { definitionId: string; from: Upcast[]; to: Upcast[] } }
  /** Events are stored from now on in another version; `fields` are those of the version before. */
  | { type: 'SchemaVersionRaised'; data: { definitionId: string; from: number; to: number; fields: Field[] } }
  | { type: 'StreamsNamed'; data: { definitionId: string; from: StreamNaming; to: StreamNaming } }
  | { type: 'LifecycleChanged'; data: { definitionId: string; from: 'inline' | 'async'; to: 'inline' | 'async' } }
  | { type: 'PolicySwitched'; data: { definitionId: string; isOn: boolean } }
  | { type: 'ContextMarked'; data: { definitionId: string; isContext: boolean } }
  | { type: 'AdviceMuted'; data: { definitionId: string; rule: string; isMuted: boolean } }
  | { type: 'NoteAdded'; data: { note: Note } }
  | { type: 'NoteRemoved'; data: { note: Note } }
  | { type: 'NotesMoved'; data: { moves: { noteId: string; from: Point; to: Point }[] } }
  | { type: 'NoteResized'; data: { noteId: string; from: Size | null; to: Size | null } }
  | { type: 'NotesLocked'; data: { noteIds: string[]; isLocked: boolean } }
  | { type: 'NotesConnected'; data: { connection: Connection } }
  | { type: 'NotesDisconnected'; data: { connection: Connection } }
  | { type: 'SpecificationAdded'; data: { specification: Specification } }
  | { type: 'SpecificationChanged'; data: { from: Specification; to: Specification } }
  | { type: 'SpecificationRemoved'; data: { specification: Specification } }
  /** A view was kept, changed or taken away; `index` is its place among the views. */
  | { type: 'ViewChanged'; data: { from: WallView | null; to: WallView | null; index: number } }
  /** The board was brought to what it was at another moment of its history. */
  | { type: 'BoardRestored'; data: BoardChanges };

/** The parts of a board that hold records by id. */
export type BoardRecords = Pick<Board, 'definitions' | 'notes' | 'connections' | 'specifications'>;
/** What else a board says of itself: its name, its settings. */
export type BoardValues = Omit<Board, keyof BoardRecords | 'modelId'>;

/** One record before and after; `null` where it is not there. */
export type RecordChange<Item> = { id: string; from: Item | null; to: Item | null };

/** What makes one board of another: only what differs. */
export type BoardChanges = {
  values: { from: Partial<BoardValues>; to: Partial<BoardValues> };
  records: { [Part in keyof BoardRecords]: RecordChange<BoardRecords[Part][string]>[] };
};

export type Point = { x: number; y: number };
export type Size = { width: number; height: number };
export type StreamNaming = { category: string; idField: string };

/**
 * What a person wants of the board. Ids come with the intent, so that it can be decided again on a changed board
 * (a second tab) with the same result.
 */
export type BoardIntent =
  | { type: 'NameModel'; name: string }
  | { type: 'SetClock'; clock: ClockSetting }
  | { type: 'SetStorageEncoding'; storeAsJson: boolean }
  | { type: 'SetLens'; lens: Lens }
  | { type: 'SetStrictness'; isStrict: boolean }
  /** Adds a definition and its first note in one step. */
  | { type: 'AddNote'; note: Note; definition: Definition }
  /** Another appearance of a definition that is there. */
  | { type: 'PlaceNote'; note: Note }
  /** Locked notes stay where they are. */
  | { type: 'MoveNotes'; moves: { noteId: string; to: Point }[] }
  | { type: 'ResizeNote'; noteId: string; to: Size; at?: Point }
  | { type: 'LockNotes'; noteIds: string[]; isLocked: boolean }
  /** `hasStreams`: events are stored in the decider's streams, so they keep their category whatever it is called now. */
  | { type: 'RenameDefinition'; definitionId: string; name: string; hasStreams?: boolean }
  /** With the notes go their connections; with the last note of a definition goes the definition and its specifications. Locked notes stay. */
  | { type: 'RemoveNotes'; noteIds: string[]; connectionIds?: string[] }
  | { type: 'ConnectNotes'; connection: Connection }
  /** `storedVersion`: the version of the event's fields under which events are stored; a change of these makes a new one. */
  | { type: 'ChangeFields'; definitionId: string; fields: Field[]; storedVersion?: number }
  | { type: 'ChangeCode'; definitionId: string; code: CodeFile[] }
  /** Stored events of the version before `to` are read as ones of it from now on; where none is given, of the next one. */
  | { type: 'AddUpcast'; definitionId: string; change: Omit<Upcast, 'to'>; to?: number }
  /** The whole step to its version; one that says nothing goes. */
  | { type: 'ChangeUpcast'; definitionId: string; step: Upcast }
  | { type: 'NameStreams'; definitionId: string; naming: StreamNaming }
  | { type: 'SetLifecycle'; definitionId: string; lifecycle: 'inline' | 'async' }
  | { type: 'SwitchPolicy'; definitionId: string; isOn: boolean }
  /** A frame becomes a bounded context, or is a mere area again. */
  | { type: 'MarkContext'; definitionId: string; isContext: boolean }
  /** What a rule of the coach says of a note is not shown any more, or again. */
  | { type: 'MuteAdvice'; definitionId: string; rule: string; isMuted: boolean }
  | { type: 'AddSpecification'; specification: Specification }
  | { type: 'ChangeSpecification'; specification: Specification }
  | { type: 'RemoveSpecification'; specificationId: string }
  /** A new view, or another name or place of one that is there. */
  | { type: 'KeepView'; view: WallView }
  | { type: 'RemoveView'; viewId: string }
  /** A whole model at once: a sample, a file, a duplicate. Only on an empty board. */
  | { type: 'FillBoard'; board: Board }
  /** Makes the board what it was at another moment. Deciders named in `withStreams` keep the streams that they have. */
  | { type: 'RestoreBoard'; board: Board; withStreams: string[] };

/** One gesture of a person: one step of undo, with the words for the menu ("Move 3 notes"). */
export type Gesture = {
  id: string;
  label: string;
  /** The tab it was made in: each tab undoes its own. */
  tab: string;
  /** Set where the gesture takes another one back (undo) or makes it again (redo). */
  undoes?: string;
  redoes?: string;
  /** When it was stored, ISO 8601; known once it has been read back. */
  at?: string;
};

/** A board event as it stands in the board's stream: the gesture is its metadata. */
export type StoredBoardEvent = BoardEvent & { metadata: { gesture: Gesture } };
