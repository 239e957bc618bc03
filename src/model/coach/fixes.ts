import { addingNotes, connect, type NewId } from '../addingNotes.ts';
import type { BoardIntent } from '../boardEvents.ts';
import type { Board, Definition, DefinitionOf, Field, NoteKind } from '../definitions.ts';
import { withArticle } from '../grammar.ts';
import { notesOf } from '../lookUp.ts';
import { uniqueName } from '../naming.ts';
import { newDefinition } from '../newDefinition.ts';
import type { Fix } from './Advice.ts';
import type { Sight } from './Sight.ts';

type Added = { kind: NoteKind; name?: string | undefined };

const definitionOf = (board: Board, { kind, name }: Added, newId: NewId): Definition =>
  newDefinition(kind, newId(), uniqueName(board, kind, name));

/** A new note in front of a note, with an arrow to it. */
export const addBefore = (sight: Sight, to: Definition, kind: NoteKind, name?: string): Fix | undefined => {
  const note = sight.noteOf(to.id);
  return (
    note && {
      label: `Add ${withArticle(kind)}`,
      intents: (newId) => {
        const added = addingNotes(sight.board, newId).add(
          definitionOf(sight.board, { kind, name }, newId),
          note.id,
          'left',
        );
        return [added.intent, connect(newId, added.note.id, note.id)];
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
        const added = addingNotes(sight.board, newId).add(definitionOf(sight.board, { kind, name }, newId), note.id);
        return [added.intent, connect(newId, note.id, added.note.id)];
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
    const intents = [removal([arrow.id])];
    const { add, present } = addingNotes(board, newId);
    let last = arrow.from;
    for (const wanted of between) {
      const { note, intent } = add(definitionOf(present(), wanted, newId), last);
      intents.push(intent, connect(newId, last, note.id));
      last = note.id;
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
