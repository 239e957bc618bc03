import { describe, expect, it } from 'vitest';
import { skeletonOf, typesOf } from '#model';
import { typeErrors } from './support/typeCheck.ts';
import { add, cartWall, connect, edited } from './support/wall.ts';

describe('types of the notes', () => {
  it('has a type for each message and the unions of a decider', () => {
    expect(
      typesOf(cartWall(), 'ShoppingCart'),
    ).toBe(`/** The time and the id of a command are inputs: the same command gives the same events. */
export type CommandMetadata = { commandId: string; now: Date; [added: string]: unknown };

export type OpenCart = {
  type: 'OpenCart';
  data: {
    cartId: string;
    clientId: string;
  };
  metadata: CommandMetadata;
};

export type AddProductItem = {
  type: 'AddProductItem';
  data: {
    cartId: string;
    item: { productId: string; quantity: number };
  };
  metadata: CommandMetadata;
};

export type CartOpened = {
  type: 'CartOpened';
  data: {
    cartId: string;
    clientId: string;
    openedAt: string;
  };
  metadata?: { [key: string]: unknown };
};

export type ProductItemAdded = {
  type: 'ProductItemAdded';
  data: {
    cartId: string;
    item: { productId: string; quantity: number };
    clientId: string;
    reason?: 'gift' | 'treat';
    addedAt: string;
  };
  metadata?: { [key: string]: unknown };
};

/** What ShoppingCart is asked to do. */
export type ShoppingCartCommand = OpenCart | AddProductItem;

/** What can happen in a stream of ShoppingCart. */
export type ShoppingCartEvent = CartOpened | ProductItemAdded;`);
  });

  it('gives read models the positions and policies the commands without metadata', () => {
    const board = cartWall();
    expect(typesOf(board, 'CartDetails')).toContain('  globalPosition: bigint;');
    expect(typesOf(board, 'Whenever CartOpened, then GreetClient')).toContain(
      'export type WheneverCartOpenedThenGreetClientCommand = GreetClient;',
    );
  });

  it('says nothing of kinds without code', () => {
    expect(typesOf(cartWall(), 'CartOpened')).toBe('');
  });

  it('makes a switch that misses a new event an error on its line', () => {
    const before = cartWall();
    const code = skeletonOf(before, 'ShoppingCart')[0]?.text ?? '';
    const after = edited(before, ...add('event', 'CartConfirmed'), connect('ShoppingCart', 'CartConfirmed'));
    expect(typeErrors(typesOf(after, 'ShoppingCart'), code)).toEqual([
      expect.stringContaining('error TS2366: Function lacks ending return statement'),
    ]);
  });

  it('makes a renamed field an error on its line', () => {
    const before = cartWall();
    const code = skeletonOf(before, 'CartDetails')[0]?.text ?? '';
    const [, ...others] = before.definitions.CartOpened?.kind === 'event' ? before.definitions.CartOpened.fields : [];
    const fields = [{ name: 'basketId', type: { kind: 'id' as const } }, ...others];
    const after = edited(before, { type: 'ChangeFields', definitionId: 'CartOpened', fields });
    expect(typeErrors(typesOf(after, 'CartDetails'), code).join()).toContain("Property 'cartId' does not exist");
  });
});
