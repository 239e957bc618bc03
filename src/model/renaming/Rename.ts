import type { StreamNaming } from '../boardEvents.ts';
import type { TextEdit } from './applyEdits.ts';

/** What shall be called otherwise: a note, or a field of one or more events and commands (`['item', 'quantity']`). */
export type Rename =
  | { kind: 'definition'; definitionId: string; to: string }
  | { kind: 'field'; definitionIds: string[]; path: string[]; to: string };

/** A line of code that changes. Sure where it can mean nothing else; the others are for the person to choose. */
export type CodePlace = {
  id: string;
  definitionId: string;
  /** Of the definition with the code. */
  name: string;
  file: string;
  /** 1-based. */
  line: number;
  before: string;
  after: string;
  isSure: boolean;
  edits: TextEdit[];
};

export type SpecificationPlace = { specificationId: string; name: string };

/** A line that a rename leaves wrong and that cannot be mended by a name alone. */
export type ByHand = { definitionId: string; name: string; file: string; line: number; text: string };

/** All that refers to a name, before anything is changed. */
export type RenamePlan = {
  places: CodePlace[];
  specifications: SpecificationPlace[];
  /** Deciders whose streams are named by the field. */
  streams: { definitionId: string; name: string; naming: StreamNaming }[];
  byHand: ByHand[];
  /** Other events and commands with a field of this name, which often means the same. */
  alike: { definitionId: string; name: string }[];
};
