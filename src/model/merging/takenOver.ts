import type { BoardDifference } from '../boardDifferences.ts';
import type { Board, Connection, Definition, Note, Specification } from '../definitions.ts';
import { recordOf } from '../records.ts';
import { sameValue } from '../sameValue.ts';

type Records<Item> = { [id: string]: Item };

/**
 * A board that takes one thing over in which another one differs from it, with what that thing hangs on: a note brings
 * its definition, an arrow its notes; what goes takes along what would hang on nothing.
 */
export const takenOver = (board: Board, other: Board, difference: BoardDifference): Board => {
  const { id } = difference;
  switch (difference.what) {
    case 'note-added':
      return withNoteOrDefinition(board, other, id);
    case 'note-removed':
      return withoutNoteOrDefinition(board, other, id);
    case 'note-moved':
    case 'note-resized':
      return withNote(board, other, id, ({ isLocked, definitionId }, there) =>
        locked({ ...there, definitionId }, isLocked),
      );
    case 'note-locked':
    case 'note-unlocked':
      return withNote(board, other, id, (here, { isLocked }) => locked(here, isLocked));
    case 'renamed':
    case 'fields':
    case 'code':
    case 'set-up':
      return withDefinition(board, other, id, (here, there) => partTaken(here, there, difference.what));
    case 'arrow-added':
      return withArrow(board, recordOf(other.connections, id), other);
    case 'arrow-removed':
      return { ...board, connections: without(board.connections, [id]) };
    case 'specification-added':
    case 'specification-changed':
      return withSpecification(board, recordOf(other.specifications, id), other);
    case 'specification-removed':
      return { ...board, specifications: without(board.specifications, [id]) };
    case 'model-named':
      return { ...board, name: other.name };
    case 'settings':
      return { ...board, settings: other.settings };
    case 'views':
      return withViews(board, other);
  }
};

const without = <Item>(records: Records<Item>, ids: readonly string[]): Records<Item> =>
  Object.fromEntries(Object.entries(records).filter(([id]) => !ids.includes(id)));

/** In its place where it is there already, else at the end. */
const put = <Item extends { id: string }>(records: Records<Item>, item: Item | undefined): Records<Item> =>
  item ? Object.fromEntries([...Object.entries(records), [item.id, item]]) : records;

/** What is here already stays as it is: its own differences are taken over by themselves. */
const putMissing = <Item extends { id: string }>(records: Records<Item>, item: Item | undefined): Records<Item> =>
  item && recordOf(records, item.id) ? records : put(records, item);

const withNoteOrDefinition = (board: Board, other: Board, id: string): Board => {
  const note = recordOf(other.notes, id);
  const definition = recordOf(other.definitions, note?.definitionId ?? id);
  return {
    ...board,
    definitions: putMissing(board.definitions, definition),
    notes: putMissing(board.notes, note),
  };
};

const withoutNoteOrDefinition = (board: Board, other: Board, id: string): Board => {
  const note = recordOf(board.notes, id);
  if (!note) return withoutDefinition(board, id);
  const connections = Object.values(board.connections).filter(({ from, to }) => from === id || to === id);
  const rest: Board = {
    ...board,
    notes: without(board.notes, [id]),
    connections: without(
      board.connections,
      connections.map((one) => one.id),
    ),
  };
  const { definitionId } = note;
  const isShown = Object.values(rest.notes).some((one) => one.definitionId === definitionId);
  return isShown || recordOf(other.definitions, definitionId) ? rest : withoutDefinition(rest, definitionId);
};

const withoutDefinition = (board: Board, id: string): Board => ({
  ...board,
  definitions: without(board.definitions, [id]),
  specifications: without(
    board.specifications,
    Object.values(board.specifications).flatMap((one) => (one.definitionId === id ? [one.id] : [])),
  ),
});

const locked = ({ isLocked: _, ...note }: Note, isLocked: true | undefined): Note =>
  isLocked ? { ...note, isLocked } : note;

const withNote = (board: Board, other: Board, id: string, taken: (here: Note, there: Note) => Note): Board => {
  const [here, there] = [recordOf(board.notes, id), recordOf(other.notes, id)];
  return here && there ? { ...board, notes: put(board.notes, taken(here, there)) } : board;
};

const withDefinition = (
  board: Board,
  other: Board,
  id: string,
  taken: (here: Definition, there: Definition) => Definition,
): Board => {
  const [here, there] = [recordOf(board.definitions, id), recordOf(other.definitions, id)];
  if (!here || !there || here.kind !== there.kind) return board;
  return { ...board, definitions: put(board.definitions, taken(here, there)) };
};

const partsOf: { [What in 'renamed' | 'fields' | 'code']: readonly string[] } = {
  renamed: ['name', 'formerNames'],
  // The versions of an event say what its fields were, and how those become these.
  fields: ['fields', 'schemaVersion', 'earlier', 'upcasts'],
  code: ['code'],
};

const isPartOf = (key: string, what: keyof typeof partsOf | 'set-up'): boolean =>
  what === 'set-up' ? !['name', 'formerNames', 'fields', 'code'].includes(key) : partsOf[what].includes(key);

const partTaken = (here: Definition, there: Definition, what: keyof typeof partsOf | 'set-up'): Definition => {
  // A version without its fields would be stored for what it is not: they come together.
  const isLeft = what === 'set-up' && !sameValue(fieldsOf(here), fieldsOf(there)) ? partsOf.fields : [];
  const isTaken = (key: string): boolean => isPartOf(key, what) && !isLeft.includes(key);
  return Object.fromEntries([
    ...Object.entries(here).filter(([key]) => !isTaken(key)),
    ...Object.entries(there).filter(([key]) => isTaken(key)),
  ]) as Definition;
};

const fieldsOf = (definition: Definition) => ('fields' in definition ? definition.fields : []);

/** Two notes have one arrow between them. */
const withArrow = (board: Board, arrow: Connection | undefined, other: Board): Board => {
  if (!arrow) return board;
  const ends = [arrow.from, arrow.to].reduce((before, noteId) => withNoteOrDefinition(before, other, noteId), board);
  const same = Object.values(board.connections).filter(({ from, to }) => from === arrow.from && to === arrow.to);
  const connections = without(
    ends.connections,
    same.map(({ id }) => id),
  );
  return { ...ends, connections: put(connections, arrow) };
};

const withSpecification = (board: Board, specification: Specification | undefined, other: Board): Board => {
  if (!specification) return board;
  const definition = recordOf(other.definitions, specification.definitionId);
  return {
    ...board,
    definitions: putMissing(board.definitions, definition),
    specifications: put(board.specifications, specification),
  };
};

const withViews = ({ views: _, ...board }: Board, { views }: Board): Board => (views ? { ...board, views } : board);
