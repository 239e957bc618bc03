import { describe, expect, it } from 'vitest';
import {
  type Board,
  decideBoard,
  evolveBoard,
  growthOf,
  inverse,
  processSkeletonOf,
  programOf,
  readCode,
  typesOf,
} from '#model';
import { typeErrors } from '../support/typeCheck.ts';
import { add, cartWall, connect, decideAll, edited } from '../support/wall.ts';

const greeting = 'Whenever CartOpened, then GreetClient';

const withCode = (board: Board, text: string): Board =>
  edited(board, { type: 'ChangeCode', definitionId: greeting, code: [{ path: 'Greeting.ts', text }] });

const skeletonOf = (board: Board): string => {
  const policy = board.definitions[greeting];
  return policy?.kind === 'policy' ? (processSkeletonOf(board, policy)[0]?.text ?? '') : '';
};

const withProcess = (board = cartWall()): Board => withCode(board, skeletonOf(board));

const withOwnEvent = (board: Board): Board =>
  edited(board, ...add('event', 'ClientGreeted', 'cartId: id(cart)'), connect(greeting, 'ClientGreeted'));

describe('the code of a process manager', () => {
  it('begins with code that fits its types', () => {
    const board = withProcess();

    expect(typeErrors(typesOf(board, greeting), skeletonOf(board))).toEqual([]);
  });

  it('may schedule messages, take them as input, cancel them and end, and still fits its types', () => {
    const board = withOwnEvent(withProcess());
    const name = 'WheneverCartOpenedThenGreetClient';
    const code = `
import type { CartOpened, ProcessInput, ${name}Event, ${name}Input, ${name}Output } from '#model';

type Remind = { type: 'Remind'; data: { cartId: string } };
export const initialState = () => ({ isGreeted: false });
export const getWorkflowId = (input: CartOpened) => input.data.cartId;
export const decide = (input: ${name}Input | ProcessInput<Remind>, state: { isGreeted: boolean }): ${name}Output | ${name}Output[] => {
  switch (input.type) {
    case 'CartOpened':
      return [
        { type: 'GreetClient', data: { clientId: input.data.clientId, greetedAt: input.metadata.now.toISOString() } },
        { action: 'Schedule', message: { type: 'Remind', data: { cartId: input.data.cartId } }, when: { afterInMs: 1000 } },
      ];
    case 'Remind':
      return state.isGreeted ? { action: 'Complete' } : { type: 'ClientGreeted', data: { cartId: input.data.cartId } };
  }
};
export const evolve = (state: { isGreeted: boolean }, event: ${name}Event) => {
  switch (event.type) {
    case 'CartOpened':
      return state;
    case 'ClientGreeted':
      return { isGreeted: true };
  }
};
`;

    expect(typeErrors(typesOf(board, greeting), code)).toEqual([]);
    expect(
      typeErrors(typesOf(board, greeting), code.replace("type: 'GreetClient'", "type: 'GreetCleint'")),
    ).not.toEqual([]);
  });

  it('grows with the wall: by what it hears, and by its own events in evolve alone', () => {
    const board = withOwnEvent(
      edited(withProcess(), ...add('event', 'CartCanceled', 'cartId: id(cart)'), connect('CartCanceled', greeting)),
    );

    const growth = growthOf(board, greeting);

    expect(growth?.unknown).toEqual(['CartCanceled', 'ClientGreeted']);
    expect(growth?.code[0]?.text.match(/case '(\w+)'/g)).toEqual([
      "case 'CartOpened'",
      "case 'CartCanceled'",
      "case 'CartOpened'",
      "case 'CartCanceled'",
      "case 'ClientGreeted'",
    ]);
  });

  it('makes its policy a process in the program, with the commands that somebody is there for', () => {
    const [policy] = programOf(withProcess()).policies;

    expect(policy?.process).toEqual({
      category: 'WheneverCartOpenedThenGreetClient',
      commands: ['OpenCart', 'AddProductItem', 'GreetClient'],
    });
    expect(programOf(cartWall()).policies[0]).not.toHaveProperty('process');
  });

  it('pastes in from elsewhere: what it hears, what it asks for, and not what it tells itself', () => {
    const reading = readCode(`
type GroupCheckoutInput =
  | Event<'GroupCheckoutInitiated', { groupCheckoutId: string }>
  | Event<'GuestCheckedOut', { groupCheckoutId?: string; stayId: string }>
  | Command<'TimeoutGroupCheckout', { groupCheckoutId: string }>;
type GroupCheckout = { open: string[] };
export const initialState = (): GroupCheckout => ({ open: [] });
export const getWorkflowId = (input: GroupCheckoutInput) => input.data.groupCheckoutId ?? null;
export const decide = (input: GroupCheckoutInput, state: GroupCheckout) => {
  switch (input.type) {
    case 'GroupCheckoutInitiated':
      return [
        { type: 'CheckOut', data: {} },
        { action: 'Schedule', message: { type: 'TimeoutGroupCheckout', data: input.data }, when: { afterInMs: 1 } },
      ];
    case 'TimeoutGroupCheckout':
      return { type: 'GroupCheckoutTimedOut', data: input.data };
    case 'GuestCheckedOut':
      return [];
  }
};
export const evolve = (state: GroupCheckout, event: { type: string }): GroupCheckout => {
  switch (event.type) {
    case 'GroupCheckoutTimedOut':
      return { open: [] };
    default:
      return state;
  }
};`);

    expect(reading).toMatchObject({
      kind: 'read',
      read: {
        kind: 'policy',
        name: 'GroupCheckout',
        events: [{ name: 'GroupCheckoutInitiated' }, { name: 'GuestCheckedOut' }],
        commands: [{ name: 'CheckOut' }],
      },
    });
  });
});

describe('a process manager that is called otherwise', () => {
  const rename = { type: 'RenameDefinition' as const, definitionId: greeting, name: 'Welcome' };

  it('keeps the category of its streams, for good', () => {
    const renamed = edited(withProcess(), rename);

    expect(programOf(renamed).policies[0]).toMatchObject({
      name: 'Welcome',
      process: { category: 'WheneverCartOpenedThenGreetClient' },
    });
  });

  it('can be called as before by undo', () => {
    const before = withProcess();
    const { board, events } = decideAll([rename], before);

    const back = [...events].reverse().flatMap((event) => inverse(event, board).events);

    expect(programOf(back.reduce(evolveBoard, board)).policies[0]).toEqual(programOf(before).policies[0]);
  });

  it('leaves a policy without state as it was', () => {
    expect(decideBoard(rename, cartWall()).map(({ type }) => type)).toEqual(['DefinitionRenamed']);
  });
});
