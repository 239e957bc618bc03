import { describe, expect, it } from 'vitest';
import { type Board, fieldFlows, growthOf, readingOn } from '#model';
import { knowledgeOf } from '../../../src/model/reading/knowledgeOf.ts';
import { modulesOf } from '../../../src/model/reading/modulesOf.ts';
import { readingsOf } from '../../../src/model/reading/readingsOf.ts';
import { cartWall, edited } from '../support/wall.ts';

const text = `export const decide = (command) => ({ type: 'CartOpened', data: { cartId: command.data.cartId } });`;

const wall = (): Board =>
  edited(cartWall(), {
    type: 'ChangeCode',
    definitionId: 'ShoppingCart',
    code: [{ path: 'ShoppingCart.ts', text }],
  });

const readingIn = (board: Board) =>
  modulesOf(board).flatMap((module) => readingsOf(module.code, knowledgeOf(board, module)))[0]?.reading;

describe('the code of a wall', () => {
  it('is read again only where its text or what is known of its messages has changed', () => {
    const board = wall();
    const moved = edited(board, { type: 'MoveNotes', moves: [{ noteId: 'note of CartOpened', to: { x: 40, y: 40 } }] });
    const renamed = edited(board, { type: 'RenameDefinition', definitionId: 'CartOpened', name: 'CartBegun' });
    const before = readingIn(board);
    expect(before?.names).toHaveLength(1);
    expect(readingIn(moved)).toBe(before);
    expect(readingIn(renamed)?.names).toEqual([]);
  });

  it('is read one module at each step, and then no more', () => {
    const board = wall();
    const modules = Object.values(board.definitions).filter((definition) => 'code' in definition);
    expect(modules.length).toBeGreaterThan(2);
    expect([...readingOn(board)]).toHaveLength(modules.length);
    expect([...readingOn(board)]).toEqual([]);
    const event = board.definitions.CartOpened;
    if (event?.kind !== 'event') throw new Error('There is no event.');
    expect(fieldFlows(board, event)[0]?.from).toContainEqual(
      expect.objectContaining({ of: 'field', message: 'OpenCart', field: 'cartId' }),
    );
  });

  it('is compared with the wall once', () => {
    const board = wall();
    expect(growthOf(board, 'ShoppingCart')).toBe(growthOf(board, 'ShoppingCart'));
  });
});
