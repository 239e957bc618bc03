import type { Json } from './messages.ts';

export type FieldType =
  | { kind: 'text' | 'number' | 'boolean' | 'date' | 'id' }
  | { kind: 'choice'; choices: string[] }
  | { kind: 'list'; of: FieldType }
  | { kind: 'object'; fields: Field[] };
export type Field = { name: string; type: FieldType; optional?: boolean };

/** `code` is a module as it was written: its functions may stand in it as `core/shapes.ts` says. */
export type DeciderModule = { id: string; name: string; category: string; idField: string; code: object };
export type ReadModelModule = { id: string; name: string; collection: string; deafTo: string[]; code: object };
export type PolicyModule = {
  id: string;
  name: string;
  hears: string[];
  isOn: boolean;
  /** Of a process manager: the category of its streams, and which messages are commands. */
  process?: { category: string; commands: string[] };
  /** Of a translation: where its public events go, and which it may make. */
  publishes?: { stream: string; types: string[] };
  code: object;
};

/** How events of the version before are read as version `to`. */
export type Upcast = {
  to: number;
  formerNames?: string[];
  rename?: { [path: string]: string };
  defaults?: { [path: string]: Json };
  code?: object;
};
export type EventDefinition = { type: string; formerNames: string[]; schemaVersion: number; upcasts: Upcast[] };
export type CommandDefinition = { type: string; formerNames: string[]; deciderId: string; fields: Field[] };

export type Model = {
  name: string;
  deciders: DeciderModule[];
  readModels: ReadModelModule[];
  policies: PolicyModule[];
  events: EventDefinition[];
  commands: CommandDefinition[];
};
