/** What may stand in an example or in recorded data: JSON. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** All kinds of notes, in the order in which they are offered. */
export const noteKinds = [
  'event',
  'command',
  'decider',
  'policy',
  'read-model',
  'actor',
  'system',
  'screen',
  'hotspot',
  'frame',
] as const;
export type NoteKind = (typeof noteKinds)[number];

export type FieldType =
  | { kind: 'text' }
  | { kind: 'number' }
  | { kind: 'boolean' }
  /** An ISO 8601 string in data. */
  | { kind: 'date' }
  /** A string; `prefix` makes readable ids (`cart` → `cart-5`), without it new ids are UUIDs. */
  | { kind: 'id'; prefix?: string }
  | { kind: 'choice'; choices: string[] }
  | { kind: 'list'; of: FieldType }
  | { kind: 'object'; fields: Field[] };

export type Field = { name: string; type: FieldType; optional?: boolean; example?: Json };

/** The first file is the entry; others are reached by relative imports. */
export type CodeFile = { path: string; text: string };

/**
 * A thing of the domain. It owns name, fields and code; notes on the wall are its appearances, and one definition may
 * stand in several places.
 */
export type Definition =
  | (Named & { kind: 'event'; fields: Field[]; schemaVersion: number; earlier?: FieldsVersion[]; upcasts?: Upcast[] })
  | (Named & { kind: 'command'; fields: Field[] })
  /** `category` and the name of the id field stay what they were when the decider is renamed: stored streams carry them. */
  | (Named & { kind: 'decider'; category: string; idField: string; code: CodeFile[] })
  /** `category` is that of the streams of a process manager; made of its name until it is renamed. */
  | (Named & { kind: 'policy'; code: CodeFile[]; isOn: boolean; category?: string })
  | (Named & { kind: 'read-model'; code: CodeFile[]; lifecycle: 'inline' | 'async' })
  /** Events that are made in a bounded context are private to it, unless a translation publishes them. */
  | (Named & { kind: 'frame'; isContext?: true })
  | (Named & { kind: 'actor' | 'system' | 'screen' | 'hotspot' });
type Named = {
  id: string;
  name: string;
  /** Names under which events may still be stored. */
  formerNames?: string[];
  /** Rules of the coach that the person does not want to hear of here. */
  mutedAdvice?: string[];
};

/**
 * How events of the version before are read as version `to`: those stored under former names bear the present one, fields
 * at a path such as `item.qty` are called otherwise, and what was not there holds a default. Then its code, a pure
 * `upcast(data, metadata)`, makes the new data; or it answers null where the event is read as none any more, or a list of
 * events `{ type, data }` that it is read as. Those of its own type are of version `to`, those of another type are written
 * for that type as it is today. All of them have the place, the id and the metadata of what is stored.
 */
export type Upcast = {
  to: number;
  formerNames?: string[];
  rename?: { [path: string]: string };
  defaults?: { [path: string]: Json };
  code?: CodeFile[];
};

/** The fields of an event in a version that is not the present one any more. */
export type FieldsVersion = { version: number; fields: Field[] };

export type DefinitionOf<K extends NoteKind> = Extract<Definition, { kind: K }>;

/** Top left corner on the wall, in canvas units (1 = 1 CSS pixel at zoom 1). */
export type Note = {
  id: string;
  definitionId: string;
  x: number;
  y: number;
  width?: number;
  height?: number;
  /** It stays where it is, and what it is called, until it is unlocked. */
  isLocked?: true;
};

/** An arrow from note to note. */
export type Connection = { id: string; from: string; to: string };

/** A part of the wall that is worth going back to, by its name. In canvas units. */
export type WallView = { id: string; name: string; x: number; y: number; width: number; height: number };

export type SpecificationMessage = { type: string; data: Json };
type SpecificationBase = {
  id: string;
  /** The decider, the read model or the policy. */
  definitionId: string;
  name: string;
  given: SpecificationMessage[];
};
/** Given events, when a command, then events, or a refusal whose message contains the text (any refusal where empty). */
export type DeciderSpecification = SpecificationBase & {
  subject: 'decider';
  when: SpecificationMessage;
  /** Time of the command, ISO 8601: what `metadata.now` and the clock answer. The start of 2026 where it is not given. */
  now?: string;
  then: { kind: 'events'; events: SpecificationMessage[] } | { kind: 'refused'; message: string };
};
/** Given events, then exactly these documents. */
export type ReadModelSpecification = SpecificationBase & {
  subject: 'read-model';
  then: { kind: 'documents'; documents: { documentId: string; document: Json }[] };
};
/** What a policy or process manager answers with; `dueAt` is ISO 8601. */
export type PolicyOutput =
  | (SpecificationMessage & { action: 'send' })
  /** An event of a process manager's own. */
  | (SpecificationMessage & { action: 'record' })
  | (SpecificationMessage & { action: 'schedule'; dueAt: string })
  | { action: 'cancel'; type: string }
  | { action: 'complete' };
/** Given what a process manager has heard and recorded, when it hears an event or a message comes due, then exactly this. */
export type PolicySpecification = SpecificationBase & {
  subject: 'policy';
  when: SpecificationMessage;
  /** `when` is a message that the process manager has scheduled, and its time has come. */
  isDue?: true;
  /** Time of the answer, ISO 8601. The start of 2026 where it is not given. */
  now?: string;
  then: { kind: 'outputs'; outputs: PolicyOutput[] };
};
export type Specification = DeciderSpecification | ReadModelSpecification | PolicySpecification;

/** The playground's clock: the machine's, or stopped and moved on by a step with each command. */
export type ClockSetting = { kind: 'real' } | { kind: 'stopped'; startsAt: string; stepMs: number };

/** Four ways to look at one board: which notes are offered first, and which advice is given. */
export const lenses = ['big-picture', 'process', 'design', 'event-modeling'] as const;
export type Lens = (typeof lenses)[number];

export type ModelSettings = {
  clock: ClockSetting;
  /** On: events keep what JSON keeps. Off: Date, Map, Set and bigint come back as they were. */
  storeAsJson: boolean;
  /** Design where it is not given. */
  lens?: Lens;
  /** For lessons: an arrow that the notation does not know is refused. */
  isStrict?: true;
};

/**
 * The present of the wall: everything a model is, but for its runs. Records by id; order on screen and in files is
 * that of insertion.
 */
export type Board = {
  modelId: string;
  name: string;
  settings: ModelSettings;
  definitions: { [id: string]: Definition };
  notes: { [id: string]: Note };
  connections: { [id: string]: Connection };
  specifications: { [id: string]: Specification };
  /** In the order in which they are shown; not there where there are none. */
  views?: WallView[];
};
