import { expect, it } from 'vitest';
import { makersOf } from '#model';
import { add, cartWall, edited } from '../support/wall.ts';

const board = edited(cartWall(), ...add('decider', 'Till'), ...add('event', 'TillOpened'));

const namesOf = (ids: string[]) => ids.map((id) => board.definitions[id]?.name);
const idOf = (name: string) => Object.values(board.definitions).find((one) => one.name === name)?.id ?? '';

it('a value was made by the deciders of its events, by those events, and by the code that folded them', () => {
  const events = [
    { type: 'ProductItemAdded', streamName: 'ShoppingCart-1' },
    { type: 'CartOpened', streamName: 'ShoppingCart-1' },
  ];

  const ofDocument = makersOf(board, idOf('CartDetails'), events);
  const ofState = makersOf(board, idOf('ShoppingCart'), events);

  expect(namesOf(ofDocument)).toEqual(['ShoppingCart', 'CartOpened', 'ProductItemAdded', 'CartDetails']);
  expect(namesOf(ofState)).toEqual(['ShoppingCart', 'CartOpened', 'ProductItemAdded']);
  expect(makersOf(board, 'gone', [])).toEqual([]);
});

it('what a process manager was handed is the event that it heard', () => {
  const greeting = idOf('Whenever CartOpened, then GreetClient');
  const handed = makersOf(board, greeting, [{ type: 'received:CartOpened', streamName: 'Greeting-1' }]);

  expect(namesOf(handed)).toEqual(['CartOpened', 'Whenever CartOpened, then GreetClient']);
});
