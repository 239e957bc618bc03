import {
  type Board,
  type BoardIntent,
  categoryFrom,
  type Definition,
  naming,
  type Point,
  type Specification,
} from '#model';
import type { CopiedNotes } from '#state';

export const copyOf = (board: Board, noteIds: readonly string[]): CopiedNotes => {
  const chosen = new Set(noteIds);
  const notes = Object.values(board.notes).filter(({ id }) => chosen.has(id));
  const definitionIds = new Set(notes.map(({ definitionId }) => definitionId));
  return {
    notes,
    definitions: Object.values(board.definitions).filter(({ id }) => definitionIds.has(id)),
    connections: Object.values(board.connections).filter(({ from, to }) => chosen.has(from) && chosen.has(to)),
    specifications: Object.values(board.specifications).filter(({ definitionId }) => definitionIds.has(definitionId)),
  };
};

/** Two deciders with one category would write into the same streams: a copy is told which are taken. */
const withOwnStreams = (copy: Definition, taken: Set<string>): Definition => {
  if (copy.kind !== 'decider') return copy;
  const own = taken.has(copy.category) ? { ...copy, category: categoryFrom(copy.name) } : copy;
  taken.add(own.category);
  return own;
};

/** New ids, names that are free; streams of their own. */
const copiesOfDefinitions = (
  definitions: Definition[],
  board: Board,
  nextId: () => string,
): Map<string, Definition> => {
  const nameFor = naming(board);
  const categories = new Set(
    Object.values(board.definitions).flatMap((other) => (other.kind === 'decider' ? [other.category] : [])),
  );
  return new Map(
    definitions.map((definition) => {
      const { formerNames: _olderNames, ...kept } = definition;
      const copy = { ...kept, id: nextId(), name: nameFor(definition.kind, definition.name) };
      return [definition.id, withOwnStreams(copy, categories)];
    }),
  );
};

/** What is specified speaks of a thing by its name: it goes with a copy that could keep it. */
const specificationIntents = (
  { definitions, specifications }: CopiedNotes,
  copies: ReadonlyMap<string, Definition>,
  nextId: () => string,
): BoardIntent[] => {
  const names = new Map(definitions.map(({ id, name }) => [id, name]));
  return specifications.flatMap((specification): BoardIntent[] => {
    const copy = copies.get(specification.definitionId);
    if (!copy || copy.name !== names.get(specification.definitionId)) return [];
    const own: Specification = { ...specification, id: nextId(), definitionId: copy.id };
    return [{ type: 'AddSpecification', specification: own }];
  });
};

/** The copies stand for things of their own: new ids, names that are free, the same fields and code; free to be moved. */
export const pasteIntents = (
  copied: CopiedNotes,
  board: Board,
  shift: Point,
  nextId: () => string,
): { intents: BoardIntent[]; noteIds: string[] } => {
  const noteIds = new Map(copied.notes.map(({ id }) => [id, nextId()]));
  const placed = new Set<string>();
  const copies = copiesOfDefinitions(copied.definitions, board, nextId);
  const intents = copied.notes.flatMap((note): BoardIntent[] => {
    const definition = copies.get(note.definitionId);
    const id = noteIds.get(note.id);
    if (!definition || !id) return [];
    const { isLocked: _isOfTheOriginal, ...kept } = note;
    const copy = { ...kept, id, definitionId: definition.id, x: note.x + shift.x, y: note.y + shift.y };
    if (placed.has(definition.id)) return [{ type: 'PlaceNote', note: copy }];
    placed.add(definition.id);
    return [{ type: 'AddNote', note: copy, definition }];
  });
  const arrows = copied.connections.flatMap(({ from, to }): BoardIntent[] => {
    const [start, end] = [noteIds.get(from), noteIds.get(to)];
    return start && end ? [{ type: 'ConnectNotes', connection: { id: nextId(), from: start, to: end } }] : [];
  });
  return {
    intents: [...intents, ...arrows, ...specificationIntents(copied, copies, nextId)],
    noteIds: [...noteIds.values()],
  };
};
