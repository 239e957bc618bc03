import { describe, expect, it } from 'vitest';
import { type BoardIntent, decideBoardAll, emptyBoard, hasSameProgram } from '#model';
import { add, cartWall, connect, decideAll, edited, noteOf } from './support/wall.ts';

describe('what runs', () => {
  it('is the same while notes are moved, and another once anything else is done', () => {
    const board = cartWall();
    const staysAfter = (...intents: BoardIntent[]) => hasSameProgram(edited(board, ...intents), board);
    expect([
      staysAfter({ type: 'MoveNotes', moves: [{ noteId: noteOf('OpenCart'), to: { x: 400, y: 8 } }] }),
      staysAfter({ type: 'NameModel', name: 'Other' }),
      staysAfter({ type: 'RenameDefinition', definitionId: 'OpenCart', name: 'Open' }),
      staysAfter({ type: 'RemoveNotes', noteIds: [noteOf('OpenCart')] }),
      staysAfter({ type: 'PlaceNote', note: { id: 'again', definitionId: 'OpenCart', x: 0, y: 0 } }),
      staysAfter(connect('OpenCart', 'CartOpened')),
      staysAfter({ type: 'SetStorageEncoding', storeAsJson: false }),
    ]).toEqual([true, true, false, false, false, false, false]);
  });
});

describe('several intents', () => {
  it('come to what they come to one after the other, and leave the board they are decided on as it is', () => {
    const board = cartWall();
    const before = structuredClone(board);
    const intents = [
      ...add('event', 'CartExpired'),
      connect('ShoppingCart', 'CartExpired'),
      { type: 'RemoveNotes' as const, noteIds: [noteOf('CartOpened')] },
      { type: 'RenameDefinition' as const, definitionId: 'CartExpired', name: 'CartRanOut' },
    ];
    expect(decideBoardAll(intents, board)).toEqual(decideAll(intents, board).events);
    expect(board).toEqual(before);
  });

  it('are refused together where one is', () => {
    expect(() => decideBoardAll([...add('event', 'A'), connect('A', 'B')], emptyBoard('m', 'M'))).toThrow(
      'no longer on the wall',
    );
  });
});
