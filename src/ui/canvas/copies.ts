import {
  type Board,
  type BoardIntent,
  type Connection,
  type Definition,
  type Note,
  type Point,
  uniqueName,
} from '#model';

/** Notes with what they are and the arrows among them, ready to be put on this wall or another model's. */
export type Copied = { notes: Note[]; definitions: Definition[]; connections: Connection[] };

export const copyOf = (board: Board, noteIds: readonly string[]): Copied => {
  const chosen = new Set(noteIds);
  const notes = Object.values(board.notes).filter(({ id }) => chosen.has(id));
  const definitionIds = new Set(notes.map(({ definitionId }) => definitionId));
  return {
    notes,
    definitions: Object.values(board.definitions).filter(({ id }) => definitionIds.has(id)),
    connections: Object.values(board.connections).filter(({ from, to }) => chosen.has(from) && chosen.has(to)),
  };
};

/** The copies stand for things of their own: new ids, names that are free, the same fields and code. */
export const pasteIntents = (
  { notes, definitions, connections }: Copied,
  board: Board,
  shift: Point,
  nextId: () => string,
): { intents: BoardIntent[]; noteIds: string[] } => {
  const noteIds = new Map(notes.map(({ id }) => [id, nextId()]));
  const placed = new Set<string>();
  const copies = new Map<string, Definition>();
  let named = board;
  for (const definition of definitions) {
    const { formerNames: _olderNames, ...kept } = definition;
    const copy: Definition = { ...kept, id: nextId(), name: uniqueName(named, definition.kind, definition.name) };
    copies.set(definition.id, copy);
    named = { ...named, definitions: { ...named.definitions, [copy.id]: copy } };
  }
  const intents = notes.flatMap((note): BoardIntent[] => {
    const definition = copies.get(note.definitionId);
    const id = noteIds.get(note.id);
    if (!definition || !id) return [];
    const copy = { ...note, id, definitionId: definition.id, x: note.x + shift.x, y: note.y + shift.y };
    if (placed.has(definition.id)) return [{ type: 'PlaceNote', note: copy }];
    placed.add(definition.id);
    return [{ type: 'AddNote', note: copy, definition }];
  });
  const arrows = connections.flatMap(({ from, to }): BoardIntent[] => {
    const [start, end] = [noteIds.get(from), noteIds.get(to)];
    return start && end ? [{ type: 'ConnectNotes', connection: { id: nextId(), from: start, to: end } }] : [];
  });
  return { intents: [...intents, ...arrows], noteIds: [...noteIds.values()] };
};
