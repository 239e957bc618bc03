import type { BoardEvent, BoardIntent } from './boardEvents.ts';
import { refuse } from './boardRefusal.ts';
import { whyUnheard } from './contexts/hearing.ts';
import { makesEvents } from './contexts/isTranslation.ts';
import { decideCode, decideContext, decideFields, decideName, decideStreams } from './decideDefinition.ts';
import { decideMoves, decidePlacedNote, decideRemoval, decideSize } from './decideNotes.ts';
import { decideRestored } from './decideRestored.ts';
import { decideUpcast } from './decideVersions.ts';
import type { Board, Connection, Specification } from './definitions.ts';
import { evolveBoardAll } from './evolveBoard.ts';
import { lensOf, mayFollow, whyNot } from './grammar.ts';
import { decideLock } from './locking.ts';
import { definitionAt, definitionOfKind, noteAt, specificationAt } from './lookUp.ts';
import { isAdviceMuted } from './mutedAdvice.ts';
import { recordOf } from './records.ts';
import { sameValue } from './sameValue.ts';
import { decideView, decideViewRemoval, viewsOf } from './wallViews.ts';

/**
 * What an intent comes to on this board; nothing where the board is that way already. Throws `BoardRefusal`, with a
 * sentence for the screen, where the intent makes no sense (any more).
 */
export const decideBoard = (intent: BoardIntent, board: Board): BoardEvent[] => {
  switch (intent.type) {
    case 'NameModel':
      return decideModelName(intent.name, board);
    case 'SetClock':
      return changes(board.settings.clock, intent.clock, (from, to) => ({ type: 'ClockChanged', data: { from, to } }));
    case 'SetStorageEncoding':
      return changes(board.settings.storeAsJson, intent.storeAsJson, (_from, storeAsJson) => ({
        type: 'StorageEncodingChanged',
        data: { storeAsJson },
      }));
    case 'SetLens':
      return changes(lensOf(board), intent.lens, (from, to) => ({ type: 'LensChanged', data: { from, to } }));
    case 'SetStrictness':
      return changes(board.settings.isStrict ?? false, intent.isStrict, (_from, isStrict) => ({
        type: 'StrictnessChanged',
        data: { isStrict },
      }));
    case 'AddNote':
      return decideNewNote(intent, board);
    case 'PlaceNote':
      definitionAt(board, intent.note.definitionId);
      return decidePlacedNote(intent.note, board);
    case 'MoveNotes':
      return decideMoves(intent.moves, board);
    case 'ResizeNote':
      return decideSize(intent, board);
    case 'LockNotes':
      return decideLock(intent.noteIds, intent.isLocked, board);
    case 'RenameDefinition':
      return decideName(intent, board);
    case 'RemoveNotes':
      return decideRemoval(intent.noteIds, intent.connectionIds ?? [], board);
    case 'ConnectNotes':
      return decideConnection(intent.connection, board);
    case 'ChangeFields':
      return decideFields(intent, board);
    case 'ChangeCode':
      return decideCode(intent.definitionId, intent.code, board);
    case 'AddUpcast':
    case 'ChangeUpcast':
      return decideUpcast(intent, board);
    case 'NameStreams':
      return decideStreams(intent.definitionId, intent.naming, board);
    case 'SetLifecycle': {
      const { definitionId, lifecycle } = intent;
      const present = definitionOfKind(board, definitionId, 'read-model').lifecycle;
      return changes(present, lifecycle, (from, to) => ({
        type: 'LifecycleChanged',
        data: { definitionId, from, to },
      }));
    }
    case 'SwitchPolicy': {
      const { definitionId, isOn } = intent;
      const present = definitionOfKind(board, definitionId, 'policy').isOn;
      return changes(present, isOn, () => ({ type: 'PolicySwitched', data: { definitionId, isOn } }));
    }
    case 'MarkContext':
      return decideContext(intent.definitionId, intent.isContext, board);
    case 'MuteAdvice': {
      const { definitionId, rule, isMuted } = intent;
      const present = isAdviceMuted(definitionAt(board, definitionId), rule);
      return changes(present, isMuted, () => ({ type: 'AdviceMuted', data: { definitionId, rule, isMuted } }));
    }
    case 'AddSpecification':
      return decideNewSpecification(intent.specification, board);
    case 'ChangeSpecification': {
      const present = specificationAt(board, intent.specification.id);
      refuseMisfit(intent.specification, board);
      return changes(present, intent.specification, (from, to) => ({
        type: 'SpecificationChanged',
        data: { from, to },
      }));
    }
    case 'RemoveSpecification': {
      const specification = recordOf(board.specifications, intent.specificationId);
      return specification ? [{ type: 'SpecificationRemoved', data: { specification } }] : [];
    }
    case 'KeepView':
      return decideView(intent.view, board);
    case 'RemoveView':
      return decideViewRemoval(intent.viewId, board);
    case 'FillBoard':
      return decideWholeBoard(intent.board, board);
    case 'RestoreBoard':
      return decideRestored(intent.board, board, intent.withStreams);
  }
};

