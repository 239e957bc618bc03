import { expect, it } from 'vitest';
import { type Board, decideBoardAll, emptyBoard, evolveBoardAll, overlaps, placesOf, wallFromEvents } from '#model';

const found = {
  types: [
    { type: 'CartOpened', fields: [{ name: 'cartId', type: { kind: 'id' as const } }] },
    ...['ItemAdded', 'ItemRemoved', 'CartConfirmed', 'CartCancelled', 'CartLost'].map((type) => ({ type, fields: [] })),
    { type: 'Paid', fields: [] },
  ],
  categories: [
    {
      category: 'Cart',
      types: ['CartOpened', 'ItemAdded', 'ItemRemoved', 'CartConfirmed', 'CartCancelled', 'CartLost'],
    },
    { category: 'Payment', types: ['Paid', 'CartLost'] },
  ],
};

const counter = () => {
  let last = 0;
  return () => `id-${++last}`;
};

const withNotes = (board: Board, withDeciders: boolean, nextId = counter()) => {
  const wall = wallFromEvents(board, found, { withDeciders }, nextId);
  return { wall, board: evolveBoardAll(board, decideBoardAll(wall.intents, board)) };
};

const named = (board: Board): string[] => Object.values(board.definitions).map(({ kind, name }) => `${kind} ${name}`);

it('makes a note of every type, a decider of every category with an arrow to each of its events, and none over another', () => {
  const { board } = withNotes(emptyBoard('m', 'M'), true);

  expect(named(board)).toEqual([
    'event CartOpened',
    'event ItemAdded',
    'event ItemRemoved',
    'event CartConfirmed',
    'event CartCancelled',
    'event CartLost',
    'decider Cart',
    'event Paid',
    'decider Payment',
  ]);
  expect(Object.values(board.definitions)[0]).toMatchObject({ fields: [{ name: 'cartId', type: { kind: 'id' } }] });
  expect(Object.values(board.connections)).toHaveLength(8);
  const places = placesOf(board);
  for (const one of places) for (const other of places) if (one !== other) expect(overlaps(one, other)).toBe(false);
});

it('makes no deciders where none are wanted', () => {
  const { board } = withNotes(emptyBoard('m', 'M'), false);

  expect(named(board).filter((name) => name.startsWith('decider'))).toEqual([]);
  expect(board.connections).toEqual({});
});

it('uses what is on the wall already, and adds nothing a second time', () => {
  const nextId = counter();
  const { board: first } = withNotes(emptyBoard('m', 'M'), true, nextId);

  expect(withNotes(first, true, nextId).wall).toEqual({ intents: [], noteIds: [] });
});
