import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Board,
  type BoardEvent,
  type BoardIntent,
  BoardRefusal,
  boardChanges,
  decideBoard,
  emptyBoard,
  evolveBoard,
  inverse,
  newDefinition,
  newNote,
} from '#model';
import { intents } from './support/randomEdits.ts';
import { add, connect, decideAll } from './support/wall.ts';

const empty = emptyBoard('m', 'Model');

/** What does not make sense is left out, as on the screen. */
const edit = (board: Board, intent: BoardIntent): Board => {
  try {
    return decideBoard(intent, board).reduce(evolveBoard, board);
  } catch (error) {
    if (error instanceof BoardRefusal) return board;
    throw error;
  }
};

const restore = (past: Board, present: Board, withStreams: string[] = []): BoardEvent[] =>
  decideBoard({ type: 'RestoreBoard', board: past, withStreams }, present);

/** Names under which events may be stored are never forgotten. */
const withoutFormerNames = ({ definitions, ...board }: Board) => ({
  ...board,
  definitions: Object.fromEntries(
    Object.entries(definitions).map(([id, { formerNames: _known, ...definition }]) => [id, definition]),
  ),
});

const isWhole = ({ definitions, notes, connections, specifications }: Board): boolean =>
  Object.values(notes).every(({ definitionId }) => definitions[definitionId]) &&
  Object.values(specifications).every(({ definitionId }) => definitions[definitionId]) &&
  Object.values(connections).every(({ from, to }) => notes[from] && notes[to]) &&
  new Set(Object.values(connections).map(({ from, to }) => `${from}>${to}`)).size === Object.keys(connections).length;

const edits = fc.array(intents, { maxLength: 30 });

describe('restoring a moment of the wall', () => {
  it('brings back exactly that board, after any sequence of edits', () => {
    fc.assert(
      fc.property(edits, edits, (earlier, later) => {
        const past = earlier.reduce(edit, empty);
        const present = later.reduce(edit, past);

        const restored = restore(past, present).reduce(evolveBoard, present);

        expect(withoutFormerNames(restored)).toEqual(withoutFormerNames(past));
      }),
    );
  });

  it('is taken back to exactly the board that was left', () => {
    fc.assert(
      fc.property(edits, edits, (earlier, later) => {
        const past = earlier.reduce(edit, empty);
        const present = later.reduce(edit, past);
        const [event] = restore(past, present);
        if (!event) return;
        const restored = evolveBoard(present, event);

        const { events, skipped } = inverse(event, restored);

        expect(withoutFormerNames(events.reduce(evolveBoard, restored))).toEqual(withoutFormerNames(present));
        expect(skipped).toBeUndefined();
      }),
    );
  });

  it('leaves no note, arrow or specification hanging when another tab has gone on since', () => {
    fc.assert(
      fc.property(edits, edits, edits, (earlier, later, elsewhere) => {
        const past = earlier.reduce(edit, empty);
        const present = later.reduce(edit, past);
        const [event] = restore(past, present);
        if (!event) return;
        const movedOn = elsewhere.reduce(edit, evolveBoard(present, event));

        const back = inverse(event, movedOn).events.reduce(evolveBoard, movedOn);

        expect(isWhole(back)).toBe(true);
      }),
    );
  });

  it('comes to nothing where the board is that way already', () => {
    const { board } = decideAll(add('command', 'A'), empty);
    expect(restore(board, board)).toEqual([]);
  });

  it('keeps the name that events were stored under, and the streams of a decider that has some', () => {
    const decider = newDefinition('decider', 'd', 'Cart');
    const event = newDefinition('event', 'e', 'Added');
    const past = decideAll(
      [
        { type: 'AddNote', definition: decider, note: newNote('n1', 'd', { x: 0, y: 0 }) },
        { type: 'AddNote', definition: event, note: newNote('n2', 'e', { x: 300, y: 0 }) },
      ],
      empty,
    ).board;
    const present = decideAll(
      [
        { type: 'NameStreams', definitionId: 'd', naming: { category: 'basket', idField: 'basketId' } },
        { type: 'RenameDefinition', definitionId: 'e', name: 'Put' },
      ],
      past,
    ).board;

    const restored = restore(past, present, ['d']).reduce(evolveBoard, present);

    expect(restored.definitions.e).toMatchObject({ name: 'Added', formerNames: ['Put'] });
    expect(restored.definitions.d).toMatchObject({ name: 'Cart', category: 'basket', idField: 'basketId' });
  });

  it('also compares what a later version has put on the board', () => {
    const before = { ...empty, bookmarks: ['one'] };
    const after = { ...empty, bookmarks: ['one', 'two'] };
    const event: BoardEvent = { type: 'BoardRestored', data: boardChanges(after, before) };
    expect(evolveBoard(after, event)).toEqual(before);
    expect(evolveBoard(after, { type: 'BoardRestored', data: boardChanges(after, empty) })).toEqual(empty);
  });

  it('holds only what differs', () => {
    const { board } = decideAll([...add('command', 'A'), ...add('decider', 'B')], empty);
    const connected = decideAll([connect('A', 'B')], board).board;
    const { values, records } = boardChanges(connected, board);
    expect(values).toEqual({ from: {}, to: {} });
    expect({ ...records, connections: records.connections.length }).toEqual({
      definitions: [],
      notes: [],
      connections: 1,
      specifications: [],
    });
  });
});
