import { refuse } from './boardRefusal.ts';
import type { Board, Definition, DefinitionOf, Note, NoteKind, Specification } from './definitions.ts';
import { kindInfo } from './grammar.ts';
import { recordOf } from './records.ts';

export const definitionAt = (board: Board, id: string): Definition =>
  recordOf(board.definitions, id) ?? refuse('What you want to change is no longer on the wall.');

export const definitionOfKind = <K extends NoteKind>(board: Board, id: string, kind: K): DefinitionOf<K> => {
  const definition = definitionAt(board, id);
  if (!isOfKind(definition, kind)) return refuse(`${definition.name} is not a ${kindInfo[kind].word.toLowerCase()}.`);
  return definition;
};

const isOfKind = <K extends NoteKind>(definition: Definition, kind: K): definition is DefinitionOf<K> =>
  definition.kind === kind;

export const noteAt = (board: Board, id: string): Note =>
  recordOf(board.notes, id) ?? refuse('This note is no longer on the wall.');

export const specificationAt = (board: Board, id: string): Specification =>
  recordOf(board.specifications, id) ?? refuse('This specification is no longer there.');

/** The appearances of a definition, in the board's order. */
export const notesOf = (board: Board, definitionId: string): Note[] =>
  Object.values(board.notes).filter((note) => note.definitionId === definitionId);
