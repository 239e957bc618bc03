import { describe, expect, it } from 'vitest';
import {
  asOfToday,
  type Board,
  type DefinitionOf,
  evolveBoard,
  inverse,
  type Json,
  planRename,
  programOf,
  type Rename,
  renameIntents,
  storedMisfits,
  type Upcast,
  upcastForMisfit,
} from '#model';
import { cartWall, decideAll, edited, fields } from '../support/wall.ts';

const sale = (line: string, upcasts?: Upcast[]): DefinitionOf<'event'> => ({
  id: 'sale',
  kind: 'event',
  name: 'SaleRungUp',
  formerNames: ['Sold'],
  fields: fields(line),
  schemaVersion: 1 + (upcasts?.length ?? 0),
  ...(upcasts ? { upcasts } : {}),
});

const stored = (type: string, data: Json, schemaVersion = 1, globalPosition = 1) => ({
  type,
  data,
  metadata: { schemaVersion, globalPosition },
});

const cartOpened = (board: Board): DefinitionOf<'event'> => {
  const definition = board.definitions.CartOpened;
  if (definition?.kind !== 'event') throw new Error('CartOpened is gone.');
  return definition;
};

describe('a stored event as of today', () => {
  const steps: Upcast[] = [
    { to: 2, formerNames: ['Sold'], rename: { qty: 'quantity', 'lines.cost': 'price' } },
    { to: 3, defaults: { taxRate: 0, 'lines.tip': 1 } },
  ];
  const definition = sale('quantity: number', steps);

  it('goes through every version after its own', () => {
    expect(asOfToday(definition, stored('Sold', { qty: 2, lines: [{ cost: 5, name: 'mug' }] }))).toMatchObject({
      type: 'SaleRungUp',
      data: { quantity: 2, taxRate: 0, lines: [{ price: 5, name: 'mug', tip: 1 }] },
    });
    expect(asOfToday(definition, stored('SaleRungUp', { qty: 2 }, 2)).data).toEqual({ qty: 2, taxRate: 0 });
    expect(asOfToday(definition, stored('SaleRungUp', { qty: 2 }, 3)).data).toEqual({ qty: 2 });
  });

  it('keeps the order of its keys, what bears the new name already, and what a default would overwrite', () => {
    const read = asOfToday(definition, stored('SaleRungUp', { a: 1, qty: 2, b: 3 }));
    expect(JSON.stringify(read.data)).toBe('{"a":1,"quantity":2,"b":3,"taxRate":0}');
    expect(asOfToday(definition, stored('Sold', { qty: 1, quantity: 2, taxRate: 7 })).data).toEqual({
      qty: 1,
      quantity: 2,
      taxRate: 7,
    });
  });

  it('is what misfits are told of', () => {
    const log = [stored('Sold', { qty: 2 }), stored('SaleRungUp', { qty: 2 }, 2, 2)];
    expect(storedMisfits(sale('quantity: number, taxRate: number', steps), log).map(({ path }) => path)).toEqual([
      'quantity',
      'qty',
    ]);
  });
});

describe('the upcaster for events that no longer fit', () => {
  const upcastsFor = (line: string, ...log: ReturnType<typeof stored>[]) => {
    const definition = sale(line);
    const found = storedMisfits(definition, log);
    return found.map((misfit) => upcastForMisfit(definition, misfit, found));
  };

  it('gives a field that they do not have its example, or the simplest value of its type', () => {
    expect(
      upcastsFor('taxRate: number = 7, lines: { price: number }[]', stored('SaleRungUp', { lines: [{}] })),
    ).toEqual([{ defaults: { taxRate: 7 } }, { defaults: { 'lines.price': 0 } }]);
  });

  it('reads a field under its new name where it is the only one that went as the other came', () => {
    expect(upcastsFor('quantity: number', stored('SaleRungUp', { qty: 2 }))).toEqual([
      { rename: { qty: 'quantity' } },
      null,
    ]);
  });

  it('says nothing of data that code makes, and knows former names all the same', () => {
    const definition = sale('quantity: number');
    const found = storedMisfits(definition, [stored('Sold', { quantity: 1 }), stored('SaleRungUp', {})]);

    expect(found.map((misfit) => upcastForMisfit(definition, misfit, found, true))).toEqual([
      { formerNames: ['Sold'] },
      null,
    ]);
  });

  it('reads a former name of the event as the present one', () => {
    expect(upcastsFor('qty: number', stored('Sold', { qty: 2 }))).toEqual([{ formerNames: ['Sold'] }]);
  });
});

describe('an upcaster on the board', () => {
  const change = { defaults: { channel: 'web' } };
  const withUpcast = edited(cartWall(), { type: 'AddUpcast', definitionId: 'CartOpened', change });

  it('leads to the next version, which new events are stored in, and goes to the program', () => {
    expect(cartOpened(withUpcast)).toMatchObject({ schemaVersion: 2, upcasts: [{ to: 2, ...change }] });
    expect(programOf(withUpcast).events[0]).toMatchObject({ schemaVersion: 2, upcasts: [{ to: 2, ...change }] });
  });

  it('is taken back without giving its version to another one', () => {
    const { events } = decideAll([{ type: 'AddUpcast', definitionId: 'CartOpened', change }], cartWall());
    const [added] = events;
    if (!added) throw new Error('Nothing was added.');
    const back = inverse(added, withUpcast);
    expect(back.events).toEqual([
      { type: 'UpcastsChanged', data: { definitionId: 'CartOpened', from: [{ to: 2, ...change }], to: [] } },
    ]);
    const undone = back.events.reduce(evolveBoard, withUpcast);
    expect(cartOpened(undone).upcasts).toBeUndefined();
    const again = edited(undone, { type: 'AddUpcast', definitionId: 'CartOpened', change });
    expect(cartOpened(again).upcasts).toEqual([{ to: 3, ...change }]);
  });

  it('comes with a rename, so that what is stored is read under the new name', () => {
    const rename: Rename = {
      kind: 'field',
      definitionIds: ['CartOpened', 'OpenCart'],
      path: ['clientId'],
      to: 'whoId',
    };
    const plan = planRename(cartWall(), rename);
    const chosen = { placeIds: new Set<string>(), isStoredRead: true };
    const board = edited(cartWall(), ...renameIntents(cartWall(), rename, plan, chosen));
    expect(cartOpened(board).upcasts).toEqual([{ to: 2, rename: { clientId: 'whoId' } }]);
    const event = stored('CartOpened', { cartId: 'cart-1', clientId: 'anna', openedAt: '2030-01-01' });
    expect(storedMisfits(cartOpened(board), [event])).toEqual([]);
  });
});
