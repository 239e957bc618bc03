import { describe, expect, it } from 'vitest';
import { type Board, codeOf, emptyBoard, skeletonOf, typesOf } from '#model';
import { typeErrors } from './support/typeCheck.ts';
import { add, cartWall, connect, edited } from './support/wall.ts';

const policy = 'Whenever CartOpened, then GreetClient';

const textOf = (board: Board, definitionId: string): string => skeletonOf(board, definitionId)[0]?.text ?? '';

describe('skeletons', () => {
  it('makes of each command the event that its name tells, from what command, state and clock know', () => {
    expect(
      textOf(cartWall(), 'ShoppingCart'),
    ).toBe(`import type { ShoppingCartCommand, ShoppingCartEvent } from '#model';

/** What has to be remembered to decide. */
export type ShoppingCart = {
  cartId?: string;
  clientId?: string;
  openedAt?: string;
  item?: { productId: string; quantity: number };
  reason?: 'gift' | 'treat';
  addedAt?: string;
};

export const initialState = (): ShoppingCart => ({});

export const decide = (
  command: ShoppingCartCommand,
  state: ShoppingCart,
): ShoppingCartEvent | ShoppingCartEvent[] => {
  switch (command.type) {
    case 'OpenCart':
      return {
        type: 'CartOpened',
        data: {
          cartId: command.data.cartId,
          clientId: command.data.clientId,
          openedAt: command.metadata.now.toISOString(),
        },
      };
    case 'AddProductItem':
      return {
        type: 'ProductItemAdded',
        data: {
          cartId: command.data.cartId,
          item: command.data.item,
          clientId: state.clientId ?? '',
          addedAt: command.metadata.now.toISOString(),
        },
      };
  }
};

export const evolve = (state: ShoppingCart, event: ShoppingCartEvent): ShoppingCart => {
  switch (event.type) {
    case 'CartOpened':
      return { ...state, ...event.data };
    case 'ProductItemAdded':
      return { ...state, ...event.data };
  }
};
`);
  });

  it('gives a new read model one document for each id that its events share', () => {
    expect(textOf(cartWall(), 'CartDetails')).toBe(`import type { CartDetailsEvent } from '#model';

/** What is known of one cartId. */
export type CartDetails = {
  cartId?: string;
  clientId?: string;
  openedAt?: string;
  item?: { productId: string; quantity: number };
  reason?: 'gift' | 'treat';
  addedAt?: string;
};

export const canHandle: CartDetailsEvent['type'][] = ['CartOpened', 'ProductItemAdded'];

export const getDocumentId = (event: CartDetailsEvent): string => event.data.cartId;

export const evolve = (document: CartDetails | null, event: CartDetailsEvent): CartDetails | null => {
  switch (event.type) {
    case 'CartOpened':
      return { ...document, ...event.data };
    case 'ProductItemAdded':
      return { ...document, ...event.data };
  }
};
`);
  });

  it('gives a read model one document for each stream where its events share no id', () => {
    const board = edited(cartWall(), ...add('event', 'Rained', 'where: text'), connect('Rained', 'CartDetails'));
    expect(textOf(board, 'CartDetails')).toContain('=> event.metadata.streamName;');
  });

  it('lets a policy ask for what its event knows all about', () => {
    expect(textOf(cartWall(), policy)).toContain(`    case 'CartOpened':
      return [
        {
          type: 'GreetClient',
          data: { clientId: event.data.clientId, greetedAt: event.metadata.recordedAt },
        },
      ];
`);
  });

  it('lets a policy ask for nothing on invented data', () => {
    const board = edited(
      cartWall(),
      ...add('command', 'Ship', 'parcelId: id, weight: number'),
      connect(policy, 'Ship'),
    );
    expect(textOf(board, policy)).toContain('      // Ship also needs parcelId, weight.\n');
  });

  it('follows the wall until somebody has typed', () => {
    const before = cartWall();
    expect(codeOf(before, 'ShoppingCart')).toEqual(skeletonOf(before, 'ShoppingCart'));
    const code = [{ path: 'ShoppingCart.ts', text: 'export const decide = () => [];' }];
    expect(codeOf(edited(before, { type: 'ChangeCode', definitionId: 'ShoppingCart', code }), 'ShoppingCart')).toBe(
      code,
    );
  });

  describe('pass the check of their own types', () => {
    const lonely = edited(
      emptyBoard('m', 'Model'),
      ...add('decider', 'Decider'),
      ...add('read-model', 'Read model'),
      ...add('policy', 'Whenever …, then …'),
    );
    const bare = edited(
      lonely,
      ...add('command', 'DoSomething'),
      ...add('event', 'SomethingHappened'),
      connect('DoSomething', 'Decider'),
      connect('Decider', 'SomethingHappened'),
      connect('SomethingHappened', 'Read model'),
      connect('SomethingHappened', 'Whenever …, then …'),
      connect('Whenever …, then …', 'DoSomething'),
    );
    const odd = edited(
      bare,
      ...add(
        'command',
        "Don't do 2 things",
        "'a b': text, list: (x | 'it''s')[], deep?: { inner?: number[], when: date }".replace("'it''s'", "'it\\'s'"),
      ),
      ...add('event', '2 things happened', "'a b': number, list: (x | y)[], deep: { inner: number }, class: boolean"),
      ...add('event', 'DoSomething', 'a: text, deep: text'),
      connect("Don't do 2 things", 'Decider'),
      connect('Decider', '2 things happened'),
      connect('Decider', 'DoSomething'),
      connect('2 things happened', 'Read model'),
      connect('2 things happened', 'Whenever …, then …'),
    );
    const walls: [string, Board, string[]][] = [
      ['of a cart', cartWall(), ['ShoppingCart', 'CartDetails', policy]],
      ['of notes without arrows', lonely, ['Decider', 'Read model', 'Whenever …, then …']],
      ['of messages without fields', bare, ['Decider', 'Read model', 'Whenever …, then …']],
      ['of names and types that need quotes', odd, ['Decider', 'Read model', 'Whenever …, then …']],
    ];
    it.each(walls)('%s', (_what, board, ids) => {
      expect(ids.flatMap((id) => typeErrors(typesOf(board, id), textOf(board, id)))).toEqual([]);
    });
  });
});
