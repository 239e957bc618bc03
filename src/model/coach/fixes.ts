import type { BoardIntent } from '../boardEvents.ts';
import { decideBoard } from '../decideBoard.ts';
import type { Board, Definition, DefinitionOf, Field, NoteKind } from '../definitions.ts';
import { evolveBoard } from '../evolveBoard.ts';
import { withArticle } from '../grammar.ts';
import { notesOf } from '../lookUp.ts';
import { uniqueName } from '../naming.ts';
import { newDefinition, newNote } from '../newDefinition.ts';
import { placeNextTo } from '../placeNextTo.ts';
import type { Fix } from './Advice.ts';
import type { Sight } from './Sight.ts';

type NewId = () => string;

const connect = (newId: NewId, from: string, to: string): BoardIntent => ({
  type: 'ConnectNotes',
  connection: { id: newId(), from, to },
});

type Added = { kind: NoteKind; name?: string | undefined };

const added = (board: Board, beside: string, { kind, name }: Added, side: 'right' | 'left', newId: NewId) => {
  const definition = newDefinition(kind, newId(), uniqueName(board, kind, name));
  const note = newNote(newId(), definition.id, placeNextTo(board, beside, kind, side));
  const intent: BoardIntent = { type: 'AddNote', note, definition };
  return { noteId: note.id, intent };
};

/** A new note in front of a note, with an arrow to it. */
export const addBefore = (sight: Sight, to: Definition, kind: NoteKind, name?: string): Fix | undefined => {
  const note = sight.noteOf(to.id);
  return (
    note && {
      label: `Add ${withArticle(kind)}`,
      intents: (newId) => {
        const { noteId, intent } = added(sight.board, note.id, { kind, name }, 'left', newId);
        return [intent, connect(newId, noteId, note.id)];
      },
    }
  );
};

/** A new note behind a note, with an arrow to it. */
export const addAfter = (sight: Sight, from: Definition, kind: NoteKind, name?: string): Fix | undefined => {
  const note = sight.noteOf(from.id);
  return (
    note && {
      label: name === undefined ? `Add ${withArticle(kind)}` : `Add ${name}`,
      intents: (newId) => {
        const { noteId, intent } = added(sight.board, note.id, { kind, name }, 'right', newId);
        return [intent, connect(newId, note.id, noteId)];
      },
    }
  );
};

/** An arrow between two definitions that stand on the wall. */
export const connectThem = (sight: Sight, from: Definition, to: Definition): Fix | undefined => {
  const [one, other] = [sight.noteOf(from.id), sight.noteOf(to.id)];
  if (!one || !other) return undefined;
  return { label: `Connect ${from.name} to ${to.name}`, intents: (newId) => [connect(newId, one.id, other.id)] };
};

/** New notes between the ends of an arrow, in the place of the arrow. */
export const insertBetween = (
  { board }: Sight,
  arrow: { id: string; from: string; to: string },
  between: readonly Added[],
): Fix => ({
  label: `Insert ${between.map(({ kind }) => withArticle(kind)).join(' and ')}`,
  intents: (newId) => {
    const intents: BoardIntent[] = [{ type: 'RemoveNotes', noteIds: [], connectionIds: [arrow.id] }];
    let present = board;
    let last = arrow.from;
    for (const wanted of between) {
      const { noteId, intent } = added(present, last, wanted, 'right', newId);
      intents.push(intent, connect(newId, last, noteId));
      present = decideBoard(intent, present).reduce(evolveBoard, present);
      last = noteId;
    }
    return [...intents, connect(newId, last, arrow.to)];
  },
});

export const turnAround = (arrow: { id: string; from: string; to: string }): Fix => ({
  label: 'Turn the arrow around',
  intents: (newId) => [removal([arrow.id]), connect(newId, arrow.to, arrow.from)],
});

export const removeArrows = (label: string, connectionIds: string[]): Fix => ({
  label,
  intents: () => [removal(connectionIds)],
});

const removal = (connectionIds: string[]): BoardIntent => ({ type: 'RemoveNotes', noteIds: [], connectionIds });

export const renameTo = ({ id }: Definition, name: string): Fix => ({
  label: `Rename to ${name}`,
  intents: () => [{ type: 'RenameDefinition', definitionId: id, name }],
});

export const changeFields = (label: string, of: DefinitionOf<'event' | 'command'>, fields: Field[]): Fix => ({
  label,
  intents: () => [{ type: 'ChangeFields', definitionId: of.id, fields }],
});

/** The notes of one definition become appearances of another, with the arrows that they have. */
export const joinInto = ({ board }: Sight, goes: Definition, stays: Definition): Fix => ({
  label: 'Make them one',
  intents: (newId) => {
    const notes = notesOf(board, goes.id);
    const ids = new Map(notes.map(({ id }) => [id, newId()]));
    const at = (noteId: string): string => ids.get(noteId) ?? noteId;
    return [
      ...notes.map(
        (note): BoardIntent => ({ type: 'PlaceNote', note: { ...note, id: at(note.id), definitionId: stays.id } }),
      ),
      ...Object.values(board.connections)
        .filter(({ from, to }) => ids.has(from) || ids.has(to))
        .map(({ from, to }) => connect(newId, at(from), at(to))),
      { type: 'RemoveNotes', noteIds: [...ids.keys()] },
    ];
  },
});
