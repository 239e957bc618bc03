import { type Arrows, arrowsOf, commandsOf, eventsOf, ofKind } from '../arrows.ts';
import type { Board, Definition, DefinitionOf, Lens, Note, NoteKind } from '../definitions.ts';
import { lensOf } from '../grammar.ts';
import { isDefaultName } from '../naming.ts';
import { recordOf } from '../records.ts';
import type { Evidence } from './Advice.ts';

/** What the rules look at: a board, and what they all ask of it, found once. */
export type Sight = {
  board: Board;
  lens: Lens;
  arrows: Arrows;
  evidence: Evidence;
  /** Definitions of a kind that stand on the wall. */
  placed: <K extends NoteKind>(kind: K) => DefinitionOf<K>[];
  /** The first appearance of a definition. */
  noteOf: (definitionId: string) => Note | undefined;
  definitionAt: (noteId: string) => Definition | undefined;
  commandsOf: (deciderId: string) => DefinitionOf<'command'>[];
  eventsOf: (deciderId: string) => DefinitionOf<'event'>[];
};

export const sightOf = (board: Board, evidence: Evidence): Sight => {
  const arrows = arrowsOf(board);
  const first = new Map<string, Note>();
  for (const note of Object.values(board.notes)) if (!first.has(note.definitionId)) first.set(note.definitionId, note);
  return {
    board,
    lens: lensOf(board),
    arrows,
    evidence,
    placed: (kind) => ofKind(arrows.placed, kind),
    noteOf: (definitionId) => first.get(definitionId),
    definitionAt: (noteId) => {
      const note = recordOf(board.notes, noteId);
      return note && recordOf(board.definitions, note.definitionId);
    },
    commandsOf: (deciderId) => commandsOf(arrows, deciderId),
    eventsOf: remembered((deciderId: string) => eventsOf(arrows, deciderId)),
  };
};

const remembered = <Value>(find: (id: string) => Value): ((id: string) => Value) => {
  const known = new Map<string, Value>();
  return (id) => {
    const found = known.get(id) ?? find(id);
    known.set(id, found);
    return found;
  };
};

/** Somebody has begun to say what it holds or does: what is missing around it is no sketch any more. */
export const isWorkedOut = (definition: Definition): boolean =>
  ('fields' in definition && definition.fields.length > 0) || ('code' in definition && definition.code.length > 0);

/** A note that still waits for its name is not judged by it. */
export const isNamed = ({ kind, name }: Definition): boolean => !isDefaultName(kind, name);
