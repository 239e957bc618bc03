import { boardChanges } from './boardChanges.ts';
import type { BoardChanges, RecordChange } from './boardEvents.ts';
import type { Board, Connection, Definition, Note, Specification } from './definitions.ts';
import { recordOf } from './records.ts';
import { sameValue } from './sameValue.ts';

/**
 * One thing that is not the same on two boards, as a person would name it. `noteIds` are the notes that it shows on, on
 * either board; `id` is that of the record that changed.
 */
export type BoardDifference = { id: string; noteIds: string[]; name: string } & (
  | { what: 'note-added' | 'note-removed' | 'note-moved' | 'note-resized' | 'note-locked' | 'note-unlocked' }
  | { what: 'renamed'; from: string }
  | { what: 'fields' | 'code' | 'set-up' }
  | { what: 'arrow-added' | 'arrow-removed'; from: string; to: string }
  | { what: 'specification-added' | 'specification-removed' | 'specification-changed' }
  | { what: 'model-named' | 'settings' | 'views' }
);

type Boards = { before: Board; after: Board };

/** Everything in which a board differs from an earlier one, notes first. */
export const boardDifferences = (before: Board, after: Board): BoardDifference[] => {
  const { values, records } = boardChanges(before, after);
  const boards = { before, after };
  return [
    ...records.notes.flatMap((change) => ofNote(change, boards)),
    ...records.definitions.flatMap((change) => ofDefinition(change, boards)),
    ...records.connections.map((change) => ofConnection(change, boards)),
    ...records.specifications.map((change) => ofSpecification(change, boards)),
    ...ofValues(values, after),
  ];
};

const nameOfNote = (note: Note | undefined, board: Board): string =>
  recordOf(board.definitions, note?.definitionId ?? '')?.name ?? '';

const ofNote = ({ id, from, to }: RecordChange<Note>, { before, after }: Boards): BoardDifference[] => {
  const noteIds = [id];
  if (!to) return [{ what: 'note-removed', id, noteIds, name: nameOfNote(from ?? undefined, before) }];
  const name = nameOfNote(to, after);
  if (!from) return [{ what: 'note-added', id, noteIds, name }];
  return changesOf(from, to).map((what) => ({ what, id, noteIds, name }));
};

const changesOf = (from: Note, to: Note) => {
  const isMoved = from.x !== to.x || from.y !== to.y;
  const isResized = from.width !== to.width || from.height !== to.height;
  const place = isMoved ? (['note-moved'] as const) : isResized ? (['note-resized'] as const) : [];
  if ((from.isLocked ?? false) === (to.isLocked ?? false)) return place;
  return [...place, to.isLocked ? ('note-locked' as const) : ('note-unlocked' as const)];
};

const notesOfEither = (definitionId: string, { before, after }: Boards): string[] => [
  ...new Set(
    [...Object.values(before.notes), ...Object.values(after.notes)]
      .filter((note) => note.definitionId === definitionId)
      .map(({ id }) => id),
  ),
];

/** What came or went with its note is told by the note. */
const ofDefinition = ({ id, from, to }: RecordChange<Definition>, boards: Boards): BoardDifference[] => {
  const noteIds = notesOfEither(id, boards);
  if (!from || !to) {
    const what = to ? 'note-added' : 'note-removed';
    return noteIds.length > 0 ? [] : [{ what, id, noteIds, name: (to ?? from)?.name ?? '' }];
  }
  const { name } = to;
  const renamed: BoardDifference[] =
    from.name === name ? [] : [{ what: 'renamed', id, noteIds, name, from: from.name }];
  const [old, fresh] = [contentOf(from), contentOf(to)];
  const changed = (['fields', 'code', 'set-up'] as const).filter((what) => !sameValue(old[what], fresh[what]));
  return [...renamed, ...changed.map((what): BoardDifference => ({ what, id, noteIds, name }))];
};

const contentOf = (definition: Definition) => {
  const rest = new Map<string, unknown>(Object.entries(definition));
  for (const key of ['name', 'formerNames', 'fields', 'code']) rest.delete(key);
  return {
    fields: 'fields' in definition ? definition.fields : null,
    code: 'code' in definition ? definition.code : null,
    'set-up': Object.fromEntries(rest),
  };
};

const ofConnection = ({ id, from, to }: RecordChange<Connection>, { before, after }: Boards): BoardDifference => {
  const arrow = to ?? from;
  const board = to ? after : before;
  const [start, end] = [arrow?.from ?? '', arrow?.to ?? ''].map((noteId) =>
    nameOfNote(recordOf(board.notes, noteId), board),
  );
  const ends = { from: start ?? '', to: end ?? '' };
  return { what: to ? 'arrow-added' : 'arrow-removed', id, noteIds: [], name: `${ends.from} → ${ends.to}`, ...ends };
};

const ofSpecification = ({ id, from, to }: RecordChange<Specification>, boards: Boards): BoardDifference => {
  const present = to ?? from;
  const what = from && to ? 'specification-changed' : to ? 'specification-added' : 'specification-removed';
  return { what, id, noteIds: notesOfEither(present?.definitionId ?? '', boards), name: present?.name ?? '' };
};

const ofValues = ({ from, to }: BoardChanges['values'], { modelId, name }: Board): BoardDifference[] => {
  const keys = Object.keys({ ...from, ...to });
  const of = (what: 'model-named' | 'settings' | 'views'): BoardDifference => ({
    what,
    id: modelId,
    noteIds: [],
    name,
  });
  return [
    ...(keys.includes('name') ? [of('model-named')] : []),
    ...(keys.some((key) => key !== 'name' && key !== 'views') ? [of('settings')] : []),
    ...(keys.includes('views') ? [of('views')] : []),
  ];
};

/** Both boards on one wall: the later one, with what has gone since the earlier one still in its place. */
export const bothBoards = (before: Board, after: Board): Board => ({
  ...after,
  definitions: { ...before.definitions, ...after.definitions },
  notes: { ...before.notes, ...after.notes },
  connections: { ...before.connections, ...after.connections },
});
