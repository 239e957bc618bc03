import type { ClockSetting, CodeFile, Field, Upcast } from './definitions.ts';

/** What of a board can run: the definitions that stand on the wall, resolved along the arrows. Derived, never stored. */
export type Program = {
  deciders: ProgramDecider[];
  readModels: {
    id: string;
    name: string;
    lifecycle: 'inline' | 'async';
    /** Types of events that are private to other contexts: it does not hear them, whatever its code says. */
    deafTo?: string[];
    code: CodeFile[];
  }[];
  policies: {
    id: string;
    name: string;
    hears: string[];
    isOn: boolean;
    /** Set where its code keeps state: the category of its streams, and the types of what it may ask for. */
    process?: { category: string; commands: string[] };
    /** Set where its code translates: the stream of the public events, and their types. */
    publishes?: { stream: string; types: string[] };
    code: CodeFile[];
  }[];
  events: {
    id: string;
    type: string;
    fields: Field[];
    schemaVersion: number;
    formerNames: string[];
    upcasts?: Upcast[];
  }[];
  /** `deciderId` is absent where no arrow leads from the command to a decider. */
  commands: { id: string; type: string; fields: Field[]; formerNames?: string[]; deciderId?: string }[];
  clock: ClockSetting;
  storeAsJson: boolean;
};
export type ProgramDecider = { id: string; name: string; category: string; idField: string; code: CodeFile[] };
