import { describe, expect, it } from 'vitest';
import {
  categoryOf,
  emptyBoard,
  isCategoryName,
  kindInfo,
  mayFollow,
  nextKinds,
  noteKinds,
  placeNextTo,
  previousKinds,
  streamIdOf,
  streamNameOf,
  uniqueName,
} from '#model';
import { add, edited, noteOf } from './support/wall.ts';

describe('the notation', () => {
  it('has the arrows of design-level EventStorming', () => {
    const arrows = noteKinds
      .filter((kind) => kind !== 'hotspot')
      .flatMap((from) =>
        noteKinds.filter((to) => to !== 'hotspot' && mayFollow(from, to)).map((to) => `${from} → ${to}`),
      );
    expect(arrows.sort()).toEqual(
      [
        'actor → command',
        'screen → command',
        'command → decider',
        'command → system',
        'command → event',
        'decider → event',
        'system → event',
        'event → policy',
        'event → read-model',
        'policy → command',
        'read-model → actor',
        'read-model → screen',
        'read-model → policy',
      ].sort(),
    );
  });

  it('lets a hotspot stand beside anything', () => {
    expect(noteKinds.every((kind) => mayFollow('hotspot', kind) && mayFollow(kind, 'hotspot'))).toBe(true);
  });

  it('offers after a note only what may follow it, and before it only what may lead to it', () => {
    expect(noteKinds.flatMap((kind) => nextKinds(kind).filter((next) => !mayFollow(kind, next)))).toEqual([]);
    expect(noteKinds.flatMap((kind) => previousKinds(kind).filter((before) => !mayFollow(before, kind)))).toEqual([]);
    expect([nextKinds('command'), previousKinds('event'), nextKinds('frame')]).toEqual([
      ['decider', 'system', 'event', 'hotspot'],
      ['command', 'decider', 'system', 'hotspot'],
      [],
    ]);
  });

  it('has a digit of its own for each kind but frames', () => {
    expect(noteKinds.map((kind) => kindInfo[kind].key)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', null]);
  });
});

describe('names of new notes', () => {
  it('are not taken', () => {
    const board = edited(emptyBoard('m', 'Model'), ...add('decider', 'Decider'), ...add('hotspot', 'What about …?'));
    expect([uniqueName(board, 'decider'), uniqueName(board, 'hotspot'), uniqueName(board, 'event')]).toEqual([
      'Decider2',
      'What about …? 2',
      'SomethingHappened',
    ]);
  });
});

describe('placing a note beside another', () => {
  const board = edited(emptyBoard('m', 'Model'), ...add('command', 'Open'));

  it('leaves room for the arrow, at the same height', () => {
    expect(placeNextTo(board, noteOf('Open'), 'decider')).toEqual({ x: 192, y: 8 });
    expect(placeNextTo(board, noteOf('Open'), 'actor', 'left')).toEqual({ x: -152, y: 8 });
  });

  it('covers no other note', () => {
    const place = placeNextTo(board, noteOf('Open'), 'event');
    const occupied = edited(board, ...add('event', 'First'), {
      type: 'MoveNotes',
      moves: [{ noteId: noteOf('First'), to: place }],
    });
    expect(placeNextTo(occupied, noteOf('Open'), 'event')).toEqual({ x: 192, y: 160 });
  });

  it('may lie on a frame', () => {
    const framed = edited(board, ...add('frame', 'Context'));
    expect(placeNextTo(framed, noteOf('Open'), 'decider')).toEqual({ x: 192, y: 8 });
  });
});

describe('names of streams', () => {
  const decider = { category: 'ShoppingCart', idField: 'cartId' };

  it('join the category and the id that the command holds', () => {
    expect(streamNameOf(decider, { cartId: 'cart-5' })).toBe('ShoppingCart-cart-5');
    expect([categoryOf('ShoppingCart-cart-5'), streamIdOf('ShoppingCart-cart-5')]).toEqual(['ShoppingCart', 'cart-5']);
  });

  it('are not made of nothing', () => {
    expect([{}, { cartId: ' ' }, { cartId: null }, 'cart-5', null].map((data) => streamNameOf(decider, data))).toEqual(
      Array(5).fill(null),
    );
    expect(streamNameOf({ category: 'C', idField: 'toString' }, {})).toBeNull();
  });

  it('are one and the same while no command has an id field, so that a new board runs at once', () => {
    expect(streamNameOf({ category: 'Account', idField: '' }, {})).toBe('Account-1');
  });

  it('begin with one word', () => {
    expect(['Cart', 'Cart.7', '', 'a-b', 'a b'].map(isCategoryName)).toEqual([true, true, false, false, false]);
  });
});
