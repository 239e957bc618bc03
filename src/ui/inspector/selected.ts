import type { Board, Connection, Definition, Note } from '#model';
import type { Selection } from '#state';

/** What the inspector is about. */
export type Selected =
  | { kind: 'nothing' }
  /** The note that was selected, of the definition that it shows. */
  | { kind: 'definition'; note: Note; definition: Definition }
  | { kind: 'connection'; connection: Connection }
  | { kind: 'several'; notes: number; arrows: number; definitions: Definition[] };

export const selectedOf = (
  board: Pick<Board, 'notes' | 'definitions' | 'connections'>,
  selection: Selection,
): Selected => {
  const notes = selection.noteIds.map((id) => board.notes[id]).filter((note) => note !== undefined);
  const connections = selection.connectionIds.map((id) => board.connections[id]).filter((each) => each !== undefined);
  const [note] = notes;
  const [connection] = connections;

  if (notes.length + connections.length > 1) {
    const definitions = new Set(notes.map((each) => definitionOf(board, each)).filter((each) => each !== undefined));
    return { kind: 'several', notes: notes.length, arrows: connections.length, definitions: [...definitions] };
  }
  const definition = definitionOf(board, note);
  if (note && definition) return { kind: 'definition', note, definition };
  if (connection) return { kind: 'connection', connection };
  return { kind: 'nothing' };
};

const definitionOf = (board: Pick<Board, 'definitions'>, note: Note | undefined): Definition | undefined =>
  note && board.definitions[note.definitionId];
