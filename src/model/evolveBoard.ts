import { applyChanges, type BoardDraft, draftOf, drop, put } from './BoardDraft.ts';
import type { BoardEvent, Size, StreamNaming } from './boardEvents.ts';
import type { Board, Definition, Lens, ModelSettings, Note, Upcast } from './definitions.ts';
import { withLock } from './locking.ts';
import { withMutedAdvice } from './mutedAdvice.ts';
import { recordOf } from './records.ts';
import { withView } from './wallViews.ts';

/**
 * The board after an event. Records that the event does not touch keep their identity, so that the screen renders
 * only what has changed.
 */
export const evolveBoard = (board: Board, event: BoardEvent): Board => evolveBoardAll(board, [event]);

/** The board after many events, at little more than the cost of one: for opening a board with a long history. */
export const evolveBoardAll = (board: Board, events: readonly BoardEvent[]): Board => {
  if (events.length === 0) return board;
  const draft = draftOf(board);
  for (const event of events) evolveDraft(draft, event);
  return draft.board;
};

/** The same on a board in the making, which it changes in place. */
export const evolveDraft = (draft: BoardDraft, event: BoardEvent): void => {
  const { board } = draft;
  switch (event.type) {
    case 'ModelNamed':
      board.name = event.data.to;
      break;
    case 'ClockChanged':
      board.settings = { ...board.settings, clock: event.data.to };
      break;
    case 'StorageEncodingChanged':
      board.settings = { ...board.settings, storeAsJson: event.data.storeAsJson };
      break;
    case 'LensChanged':
      board.settings = withLens(board.settings, event.data.to);
      break;
    case 'StrictnessChanged':
      board.settings = withStrictness(board.settings, event.data.isStrict);
      break;
    case 'DefinitionAdded':
      put(draft, 'definitions', event.data.definition);
      break;
    case 'DefinitionRemoved':
      drop(draft, 'definitions', event.data.definition.id);
      break;
    case 'DefinitionRenamed':
    case 'FieldsChanged':
    case 'CodeChanged':
    case 'UpcastsChanged':
    case 'SchemaVersionRaised':
    case 'StreamsNamed':
    case 'LifecycleChanged':
    case 'PolicySwitched':
    case 'ContextMarked':
    case 'AdviceMuted':
      evolveDefinition(draft, event);
      break;
    case 'NoteAdded':
      put(draft, 'notes', event.data.note);
      break;
    case 'NoteRemoved':
      drop(draft, 'notes', event.data.note.id);
      break;
    case 'NotesMoved':
      for (const { noteId, to } of event.data.moves)
        evolveNote(draft, noteId, (note) => ({ ...note, x: to.x, y: to.y }));
      break;
    case 'NoteResized':
      evolveNote(draft, event.data.noteId, (note) => resized(note, event.data.to));
      break;
    case 'NotesLocked':
      for (const noteId of event.data.noteIds) evolveNote(draft, noteId, (note) => withLock(note, event.data.isLocked));
      break;
    case 'NotesConnected':
      put(draft, 'connections', event.data.connection);
      break;
    case 'NotesDisconnected':
      drop(draft, 'connections', event.data.connection.id);
      break;
    case 'SpecificationAdded':
      put(draft, 'specifications', event.data.specification);
      break;
    case 'SpecificationChanged':
      put(draft, 'specifications', event.data.to);
      break;
    case 'SpecificationRemoved':
      drop(draft, 'specifications', event.data.specification.id);
      break;
    case 'ViewChanged':
      draft.board = withView(board, event.data);
      break;
    case 'BoardRestored':
      applyChanges(draft, event.data);
      break;
  }
};

type DefinitionEvent = Extract<BoardEvent, { data: { definitionId: string } }>;

const evolveDefinition = (draft: BoardDraft, event: DefinitionEvent): void => {
  const definition = recordOf(draft.board.definitions, event.data.definitionId);
  if (definition) put(draft, 'definitions', changed(definition, event));
};

const evolveNote = (draft: BoardDraft, noteId: string, change: (note: Note) => Note): void => {
  const note = recordOf(draft.board.notes, noteId);
  if (note) put(draft, 'notes', change(note));
};

/** What is as everywhere is not kept: a file then says nothing of it. */
const withLens = ({ lens: _lens, ...settings }: ModelSettings, lens: Lens): ModelSettings =>
  lens === 'design' ? settings : { ...settings, lens };

const withStrictness = ({ isStrict: _isStrict, ...settings }: ModelSettings, isStrict: boolean): ModelSettings =>
  isStrict ? { ...settings, isStrict } : settings;

const resized = ({ width: _width, height: _height, ...note }: Note, size: Size | null): Note =>
  size ? { ...note, width: size.width, height: size.height } : note;

const changed = (definition: Definition, event: DefinitionEvent): Definition => {
  switch (event.type) {
    case 'DefinitionRenamed':
      return renamed(definition, event.data.to);
    case 'FieldsChanged':
      return 'fields' in definition ? { ...definition, fields: event.data.to } : definition;
    case 'CodeChanged':
      return 'code' in definition ? { ...definition, code: event.data.to } : definition;
    case 'UpcastsChanged':
      return definition.kind === 'event' ? withUpcasts(definition, event.data.to) : definition;
    case 'SchemaVersionRaised':
      return definition.kind === 'event' ? withVersion(definition, event.data) : definition;
    case 'StreamsNamed':
      return withStreams(definition, event.data.to);
    case 'LifecycleChanged':
      return definition.kind === 'read-model' ? { ...definition, lifecycle: event.data.to } : definition;
    case 'PolicySwitched':
      return definition.kind === 'policy' ? { ...definition, isOn: event.data.isOn } : definition;
    case 'ContextMarked':
      return withContextMark(definition, event.data.isContext);
    case 'AdviceMuted':
      return withMutedAdvice(definition, event.data.rule, event.data.isMuted);
  }
};

const withContextMark = (definition: Definition, isContext: boolean): Definition => {
  if (definition.kind !== 'frame') return definition;
  const { isContext: _before, ...frame } = definition;
  return isContext ? { ...frame, isContext } : frame;
};

const withStreams = (definition: Definition, { category, idField }: StreamNaming): Definition => {
  if (definition.kind === 'policy') return { ...definition, category };
  return definition.kind === 'decider' ? { ...definition, category, idField } : definition;
};

/** A version is never given twice: events may be stored under it, whatever has been taken back since. */
const withUpcasts = (
  { upcasts: _before, ...event }: Extract<Definition, { kind: 'event' }>,
  to: Upcast[],
): Definition => ({
  ...event,
  schemaVersion: Math.max(event.schemaVersion, to.at(-1)?.to ?? 1),
  ...(to.length > 0 ? { upcasts: to } : {}),
});

const withVersion = (
  event: Extract<Definition, { kind: 'event' }>,
  { from, to, fields }: Extract<BoardEvent, { type: 'SchemaVersionRaised' }>['data'],
): Definition => ({
  ...event,
  schemaVersion: Math.max(event.schemaVersion, to),
  earlier: [...(event.earlier ?? []).filter(({ version }) => version !== from), { version: from, fields }],
});

/** Events may be stored under any name that the note ever had, so none is forgotten. */
const renamed = (definition: Definition, name: string): Definition => {
  if (definition.kind !== 'event') return { ...definition, name };
  const { formerNames = [], ...rest } = definition;
  const former = [...formerNames.filter((one) => one !== definition.name), definition.name].filter(
    (one) => one !== name,
  );
  return former.length > 0 ? { ...rest, name, formerNames: former } : { ...rest, name };
};
