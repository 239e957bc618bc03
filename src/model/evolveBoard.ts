import type { BoardEvent } from './boardEvents.ts';
import type { Board, Definition, Note } from './definitions.ts';
import { recordOf, withoutRecord, withRecord } from './records.ts';

/**
 * The board after an event. Records that the event does not touch keep their identity, so that the screen renders
 * only what has changed.
 */
export const evolveBoard = (board: Board, event: BoardEvent): Board => {
  switch (event.type) {
    case 'ModelNamed':
      return { ...board, name: event.data.to };
    case 'ClockChanged':
      return { ...board, settings: { ...board.settings, clock: event.data.to } };
    case 'StorageEncodingChanged':
      return { ...board, settings: { ...board.settings, storeAsJson: event.data.storeAsJson } };
    case 'DefinitionAdded':
      return { ...board, definitions: withRecord(board.definitions, event.data.definition) };
    case 'DefinitionRemoved':
      return { ...board, definitions: withoutRecord(board.definitions, event.data.definition.id) };
    case 'DefinitionRenamed':
    case 'FieldsChanged':
    case 'CodeChanged':
    case 'StreamsNamed':
    case 'LifecycleChanged':
    case 'PolicySwitched':
      return evolveDefinition(board, event);
    case 'NoteAdded':
      return { ...board, notes: withRecord(board.notes, event.data.note) };
    case 'NoteRemoved':
      return { ...board, notes: withoutRecord(board.notes, event.data.note.id) };
    case 'NotesMoved':
      return { ...board, notes: moved(board.notes, event.data.moves) };
    case 'NoteResized':
      return { ...board, notes: resized(board.notes, event.data.noteId, event.data.to) };
    case 'NotesConnected':
      return { ...board, connections: withRecord(board.connections, event.data.connection) };
    case 'NotesDisconnected':
      return { ...board, connections: withoutRecord(board.connections, event.data.connection.id) };
    case 'SpecificationAdded':
      return { ...board, specifications: withRecord(board.specifications, event.data.specification) };
    case 'SpecificationChanged':
      return { ...board, specifications: withRecord(board.specifications, event.data.to) };
    case 'SpecificationRemoved':
      return { ...board, specifications: withoutRecord(board.specifications, event.data.specification.id) };
  }
};

type DefinitionEvent = Extract<BoardEvent, { data: { definitionId: string } }>;

const evolveDefinition = (board: Board, event: DefinitionEvent): Board => {
  const definition = recordOf(board.definitions, event.data.definitionId);
  if (!definition) return board;
  return { ...board, definitions: withRecord(board.definitions, changed(definition, event)) };
};

const changed = (definition: Definition, event: DefinitionEvent): Definition => {
  switch (event.type) {
    case 'DefinitionRenamed':
      return renamed(definition, event.data.to);
    case 'FieldsChanged':
      return 'fields' in definition ? { ...definition, fields: event.data.to } : definition;
    case 'CodeChanged':
      return 'code' in definition ? { ...definition, code: event.data.to } : definition;
    case 'StreamsNamed':
      return definition.kind === 'decider' ? { ...definition, ...event.data.to } : definition;
    case 'LifecycleChanged':
      return definition.kind === 'read-model' ? { ...definition, lifecycle: event.data.to } : definition;
    case 'PolicySwitched':
      return definition.kind === 'policy' ? { ...definition, isOn: event.data.isOn } : definition;
  }
};

/** Events may be stored under any name that the note ever had, so none is forgotten. */
const renamed = (definition: Definition, name: string): Definition => {
  if (definition.kind !== 'event') return { ...definition, name };
  const { formerNames = [], ...rest } = definition;
  const former = [...formerNames.filter((one) => one !== definition.name), definition.name].filter(
    (one) => one !== name,
  );
  return former.length > 0 ? { ...rest, name, formerNames: former } : { ...rest, name };
};

type Notes = Board['notes'];

const moved = (notes: Notes, moves: { noteId: string; to: { x: number; y: number } }[]): Notes => {
  const after = { ...notes };
  for (const { noteId, to } of moves) {
    const note = recordOf(notes, noteId);
    if (note) after[noteId] = { ...note, x: to.x, y: to.y };
  }
  return after;
};

const resized = (notes: Notes, noteId: string, size: { width: number; height: number } | null): Notes => {
  const note = recordOf(notes, noteId);
  if (!note) return notes;
  const { width: _width, height: _height, ...rest } = note;
  const after: Note = size ? { ...rest, width: size.width, height: size.height } : rest;
  return withRecord(notes, after);
};
