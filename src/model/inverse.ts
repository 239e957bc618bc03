import type { BoardEvent } from './boardEvents.ts';
import { removedDefinition } from './decideNotes.ts';
import type { Board, Definition } from './definitions.ts';
import { inverseOfChange } from './inverseOfChange.ts';
import { notesOf } from './lookUp.ts';
import { recordOf } from './records.ts';
import { restoredBack } from './restoredBack.ts';
import { viewBack } from './wallViews.ts';

/** The events that take something back, and what could not be taken back, in a sentence for the screen. */
export type Inverse = { events: BoardEvent[]; skipped?: string };

const nothing: Inverse = { events: [] };

/**
 * What takes an event back on the board as it is now. What has gone, or has been changed again since (in another
 * tab), is left alone and said.
 */
export const inverse = (event: BoardEvent, board: Board): Inverse => {
  switch (event.type) {
    case 'DefinitionAdded':
      return withoutDefinition(event.data.definition, board);
    case 'DefinitionRemoved': {
      const { definition } = event.data;
      if (recordOf(board.definitions, definition.id)) return nothing;
      return { events: [{ type: 'DefinitionAdded', data: { definition } }] };
    }
    case 'NoteAdded':
      return withoutNote(event.data.note.id, board);
    case 'NoteRemoved':
      return withNote(event, board);
    case 'NotesConnected': {
      const connection = recordOf(board.connections, event.data.connection.id);
      return connection ? { events: [{ type: 'NotesDisconnected', data: { connection } }] } : nothing;
    }
    case 'NotesDisconnected':
      return withConnection(event, board);
    case 'SpecificationAdded': {
      const specification = recordOf(board.specifications, event.data.specification.id);
      return specification ? { events: [{ type: 'SpecificationRemoved', data: { specification } }] } : nothing;
    }
    case 'SpecificationRemoved':
      return withSpecification(event, board);
    case 'ViewChanged':
      return viewBack(event.data, board);
    case 'BoardRestored':
      return restoredBack(event.data, board);
    default:
      return inverseOfChange(event, board);
  }
};

type EventOf<T extends BoardEvent['type']> = Extract<BoardEvent, { type: T }>;

const withoutDefinition = ({ id, name }: Definition, board: Board): Inverse => {
  if (notesOf(board, id).length > 0) return { events: [], skipped: `${name} stays: it stands in another place too.` };
  return { events: removedDefinition(id, board) };
};

/** Arrows that were drawn to the note since, in another tab, go with it. */
const withoutNote = (noteId: string, board: Board): Inverse => {
  const note = recordOf(board.notes, noteId);
  if (!note) return nothing;
  const connections = Object.values(board.connections).filter(({ from, to }) => from === noteId || to === noteId);
  return {
    events: [
      ...connections.map((connection): BoardEvent => ({ type: 'NotesDisconnected', data: { connection } })),
      { type: 'NoteRemoved', data: { note } },
    ],
  };
};

const withNote = ({ data: { note } }: EventOf<'NoteRemoved'>, board: Board): Inverse => {
  if (recordOf(board.notes, note.id)) return nothing;
  if (!recordOf(board.definitions, note.definitionId))
    return { events: [], skipped: 'A note cannot come back: what it showed is gone.' };
  return { events: [{ type: 'NoteAdded', data: { note } }] };
};

const withConnection = ({ data: { connection } }: EventOf<'NotesDisconnected'>, board: Board): Inverse => {
  const isThere = Object.values(board.connections).some(
    ({ id, from, to }) => id === connection.id || (from === connection.from && to === connection.to),
  );
  if (isThere) return nothing;
  if (!recordOf(board.notes, connection.from) || !recordOf(board.notes, connection.to))
    return { events: [], skipped: 'An arrow cannot come back: one of its notes is gone.' };
  return { events: [{ type: 'NotesConnected', data: { connection } }] };
};

const withSpecification = ({ data: { specification } }: EventOf<'SpecificationRemoved'>, board: Board): Inverse => {
  if (recordOf(board.specifications, specification.id)) return nothing;
  if (!recordOf(board.definitions, specification.definitionId))
    return { events: [], skipped: `“${specification.name}” cannot come back: what it specified is gone.` };
  return { events: [{ type: 'SpecificationAdded', data: { specification } }] };
};
