import type { BoardEvent, Point } from './boardEvents.ts';
import type { Board, Definition, Note } from './definitions.ts';
import { lensOf } from './grammar.ts';
import type { Inverse } from './inverse.ts';
import { decideLock } from './locking.ts';
import { isAdviceMuted } from './mutedAdvice.ts';
import { recordOf } from './records.ts';
import { sameValue } from './sameValue.ts';

/** Events that put one value in the place of another; the others add or remove something. */
type ChangeEvent = Exclude<
  BoardEvent,
  {
    type:
      | 'DefinitionAdded'
      | 'DefinitionRemoved'
      | 'NoteAdded'
      | 'NoteRemoved'
      | 'NotesConnected'
      | 'NotesDisconnected'
      | 'SpecificationAdded'
      | 'SpecificationRemoved'
      | 'ViewChanged'
      | 'BoardRestored';
  }
>;

export const inverseOfChange = (event: ChangeEvent, board: Board): Inverse => {
  switch (event.type) {
    case 'ModelNamed': {
      const { from, to } = event.data;
      return unlessChanged(board.name, to, 'The name of the model', {
        type: 'ModelNamed',
        data: { from: to, to: from },
      });
    }
    case 'ClockChanged': {
      const { from, to } = event.data;
      return unlessChanged(board.settings.clock, to, 'The clock', {
        type: 'ClockChanged',
        data: { from: to, to: from },
      });
    }
    case 'StorageEncodingChanged': {
      const { storeAsJson } = event.data;
      return unlessChanged(board.settings.storeAsJson, storeAsJson, 'What storage keeps', {
        type: 'StorageEncodingChanged',
        data: { storeAsJson: !storeAsJson },
      });
    }
    case 'LensChanged': {
      const { from, to } = event.data;
      return unlessChanged(lensOf(board), to, 'The lens', { type: 'LensChanged', data: { from: to, to: from } });
    }
    case 'StrictnessChanged': {
      const { isStrict } = event.data;
      return unlessChanged(board.settings.isStrict ?? false, isStrict, 'Strict mode', {
        type: 'StrictnessChanged',
        data: { isStrict: !isStrict },
      });
    }
    case 'NotesMoved':
      return movedBack(event.data.moves, board);
    case 'NoteResized': {
      const { noteId, from, to } = event.data;
      const note = recordOf(board.notes, noteId);
      if (!note) return { events: [], skipped: 'A note that was resized is gone.' };
      return unlessChanged(sizeOf(note), to, 'The size of a note', {
        type: 'NoteResized',
        data: { noteId, from: to, to: from },
      });
    }
    case 'NotesLocked':
      return lockedBack(event.data, board);
    case 'SpecificationChanged': {
      const { from, to } = event.data;
      const present = recordOf(board.specifications, to.id);
      if (!present) return { events: [], skipped: `“${to.name}” is gone.` };
      return unlessChanged(present, to, `“${to.name}”`, { type: 'SpecificationChanged', data: { from: to, to: from } });
    }
    default:
      return inverseOfDefinitionChange(event, board);
  }
};

type DefinitionEvent = Extract<ChangeEvent, { data: { definitionId: string } }>;

