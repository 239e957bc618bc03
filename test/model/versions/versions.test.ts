import { describe, expect, it } from 'vitest';
import {
  type Board,
  begunUpcaster,
  type DefinitionOf,
  decideBoardAll,
  evolveBoardAll,
  fieldChanges,
  inverse,
  typesOfUpcaster,
  versionsOf,
} from '#model';
import { cartWall, fields } from '../support/wall.ts';

const changed = (board: Board, line: string, storedVersion?: number): Board => {
  const intent = {
    type: 'ChangeFields' as const,
    definitionId: 'CartOpened',
    fields: fields(line),
    ...(storedVersion === undefined ? {} : { storedVersion }),
  };
  return evolveBoardAll(board, decideBoardAll([intent], board));
};

const cartOpened = (board: Board): DefinitionOf<'event'> => board.definitions.CartOpened as DefinitionOf<'event'>;

describe('the version of an event', () => {
  const first = changed(cartWall(), 'cartId: id, qty: number');

  it('stays while nothing is stored in it, and goes up with the first change of fields after that', () => {
    const still = changed(first, 'cartId: id, amount: number');
    const second = changed(still, 'cartId: id, quantity: number', 1);
    const third = changed(second, 'cartId: id, quantity: number, note: text', 2);

    expect(cartOpened(still).schemaVersion).toBe(1);
    expect(cartOpened(changed(second, 'cartId: id', 1)).schemaVersion).toBe(2);
    expect(versionsOf(cartOpened(third))).toEqual([
      {
        version: 3,
        fields: fields('cartId: id, quantity: number, note: text'),
        changes: [{ name: 'note', change: 'added' }],
      },
      {
        version: 2,
        fields: fields('cartId: id, quantity: number'),
        changes: [
          { name: 'quantity', change: 'added' },
          { name: 'amount', change: 'removed' },
        ],
      },
      { version: 1, fields: fields('cartId: id, amount: number') },
    ]);
  });

  it('is not given twice: undo takes the fields back, and leaves the version', () => {
    const events = decideBoardAll(
      [{ type: 'ChangeFields', definitionId: 'CartOpened', fields: fields('quantity: number'), storedVersion: 1 }],
      first,
    );
    const after = evolveBoardAll(first, events);
    const back = events.toReversed().flatMap((event) => inverse(event, after).events);

    expect(cartOpened(evolveBoardAll(after, back))).toMatchObject({
      schemaVersion: 2,
      fields: cartOpened(first).fields,
      earlier: [{ version: 1, fields: cartOpened(first).fields }],
    });
  });

  it('stays what it is where the wall goes back to an earlier moment, whose fields are a version of their own', () => {
    const second = changed(first, 'quantity: number', 1);
    const restored = evolveBoardAll(
      second,
      decideBoardAll([{ type: 'RestoreBoard', board: first, withStreams: [] }], second),
    );

    expect(cartOpened(restored)).toMatchObject({ schemaVersion: 3, fields: cartOpened(first).fields });
    expect(cartOpened(restored).earlier?.map(({ version }) => version)).toEqual([1, 2]);
  });
});

it('says what became of each field', () => {
  expect(fieldChanges(fields('a: text, b: number, c?: text'), fields('a: number, c: text, d?: text'))).toEqual([
    { name: 'a', change: 'retyped' },
    { name: 'c', change: 'required' },
    { name: 'd', change: 'added' },
    { name: 'b', change: 'removed' },
  ]);
});

describe('a step between two versions', () => {
  const event: DefinitionOf<'event'> = {
    id: 'sale',
    kind: 'event',
    name: 'SaleRungUp',
    fields: fields('saleId: id, quantity: number, tax: number = 7, note?: text'),
    schemaVersion: 2,
    earlier: [{ version: 1, fields: fields('saleId: text, quantity: text, gone: boolean') }],
  };

  it('begins as code with what is most likely meant', () => {
    const [file] = begunUpcaster(event, 2).code ?? [];

    expect(file?.path).toBe('SaleRungUpV2.ts');
    expect(file?.text).toContain(
      'export const upcast = (data: SaleRungUpV1): SaleRungUpV2 => ({\n  saleId: data.saleId,\n  quantity: Number(data.quantity),\n  tax: 7,\n});',
    );
  });

  it('takes a field that is called otherwise from where it was', () => {
    const renamed = { ...event, fields: fields('saleId: id, count: text, gone: boolean') };

    expect(begunUpcaster(renamed, 2).code?.[0]?.text).toContain('count: data.quantity,');
  });

  it('keeps the name under which events are stored, and puts what else it said into the code', () => {
    const step = { to: 2, formerNames: ['Sold'], rename: { qty: 'quantity' }, defaults: { tax: 7 } };
    const begun = begunUpcaster({ ...event, upcasts: [step] }, 2);

    expect(begun).toEqual({ to: 2, formerNames: ['Sold'], code: begun.code });
  });

  it('has the types of both versions', () => {
    expect(typesOfUpcaster(event, 2)).toContain(
      'export type SaleRungUpV1 = {\n  saleId: string;\n  quantity: string;\n  gone: boolean;\n};',
    );
    expect(typesOfUpcaster({ ...event, earlier: [] }, 2)).toContain('export type SaleRungUpV1 = any;');
  });

  it('joins what leads to the same version, and goes where it says nothing any more', () => {
    const board = { ...cartWall(), definitions: { sale: event } };
    const both = evolveBoardAll(
      board,
      decideBoardAll(
        [
          { type: 'AddUpcast', definitionId: 'sale', to: 2, change: { rename: { qty: 'quantity' } } },
          { type: 'AddUpcast', definitionId: 'sale', to: 2, change: { defaults: { tax: 7 } } },
        ],
        board,
      ),
    );
    const none = decideBoardAll([{ type: 'ChangeUpcast', definitionId: 'sale', step: { to: 2 } }], both);

    expect(both.definitions.sale).toMatchObject({
      schemaVersion: 2,
      upcasts: [{ to: 2, rename: { qty: 'quantity' }, defaults: { tax: 7 } }],
    });
    expect(evolveBoardAll(both, none).definitions.sale).not.toHaveProperty('upcasts');
  });
});