/** One event where the value changes, none where it stays. */
const changes = <T>(from: T, to: T, event: (from: T, to: T) => BoardEvent): BoardEvent[] =>
  sameValue(from, to) ? [] : [event(from, to)];

const decideModelName = (name: string, board: Board): BoardEvent[] => {
  const to = name.trim();
  if (to === '') return refuse('A model needs a name.');
  return changes(board.name, to, (from) => ({ type: 'ModelNamed', data: { from, to } }));
};

const decideNewNote = ({ definition, note }: Extract<BoardIntent, { type: 'AddNote' }>, board: Board): BoardEvent[] => {
  if (note.definitionId !== definition.id) return refuse('A note and its definition have to belong together.');
  const isThere = recordOf(board.definitions, definition.id) !== undefined;
  const added: BoardEvent[] = isThere ? [] : [{ type: 'DefinitionAdded', data: { definition } }];
  return [...added, ...decidePlacedNote(note, board)];
};

const decideConnection = (connection: Connection, board: Board): BoardEvent[] => {
  const { from, to } = connection;
  if (from === to) return refuse('An arrow leads from one note to another.');
  if (!recordOf(board.notes, from) || !recordOf(board.notes, to))
    return refuse('One of the two notes is no longer on the wall.');
  const isThere =
    recordOf(board.connections, connection.id) !== undefined ||
    Object.values(board.connections).some((other) => other.from === from && other.to === to);
  if (isThere) return [];
  if (board.settings.isStrict) refuseUnknownArrow(connection, board);
  return [{ type: 'NotesConnected', data: { connection } }];
};

/** In lessons alone; elsewhere the coach advises and refuses nothing. */
const refuseUnknownArrow = ({ from, to }: Connection, board: Board): void => {
  const [one, other] = [from, to].map((noteId) => definitionAt(board, noteAt(board, noteId).definitionId));
  const lens = lensOf(board);
  const isOwn = one && makesEvents(one) && other?.kind === 'event';
  if (one && other && !isOwn && !mayFollow(one.kind, other.kind, lens)) refuse(whyNot(one.kind, other.kind, lens));
  const unheard = whyUnheard(board, from, to);
  if (unheard) refuse(unheard);
};

/** A specification is of a decider, a read model or a policy that is there. */
const refuseMisfit = ({ definitionId, subject }: Specification, board: Board): void => {
  const { kind, name } = definitionAt(board, definitionId);
  if (kind !== subject) refuse(`A specification of this form does not fit ${name}.`);
};

const decideNewSpecification = (specification: Specification, board: Board): BoardEvent[] => {
  refuseMisfit(specification, board);
  if (recordOf(board.specifications, specification.id)) return [];
  return [{ type: 'SpecificationAdded', data: { specification } }];
};

/** What would hang in the air (a note without its definition, an arrow without its notes) stays out. */
const decideWholeBoard = (filled: Board, board: Board): BoardEvent[] => {
  const isEmpty = [board.definitions, board.notes].every((records) => Object.keys(records).length === 0);
  if (!isEmpty) return refuse('A whole model can only be put on an empty wall.');
  const notes = Object.values(filled.notes).filter((note) => recordOf(filled.definitions, note.definitionId));
  const noteIds = new Set(notes.map(({ id }) => id));
  const connections = Object.values(filled.connections).filter(({ from, to }) => noteIds.has(from) && noteIds.has(to));
  const specifications = Object.values(filled.specifications).filter((one) =>
    recordOf(filled.definitions, one.definitionId),
  );
  const known: BoardEvent[] = [
    ...changes(board.name, filled.name, (from, to) => ({ type: 'ModelNamed', data: { from, to } })),
    ...decideBoard({ type: 'SetClock', clock: filled.settings.clock }, board),
    ...decideBoard({ type: 'SetStorageEncoding', storeAsJson: filled.settings.storeAsJson }, board),
    ...decideBoard({ type: 'SetLens', lens: lensOf(filled) }, board),
    ...decideBoard({ type: 'SetStrictness', isStrict: filled.settings.isStrict ?? false }, board),
    ...Object.values(filled.definitions).map(
      (definition): BoardEvent => ({ type: 'DefinitionAdded', data: { definition } }),
    ),
    ...notes.map((note): BoardEvent => ({ type: 'NoteAdded', data: { note } })),
    ...connections.map((connection): BoardEvent => ({ type: 'NotesConnected', data: { connection } })),
    ...specifications.map((specification): BoardEvent => ({ type: 'SpecificationAdded', data: { specification } })),
    ...viewsOf(filled).map(
      (view, index): BoardEvent => ({ type: 'ViewChanged', data: { from: null, to: view, index } }),
    ),
  ];
  return [...known, ...unknownSettings(evolveBoardAll(board, known), filled)];
};

/** What a later version set, and no other edit of this one would bring over. */
const unknownSettings = ({ settings: from }: Board, { settings: to }: Board): BoardEvent[] => {
  const records = { definitions: [], notes: [], connections: [], specifications: [] };
  const values = { from: { settings: from }, to: { settings: to } };
  return changes(from, to, () => ({ type: 'BoardRestored', data: { values, records } }));
};