const inverseOfDefinitionChange = (event: DefinitionEvent, board: Board): Inverse => {
  const { definitionId } = event.data;
  const definition = recordOf(board.definitions, definitionId);
  if (!definition) return { events: [], skipped: 'A note that was changed is gone.' };
  switch (event.type) {
    case 'DefinitionRenamed': {
      const { from, to } = event.data;
      const back: BoardEvent = { type: 'DefinitionRenamed', data: { definitionId, from: to, to: from } };
      return unlessChanged(definition.name, to, 'The name of a note', back);
    }
    case 'FieldsChanged': {
      const { from, to } = event.data;
      const back: BoardEvent = { type: 'FieldsChanged', data: { definitionId, from: to, to: from } };
      return unlessChanged(valueIn(definition, 'fields'), to, `The fields of ${definition.name}`, back);
    }
    case 'CodeChanged': {
      const { from, to } = event.data;
      const back: BoardEvent = { type: 'CodeChanged', data: { definitionId, from: to, to: from } };
      return unlessChanged(valueIn(definition, 'code'), to, `The code of ${definition.name}`, back);
    }
    case 'UpcastsChanged': {
      const { from, to } = event.data;
      const back: BoardEvent = { type: 'UpcastsChanged', data: { definitionId, from: to, to: from } };
      const present = valueIn(definition, 'upcasts') ?? [];
      return unlessChanged(present, to, `How stored events of ${definition.name} are read`, back);
    }
    // A version is never given twice, and none is taken away: events may be stored in it by now.
    case 'SchemaVersionRaised':
      return { events: [] };
    case 'StreamsNamed': {
      const { from, to } = event.data;
      const present = { category: valueIn(definition, 'category'), idField: valueIn(definition, 'idField') ?? '' };
      const back: BoardEvent = { type: 'StreamsNamed', data: { definitionId, from: to, to: from } };
      return unlessChanged(present, to, `The streams of ${definition.name}`, back);
    }
    case 'LifecycleChanged': {
      const { from, to } = event.data;
      const back: BoardEvent = { type: 'LifecycleChanged', data: { definitionId, from: to, to: from } };
      return unlessChanged(valueIn(definition, 'lifecycle'), to, `When ${definition.name} is brought up to date`, back);
    }
    case 'PolicySwitched': {
      const { isOn } = event.data;
      const back: BoardEvent = { type: 'PolicySwitched', data: { definitionId, isOn: !isOn } };
      return unlessChanged(valueIn(definition, 'isOn'), isOn, `${definition.name}`, back);
    }
    case 'ContextMarked': {
      const { isContext } = event.data;
      const back: BoardEvent = { type: 'ContextMarked', data: { definitionId, isContext: !isContext } };
      return unlessChanged(
        valueIn(definition, 'isContext') ?? false,
        isContext,
        `Whether ${definition.name} is a context`,
        back,
      );
    }
    case 'AdviceMuted': {
      const { rule, isMuted } = event.data;
      const back: BoardEvent = { type: 'AdviceMuted', data: { definitionId, rule, isMuted: !isMuted } };
      return unlessChanged(isAdviceMuted(definition, rule), isMuted, `What is muted of ${definition.name}`, back);
    }
  }
};

const valueIn = (definition: Definition, key: string): unknown =>
  new Map<string, unknown>(Object.entries(definition)).get(key);

const unlessChanged = (present: unknown, left: unknown, what: string, back: BoardEvent): Inverse =>
  sameValue(present, left)
    ? { events: [back] }
    : { events: [], skipped: `${what} has been changed again since and stays as it is.` };

const sizeOf = ({ width, height }: Note): { width: number; height: number } | null =>
  width !== undefined && height !== undefined ? { width, height } : null;

const lockedBack = ({ noteIds, isLocked }: { noteIds: string[]; isLocked: boolean }, board: Board): Inverse => {
  const events = decideLock(noteIds, !isLocked, board);
  const isWhole = events.some((event) => event.type === 'NotesLocked' && event.data.noteIds.length === noteIds.length);
  return isWhole
    ? { events }
    : { events, skipped: 'Some notes are gone, or have been locked or unlocked again since.' };
};

const movedBack = (moves: { noteId: string; from: Point; to: Point }[], board: Board): Inverse => {
  const back = moves.flatMap(({ noteId, from, to }) => {
    const note = recordOf(board.notes, noteId);
    return note && note.x === to.x && note.y === to.y ? [{ noteId, from: to, to: from }] : [];
  });
  const events: BoardEvent[] = back.length > 0 ? [{ type: 'NotesMoved', data: { moves: back } }] : [];
  if (back.length === moves.length) return { events };
  return { events, skipped: 'Some notes are gone or have been moved again since, and stay as they are.' };
};
