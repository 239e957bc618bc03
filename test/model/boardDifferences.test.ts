import { describe, expect, it } from 'vitest';
import {
  type Board,
  type BoardIntent,
  boardAt,
  boardDifferences,
  decideBoard,
  emptyBoard,
  evolveBoard,
  momentsOf,
  newDefinition,
  newNote,
  type StoredBoardEvent,
  touchesBetween,
} from '#model';

const addNote = (id: string, kind: 'command' | 'decider', name: string): BoardIntent => ({
  type: 'AddNote',
  definition: newDefinition(kind, `d-${id}`, name),
  note: newNote(id, `d-${id}`, { x: 0, y: 0 }),
});

/** Each step is a gesture named after its place, made in turn by two tabs. */
const storedBy = (steps: BoardIntent[][]): StoredBoardEvent[] => {
  let board: Board = emptyBoard('m', '');
  return steps.flatMap((wanted, index) => {
    const gesture = { id: `g${index + 1}`, label: `Step ${index + 1}`, tab: index % 2 === 0 ? 'mine' : 'other' };
    return wanted.flatMap((intent) => {
      const events = decideBoard(intent, board);
      board = events.reduce(evolveBoard, board);
      return events.map((event) => ({ ...event, metadata: { gesture } }));
    });
  });
};

const session = storedBy([
  [{ type: 'NameModel', name: 'Shop' }, addNote('a', 'command', 'Add')],
  [addNote('b', 'decider', 'Cart')],
  [{ type: 'ConnectNotes', connection: { id: 'c', from: 'a', to: 'b' } }],
  [
    { type: 'MoveNotes', moves: [{ noteId: 'b', to: { x: 200, y: 0 } }] },
    { type: 'RenameDefinition', definitionId: 'd-a', name: 'Put' },
    { type: 'ChangeFields', definitionId: 'd-a', fields: [{ name: 'id', type: { kind: 'text' } }] },
  ],
  [{ type: 'RemoveNotes', noteIds: ['b'] }],
]);
const moments = momentsOf(session);
const at = (count: number): Board => boardAt('m', session, moments, count);
const between = (from: number, to: number) =>
  boardDifferences(at(from), at(to)).map(({ what, name, noteIds }) => [what, name, noteIds.join()]);

describe('the history of the wall', () => {
  it('has one moment for each gesture', () => {
    expect(moments.map(({ gesture }) => gesture.label)).toEqual(['Step 1', 'Step 2', 'Step 3', 'Step 4', 'Step 5']);
  });

  it('shows the board as it was after any of them, and the empty one before the first', () => {
    expect(at(0)).toEqual(emptyBoard('m', ''));
    expect(Object.keys(at(2).notes)).toEqual(['a', 'b']);
    expect(at(5)).toEqual(session.reduce(evolveBoard, emptyBoard('m', '')));
  });

  it('names what came between two moments', () => {
    expect(between(0, 1)).toEqual([
      ['note-added', 'Add', 'a'],
      ['model-named', 'Shop', ''],
    ]);
    expect(between(2, 3)).toEqual([['arrow-added', 'Add → Cart', '']]);
    expect(between(3, 4)).toEqual([
      ['note-moved', 'Cart', 'b'],
      ['renamed', 'Put', 'a'],
      ['fields', 'Put', 'a'],
    ]);
    expect(between(4, 5)).toEqual([
      ['note-removed', 'Cart', 'b'],
      ['arrow-removed', 'Put → Cart', ''],
    ]);
  });

  it('says nothing of what was taken back in between', () => {
    expect(between(1, 5).map(([what]) => what)).toEqual(['renamed', 'fields']);
  });

  it('knows the gestures that added each record and touched it last', () => {
    const touches = touchesBetween('m', session, moments, { from: 0, to: 5 });
    expect([...touches].map(([id, { added, last }]) => [id, added?.label, last.label])).toEqual([
      ['d-a', 'Step 1', 'Step 4'],
      ['a', 'Step 1', 'Step 1'],
      ['d-b', 'Step 2', 'Step 5'],
      ['b', 'Step 2', 'Step 5'],
      ['c', 'Step 3', 'Step 5'],
    ]);
  });
});
