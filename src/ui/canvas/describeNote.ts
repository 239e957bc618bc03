import { type Board, type Connection, kindWordOf } from '#model';
import { canvasText } from '../text/canvas.ts';
import { linksOf } from './links.ts';

export const definitionOfNote = (board: Board, noteId: string) =>
  board.definitions[board.notes[noteId]?.definitionId ?? ''];

export const nameOfNote = (board: Board, noteId: string): string => definitionOfNote(board, noteId)?.name ?? '';

/** "command AddProductItem", as it stands within a sentence. */
export const kindAndName = (board: Board, noteId: string): string => {
  const definition = definitionOfNote(board, noteId);
  return definition ? `${kindWordOf(board, definition).toLowerCase()} ${definition.name}` : '';
};

/** What a screen reader says of a note: "Command AddProductItem. From Customer. To ShoppingCart." */
const describeNote = (board: Board, noteId: string): string => {
  const definition = definitionOfNote(board, noteId);
  if (!definition) return '';
  const { incoming, outgoing } = linksOf(board);
  const names = (connections: readonly Connection[], end: 'from' | 'to') =>
    connections.map((connection) => nameOfNote(board, connection[end])).filter((name) => name !== '');
  const description = canvasText.describe(
    kindWordOf(board, definition),
    definition.name,
    names(incoming(noteId), 'from'),
    names(outgoing(noteId), 'to'),
  );
  return board.notes[noteId]?.isLocked ? canvasText.describeLocked(description) : description;
};

const known = new WeakMap<Board, ReadonlyMap<string, string>>();

/** The descriptions of all notes; while something is dragged, the board stays the same and so do they. */
export const describeNotes = (board: Board): ReadonlyMap<string, string> => {
  const descriptions =
    known.get(board) ?? new Map(Object.keys(board.notes).map((noteId) => [noteId, describeNote(board, noteId)]));
  known.set(board, descriptions);
  return descriptions;
};
