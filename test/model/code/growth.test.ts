import { describe, expect, it } from 'vitest';
import { type Board, growthOf, skeletonOf, typesOf } from '#model';
import { typeErrors } from '../support/typeCheck.ts';
import { add, cartWall, connect, edited } from '../support/wall.ts';

const withCode = (board: Board, definitionId: string, ...texts: string[]): Board =>
  edited(board, {
    type: 'ChangeCode',
    definitionId,
    code: texts.map((text, index) => ({ path: index === 0 ? 'Entry.ts' : `part${index}.ts`, text })),
  });

/** A wall on which carts can be canceled, which no code knows. */
const withCancel = (board: Board): Board =>
  edited(
    board,
    ...add('command', 'CancelCart', 'cartId: id(cart), why: text'),
    ...add('event', 'CartCanceled', 'cartId: id(cart), why: text, canceledAt: date'),
    connect('CancelCart', 'ShoppingCart'),
    connect('ShoppingCart', 'CartCanceled'),
    connect('CartCanceled', 'CartDetails'),
    connect('CartCanceled', 'Whenever CartOpened, then GreetClient'),
  );

const grownText = (board: Board, definitionId: string): string => growthOf(board, definitionId)?.code[0]?.text ?? '';

const evolveOnly = (...texts: string[]) => withCancel(withCode(cartWall(), 'ShoppingCart', ...texts));

