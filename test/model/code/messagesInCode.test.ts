import { describe, expect, it } from 'vitest';
import { type Board, definitionMeant, handlingsOf, lineOfHandling } from '#model';
import { add, cartWall, edited } from '../support/wall.ts';

const code = `import type { CartOpened } from '#model';
export const decide = (command, state) => {
  switch (command.type) {
    case 'OpenCart':
      return { type: 'CartOpened', data: {} };
  }
};
export const evolve = (state, event) => {
  if (event.type === 'CartOpened') return { isOpen: true };
  return state;
};
`;
const wall = (): Board =>
  edited(cartWall(), ...add('event', 'Greeted'), {
    type: 'ChangeCode',
    definitionId: 'ShoppingCart',
    code: [{ path: 'Cart.ts', text: code }],
  });

const meant = (word: string) => definitionMeant(wall(), 'ShoppingCart', code, code.indexOf(word) + 2)?.id;

describe('from code to note and back', () => {
  it('knows the note that a type of a message or the name of a type means', () => {
    expect(meant(`'OpenCart'`)).toBe('OpenCart');
    expect(meant('CartOpened }')).toBe('CartOpened');
    expect(meant('export const')).toBeUndefined();
    expect(definitionMeant(wall(), 'ShoppingCart', `'Greeted'`, 3)?.id).toBe('Greeted');
    expect(definitionMeant(wall(), 'ShoppingCart', `// CartOpened`, 6)).toBeUndefined();
  });

  it('knows the lines that handle a message, in written code and in skeletons', () => {
    expect(handlingsOf(wall(), 'CartOpened').map(({ name, phase, line }) => `${name} ${phase} ${line}`)).toEqual([
      'ShoppingCart evolve 9',
      'CartDetails evolve 19',
      'Whenever CartOpened, then GreetClient react 7',
    ]);
    expect(handlingsOf(wall(), 'OpenCart')).toEqual([
      { definitionId: 'ShoppingCart', name: 'ShoppingCart', phase: 'decide', file: 'Cart.ts', line: 4 },
    ]);
    expect(handlingsOf(wall(), 'GreetClient')).toEqual([]);
    expect(handlingsOf(wall(), 'ShoppingCart')).toEqual([]);
  });

  it('knows the line that takes an event in or decides on a command, else that of the function that treats all alike', () => {
    const counting = edited(wall(), {
      type: 'ChangeCode',
      definitionId: 'CartDetails',
      code: [
        { path: 'CartDetails.ts', text: 'export const canHandle = [];\nexport const evolve = (count) => count + 1;\n' },
      ],
    });

    expect(lineOfHandling(wall(), 'ShoppingCart', 'CartOpened')).toEqual({ file: 'Cart.ts', line: 9 });
    expect(lineOfHandling(wall(), 'ShoppingCart', 'OpenCart', 'command')).toEqual({ file: 'Cart.ts', line: 4 });
    expect(lineOfHandling(counting, 'CartDetails', 'CartOpened')).toEqual({ file: 'CartDetails.ts', line: 2 });
    expect(lineOfHandling(wall(), 'CartOpened', 'CartOpened')).toBeUndefined();
  });
});
