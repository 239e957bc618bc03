import { describe, expect, it } from 'vitest';
import { type BoardIntent, emptyBoard, type Gesture, type StoredBoardEvent } from '#model';
import {
  acknowledged,
  decideEdit,
  type Edit,
  movedOn,
  nextAppend,
  openBoard,
  type SyncedBoard,
  withEdit,
} from '../../src/state/boardSync.ts';

let count = 0;
const gesture = (changes: Partial<Gesture> = {}): Gesture => {
  count += 1;
  return { id: `g${count}`, label: 'Edit', tab: 'here', ...changes };
};
const edit = (...intents: BoardIntent[]): Edit => ({ gesture: gesture(), intents });

const addEvent = (id: string, name: string): BoardIntent => ({
  type: 'AddNote',
  definition: { id: `d-${id}`, kind: 'event', name, fields: [], schemaVersion: 1 },
  note: { id, definitionId: `d-${id}`, x: 0, y: 0 },
});

const opened = (): SyncedBoard => openBoard(emptyBoard('m1', ''), [], 0);
const namesOn = ({ shown }: SyncedBoard): string[] => Object.values(shown.board.definitions).map(({ name }) => name);
const made = (synced: SyncedBoard, next: Edit): SyncedBoard => withEdit(synced, next).synced;

/** What another tab stored on top of a board. */
const elsewhere = (synced: SyncedBoard, intent: BoardIntent): StoredBoardEvent[] =>
  decideEdit({ gesture: gesture({ tab: 'there' }), intents: [intent] }, synced.stored).events;

describe('a board between the screen and the store', () => {
  it('shows an edit at once and has it waiting for the store', () => {
    const synced = made(opened(), edit(addEvent('n1', 'CartOpened')));

    expect(namesOn(synced)).toEqual(['CartOpened']);
    expect(synced.stored.version).toBe(0);
    expect(nextAppend(synced).map(({ type }) => type)).toEqual(['DefinitionAdded', 'NoteAdded']);
  });

  it('does not queue an edit that comes to nothing', () => {
    const before = made(opened(), edit(addEvent('n1', 'CartOpened')));

    const after = made(before, edit({ type: 'RenameDefinition', definitionId: 'd-n1', name: 'CartOpened' }));

    expect(after).toBe(before);
  });

  it('keeps the shown board as it is when the store has confirmed it', () => {
    const synced = made(opened(), edit(addEvent('n1', 'CartOpened')));

    const confirmed = acknowledged(synced, nextAppend(synced), 2);

    expect(confirmed.shown.board).toBe(synced.shown.board);
    expect(confirmed.waiting).toEqual([]);
    expect(confirmed.stored.version).toBe(2);
    expect(confirmed.stored.board).toEqual(confirmed.shown.board);
  });

  it('decides waiting edits again on top of what another tab stored first', () => {
    const synced = made(opened(), edit(addEvent('n1', 'CartOpened')));
    const foreign = elsewhere(synced, addEvent('n2', 'CartConfirmed'));

    const rebased = movedOn(synced, foreign, foreign.length);

    expect(namesOn(rebased)).toEqual(['CartConfirmed', 'CartOpened']);
    expect(rebased.waiting).toHaveLength(1);
    expect(rebased.stored.version).toBe(2);
  });

  it('drops a waiting edit of a note that another tab has removed', () => {
    const start = made(opened(), edit(addEvent('n1', 'CartOpened')));
    const stored = acknowledged(start, nextAppend(start), 2);
    const renamed = made(stored, edit({ type: 'RenameDefinition', definitionId: 'd-n1', name: 'CartBegun' }));
    const foreign = elsewhere(stored, { type: 'RemoveNotes', noteIds: ['n1'] });

    const rebased = movedOn(renamed, foreign, 2 + foreign.length);

    expect(namesOn(rebased)).toEqual([]);
    expect(nextAppend(rebased)).toEqual([]);
  });

  it('waits no more for an edit that another tab found kept, and made', () => {
    const kept = edit(addEvent('n1', 'CartOpened'));
    const synced = made(opened(), kept);
    const other = made(opened(), kept);

    const rebased = movedOn(synced, nextAppend(other), 2);

    expect(namesOn(rebased)).toEqual(['CartOpened']);
    expect(rebased.waiting).toEqual([]);
  });

  it('takes each foreign event once, however often it is told of them', () => {
    const synced = opened();
    const foreign = elsewhere(synced, addEvent('n1', 'CartOpened'));

    const once = movedOn(synced, foreign, 2);
    const twice = movedOn(once, foreign, 2);

    expect(twice).toBe(once);
  });

  it('undoes a gesture of its own below a later one of another tab', () => {
    const start = made(opened(), edit(addEvent('n1', 'CartOpened')));
    const first = start.waiting[0]?.gesture.id ?? '';
    const stored = acknowledged(start, nextAppend(start), 2);
    const foreign = elsewhere(stored, addEvent('n2', 'CartConfirmed'));
    const both = movedOn(stored, foreign, 4);

    const undone = made(both, { gesture: gesture({ undoes: first }), intents: [] });

    expect(namesOn(undone)).toEqual(['CartConfirmed']);
  });
});
