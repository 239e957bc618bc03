import { kindWordOf } from './contexts/standing.ts';
import type { Board, NoteKind } from './definitions.ts';
import { recordOf } from './records.ts';

/** A note as a line of text: what it is, what it comes after, what it leads to. */
export type OutlineRow = {
  noteId: string;
  definitionId: string;
  kind: NoteKind;
  /** The kind in words, as it stands on the note. */
  word: string;
  name: string;
  /** Names, in the order of the arrows. */
  after: string[];
  before: string[];
  /** `null` for kinds that have none. */
  fields: number | null;
};

/** The wall as a list, in the order in which it is read: left to right as the story runs, within a column downwards. */
export const outlineOf = (board: Board): OutlineRow[] => {
  const nameOf = (noteId: string): string[] => {
    const note = recordOf(board.notes, noteId);
    const name = note && recordOf(board.definitions, note.definitionId)?.name;
    return name === undefined ? [] : [name];
  };
  const connections = Object.values(board.connections);
  return Object.values(board.notes)
    .toSorted((one, other) => one.x - other.x || one.y - other.y)
    .flatMap(({ id: noteId, definitionId }) => {
      const definition = recordOf(board.definitions, definitionId);
      if (!definition) return [];
      const { kind, name } = definition;
      return {
        noteId,
        definitionId,
        kind,
        word: kindWordOf(board, definition),
        name,
        after: connections.filter(({ to }) => to === noteId).flatMap(({ from }) => nameOf(from)),
        before: connections.filter(({ from }) => from === noteId).flatMap(({ to }) => nameOf(to)),
        fields: 'fields' in definition ? definition.fields.length : null,
      };
    });
};