describe('code that grows with the wall', () => {
  it('says nothing of a skeleton, which follows the wall by itself', () => {
    expect(growthOf(withCancel(cartWall()), 'ShoppingCart')).toBeNull();
  });

  it('gives a decider that was begun from a skeleton the cases that came later, and it still fits the types', () => {
    const skeleton = skeletonOf(cartWall(), 'ShoppingCart')[0]?.text ?? '';
    const board = withCancel(withCode(cartWall(), 'ShoppingCart', `${skeleton}\n// mine\n`));
    const growth = growthOf(board, 'ShoppingCart');
    expect(growth).toMatchObject({
      unknown: ['CancelCart', 'CartCanceled'],
      isNeeded: true,
      byHand: null,
      place: { file: 'Entry.ts', line: 39 },
    });
    const text = grownText(board, 'ShoppingCart');
    expect(text).toContain(`    case 'CancelCart':
      return {
        type: 'CartCanceled',
        data: {
          cartId: command.data.cartId,
          why: command.data.why,
          canceledAt: command.metadata.now.toISOString(),
        },
      };
  }`);
    expect(text).toContain(`    case 'CartCanceled':
      return { ...state, ...event.data };
  }`);
    expect(typeErrors(typesOf(board, 'ShoppingCart'), text)).toEqual([]);
    expect(growthOf(withCode(board, 'ShoppingCart', text), 'ShoppingCart')).toBeNull();
  });

  it('lets a read model hear and keep an event that came later', () => {
    const skeleton = skeletonOf(cartWall(), 'CartDetails')[0]?.text ?? '';
    const board = withCancel(withCode(cartWall(), 'CartDetails', `${skeleton}// mine\n`));
    const text = grownText(board, 'CartDetails');
    expect(text).toContain(`['CartOpened', 'ProductItemAdded', 'CartCanceled'];`);
    expect(text).toContain(`    case 'CartCanceled':\n      return { ...document, ...event.data };\n  }`);
    expect(typeErrors(typesOf(board, 'CartDetails'), text)).toEqual([]);
  });

  it('lets a policy hear an event and answer nothing to it', () => {
    const policy = 'Whenever CartOpened, then GreetClient';
    const skeleton = skeletonOf(cartWall(), policy)[0]?.text ?? '';
    const board = withCancel(withCode(cartWall(), policy, `${skeleton}// mine\n`));
    expect(grownText(board, policy)).toContain(`    case 'CartCanceled':\n      return [];\n  }`);
  });

  it('touches nothing that was written', () => {
    const written = `export const evolve = (cart, event) => {
  switch (event.type) { // all of them
    case 'CartOpened': {
      const lines = \`case 'CartCanceled': \${cart}\`;
      return { ...cart, lines };
    }
    case "ProductItemAdded": return cart
  }
};`;
    const text = grownText(evolveOnly(written), 'ShoppingCart');
    const added = `    case 'CartCanceled':\n      return cart;\n`;
    expect(text).toContain(`return cart\n${added}  }\n};`);
    expect(text.replace(added, '')).toBe(written);
  });

  it('puts a case in front of a default and its comment, and waits to be asked', () => {
    const board = evolveOnly(`export function evolve(state: Cart, { type, data }: CartEvent): Cart {
\tswitch (type) {
\t\tcase "CartOpened":
\t\t\treturn { ...state, id: data.cartId };
\t\t// the rest changes nothing
\t\tdefault:
\t\t\treturn state;
\t}
}`);
    expect(growthOf(board, 'ShoppingCart')?.isNeeded).toBe(false);
    expect(grownText(board, 'ShoppingCart')).toContain(`return { ...state, id: data.cartId };
\t\tcase "ProductItemAdded":
\t\t\treturn state;
\t\tcase "CartCanceled":
\t\t\treturn state;
\t\t// the rest changes nothing
\t\tdefault:`);
  });

  it('leaves with break where the others do', () => {
    const board = evolveOnly(`const when = (state, event) => {
  const next = { ...state };
  switch (event.type) {
    case 'CartOpened':
      next.isOpen = true;
      break;
    case 'ProductItemAdded':
      next.count += 1;
      break;
  }
  return next;
};
export const decider = { decide, evolve: when, initialState };`);
    expect(grownText(board, 'ShoppingCart')).toContain(
      `      next.count += 1;\n      break;\n    case 'CartCanceled':\n      break;\n  }`,
    );
  });

  it('lets no case run on into the new one', () => {
    const board = evolveOnly(`export const evolve = (state, event) => {
  switch (event.type) {
    case 'CartOpened': return { isOpen: true };
    case 'ProductItemAdded': if (state.isOpen) return state;
  }
  return null;
};`);
    expect(grownText(board, 'ShoppingCart')).toContain(
      `(event.type) {\n    case 'CartCanceled':\n      return state;\n    case 'CartOpened'`,
    );
  });

  it('puts a question in front of a chain of ifs', () => {
    const board = evolveOnly(`export const evolve = (state: State, event: Event): State => {
  if (event.type === 'CartOpened') {
    return { ...state, isOpen: true };
  } else if (event.type === 'ProductItemAdded') {
    return { ...state, count: state.count + 1 };
  }
  return state;
};`);
    expect(grownText(board, 'ShoppingCart')).toContain(
      `State => {\n  if (event.type === 'CartCanceled') return state;\n  if (event.type === 'CartOpened') {`,
    );
  });

  it('says where a person has to do it where types are told apart in another way', () => {
    const code = `const isOpened = (event) => true;
export const evolve = (state, event) =>
  event.type === 'CartOpened' ? { isOpen: true } : state;`;
    const growth = growthOf(evolveOnly(code), 'ShoppingCart');
    expect(growth?.byHand).toEqual({ name: 'ProductItemAdded', file: 'Entry.ts', line: 2 });
    expect(growth?.code[0]?.text).toBe(code);
  });

  it('leaves a function alone that treats all events alike, or hands them on', () => {
    expect(
      growthOf(evolveOnly('export const evolve = (state, event) => ({ ...state, ...event.data });'), 'ShoppingCart'),
    ).toBeNull();
    expect(
      growthOf(
        evolveOnly(
          `const handlers = { CartOpened: (state) => state };
export const evolve = (state, event) => handlers[event.type](state, event);`,
        ),
        'ShoppingCart',
      ),
    ).toBeNull();
  });

  it('refuses a command that cannot be decided from what it knows', () => {
    const board = edited(
      withCode(
        cartWall(),
        'ShoppingCart',
        `export const decide = ({ type, data }, state) => {
  switch (type) {
    case 'OpenCart': return [];
    case 'AddProductItem': return [];
  }
};`,
      ),
      ...add('command', 'CancelCart', 'cartId: id'),
      ...add('event', 'CartCanceled', 'cartId: id, who: text'),
      connect('CancelCart', 'ShoppingCart'),
      connect('ShoppingCart', 'CartCanceled'),
    );
    expect(grownText(board, 'ShoppingCart')).toContain(
      `    case 'CancelCart':\n      throw new Error('CancelCart is not decided yet');\n  }`,
    );
  });

  it('finds the function in another file, and a method of an object', () => {
    const board = evolveOnly(
      `import { decider } from './part1.ts';\nexport { decider };`,
      `export const decider = {
  decide(command: Command, state: { a: string }): { type: string } {
    return [];
  },
  evolve(state: Record<string, number>, event: Event): State {
    switch (event.type) {
      case 'CartOpened':
      case 'ProductItemAdded':
        return { ...state, ...event.data };
    }
  },
  initialState: () => ({}),
};`,
    );
    const growth = growthOf(board, 'ShoppingCart');
    expect(growth?.code[0]).toEqual(
      board.definitions.ShoppingCart && {
        path: 'Entry.ts',
        text: `import { decider } from './part1.ts';\nexport { decider };`,
      },
    );
    expect(growth?.code[1]?.text).toContain(
      `        return { ...state, ...event.data };\n      case 'CartCanceled':\n        return { ...state, ...event.data };\n    }\n  },\n  initialState`,
    );
  });

  it('adds to a list that has a line for each, with and without a comma at its end', () => {
    const list = (end: string) => `export const canHandle = [\n  "CartOpened"${end}\n] satisfies string[];`;
    const grownList = (end: string) =>
      grownText(withCancel(withCode(cartWall(), 'CartDetails', list(end))), 'CartDetails');
    expect(grownList(',')).toBe(
      `export const canHandle = [\n  "CartOpened",\n  "ProductItemAdded",\n  "CartCanceled",\n] satisfies string[];`,
    );
    expect(grownList('')).toBe(
      `export const canHandle = [\n  "CartOpened",\n  "ProductItemAdded",\n  "CartCanceled"\n] satisfies string[];`,
    );
  });

  it('says that a list which is put together elsewhere is to be filled by hand', () => {
    const code = `const common = ['CartOpened'];\nexport const canHandle = [...common, 'ProductItemAdded'];`;
    const board = withCancel(withCode(cartWall(), 'CartDetails', code));
    expect(growthOf(board, 'CartDetails')).toMatchObject({ byHand: { line: 2 }, code: [{ text: code }] });
  });

  it('says nothing while the code cannot be read', () => {
    expect(
      growthOf(evolveOnly(`export const evolve = (state, event) => { switch (event.type) {`), 'ShoppingCart'),
    ).toBeNull();
  });
});
