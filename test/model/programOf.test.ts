import { describe, expect, it } from 'vitest';
import { codeOf, emptyBoard, idFieldOf, newNote, programOf } from '#model';
import { add, cartWall, connect, edited, fields, noteOf } from './support/wall.ts';

const policy = 'Whenever CartOpened, then GreetClient';

describe('the program of a board', () => {
  it('resolves the arrows between the definitions that stand on the wall', () => {
    const board = cartWall();
    expect(programOf(board)).toEqual({
      deciders: [
        {
          id: 'ShoppingCart',
          name: 'ShoppingCart',
          category: 'ShoppingCart',
          idField: 'cartId',
          code: codeOf(board, 'ShoppingCart'),
        },
      ],
      readModels: [{ id: 'CartDetails', name: 'CartDetails', lifecycle: 'inline', code: codeOf(board, 'CartDetails') }],
      policies: [{ id: policy, name: policy, hears: ['CartOpened'], isOn: true, code: codeOf(board, policy) }],
      events: ['CartOpened', 'ProductItemAdded'].map((type) => ({
        id: type,
        type,
        fields: Object.values(board.definitions).flatMap((one) =>
          one.id === type && 'fields' in one ? one.fields : [],
        ),
        schemaVersion: 1,
        formerNames: [],
      })),
      commands: [
        expect.objectContaining({ type: 'OpenCart', deciderId: 'ShoppingCart' }),
        expect.objectContaining({ type: 'AddProductItem', deciderId: 'ShoppingCart' }),
        { id: 'GreetClient', type: 'GreetClient', fields: fields('clientId: id, greetedAt: date') },
      ],
      clock: { kind: 'real' },
      storeAsJson: true,
    });
  });

  it('finds the decider of a command whose arrow leads straight to an event', () => {
    const board = edited(
      emptyBoard('m', 'Model'),
      ...add('command', 'Open'),
      ...add('event', 'Opened'),
      ...add('decider', 'Cart'),
      connect('Open', 'Opened'),
      connect('Cart', 'Opened'),
    );
    expect(programOf(board).commands).toEqual([{ id: 'Open', type: 'Open', fields: [], deciderId: 'Cart' }]);
  });

  it('follows arrows from every appearance of a definition', () => {
    const board = edited(
      cartWall(),
      { type: 'PlaceNote', note: newNote('elsewhere', 'GreetClient', { x: 9, y: 9 }) },
      { type: 'ConnectNotes', connection: { id: 'c', from: 'elsewhere', to: noteOf('ShoppingCart') } },
    );
    expect(programOf(board).commands.map(({ deciderId }) => deciderId)).toEqual(Array(3).fill('ShoppingCart'));
  });

  it('leaves out what stands nowhere on the wall', () => {
    const wall = cartWall();
    const board = { ...wall, notes: {}, connections: {} };
    expect(programOf(board)).toMatchObject({ deciders: [], readModels: [], policies: [], events: [], commands: [] });
  });

  it('lets a policy hear an event under its former names', () => {
    const board = edited(cartWall(), { type: 'RenameDefinition', definitionId: 'CartOpened', name: 'CartStarted' });
    expect(programOf(board).policies.map(({ hears }) => hears)).toEqual([['CartStarted', 'CartOpened']]);
  });

  it('takes the id field that was chosen, else the one that the commands share', () => {
    const wall = edited(cartWall(), {
      type: 'ChangeFields',
      definitionId: 'OpenCart',
      fields: fields('clientId: id, cartId: id'),
    });
    const chosen = edited(wall, {
      type: 'NameStreams',
      definitionId: 'ShoppingCart',
      naming: { category: 'ShoppingCart', idField: 'clientId' },
    });
    expect([idFieldOf(wall, 'ShoppingCart'), idFieldOf(chosen, 'ShoppingCart')]).toEqual(['cartId', 'clientId']);
  });

  it('knows no id field where no command has one', () => {
    expect(idFieldOf(edited(emptyBoard('m', 'Model'), ...add('decider', 'Cart')), 'Cart')).toBe('');
  });

  it('takes a text for an id only where every command has it', () => {
    const alone = edited(
      emptyBoard('m', 'Model'),
      ...add('decider', 'Cart'),
      ...add('command', 'CancelCart', 'reason: text'),
      connect('CancelCart', 'Cart'),
    );
    const beside = edited(alone, ...add('command', 'OpenCart'), connect('OpenCart', 'Cart'));
    expect([idFieldOf(alone, 'Cart'), idFieldOf(beside, 'Cart')]).toEqual(['reason', '']);
  });
});
