import { describe, expect, it } from 'vitest';
import {
  arrowsOf,
  type Board,
  BoardRefusal,
  type DefinitionOf,
  planRename,
  programOf,
  type Rename,
  renameIntents,
} from '#model';
import { advise } from '../support/advise.ts';
import { contextWall, withCode } from '../support/contextWall.ts';
import { edited, fields, noteOf } from '../support/wall.ts';

const parcels = `import type { OrderConfirmed, ParcelsToPackEvent } from '#model';

export const canHandle = ['OrderConfirmed'];
export const getDocumentId = (event: ParcelsToPackEvent) => event.data.orderId;
export const evolve = (_document: null, event: OrderConfirmed) => ({ lines: event.data.lines });
`;

/** The wall after the fix that the coach offers for the arrow across the border. */
const afterFix = (board: Board): Board => {
  const advice = advise(board).find(({ rule }) => rule === 'G14.private');
  let count = 0;
  const newId = (): string => {
    count += 1;
    return `new-${count}`;
  };
  return edited(board, ...(advice?.fix?.intents(newId, board) ?? []));
};

const eventNamed = (board: Board, name: string): DefinitionOf<'event'> => {
  const found = Object.values(board.definitions).find((one) => one.kind === 'event' && one.name === name);
  if (found?.kind !== 'event') throw new Error(`There is no ${name}.`);
  return found;
};

const translationOf = (board: Board): DefinitionOf<'policy'> => {
  const found = Object.values(board.definitions).find(({ kind }) => kind === 'policy');
  if (found?.kind !== 'policy') throw new Error('There is no translation.');
  return found;
};

const codeOf = (definition: { code?: { text: string }[] } | undefined): string => definition?.code?.[0]?.text ?? '';

describe('publishing a private event', () => {
  it('leaves it to the wall to refuse what a lesson does not allow', () => {
    const crowded = edited(
      contextWall(),
      { type: 'SetStrictness', isStrict: true },
      { type: 'MoveNotes', moves: [{ noteId: noteOf('Shipping'), to: { x: 610, y: 0 } }] },
      { type: 'LockNotes', noteIds: [noteOf('Orders')], isLocked: true },
    );

    expect(() => afterFix(crowded)).toThrow(BoardRefusal);
    expect(() =>
      advise(crowded)
        .find(({ rule }) => rule === 'G14.private')
        ?.fix?.intents(() => crypto.randomUUID(), crowded),
    ).not.toThrow();
  });

  it('makes a public event of all its fields, and a translation that fills them', () => {
    const board = afterFix(contextWall());

    expect(eventNamed(board, 'PublicOrderConfirmed').fields).toEqual(eventNamed(board, 'OrderConfirmed').fields);
    expect(
      codeOf(translationOf(board)),
    ).toBe(`import type { PublishOrderConfirmedEvent, PublishOrderConfirmedPublicEvent } from '#model';

/** What other contexts are told. It reads the private event, which may change; what it writes is a promise to others. */
export const translate = (
  event: PublishOrderConfirmedEvent,
): PublishOrderConfirmedPublicEvent | undefined => {
  switch (event.type) {
    case 'OrderConfirmed':
      return {
        type: 'PublicOrderConfirmed',
        data: { orderId: event.data.orderId, lines: event.data.lines, note: event.data.note },
      };
  }
};
`);
  });

  it('leaves nothing to advise on at the border', () => {
    const board = afterFix(contextWall());

    expect(
      advise(board).filter(({ rule }) => ['G14.private', 'G1', 'G2', 'G7', 'code-unknown'].includes(rule)),
    ).toEqual([]);
    expect(programOf(board).policies).toMatchObject([
      { hears: ['OrderConfirmed'], publishes: { stream: 'public/Orders', types: ['PublicOrderConfirmed'] } },
    ]);
  });

  it('works in strict mode too', () => {
    const board = afterFix(edited(contextWall(), { type: 'SetStrictness', isStrict: true }));

    expect(
      arrowsOf(board)
        .into('ParcelsToPack', 'event')
        .map(({ name }) => name),
    ).toEqual(['PublicOrderConfirmed']);
  });

  it('lets the code of the listener ask for the public event', () => {
    const board = afterFix(withCode(contextWall(), 'ParcelsToPack', parcels));

    expect(codeOf(board.definitions.ParcelsToPack as { code: { text: string }[] })).toBe(
      parcels.replaceAll('OrderConfirmed', 'PublicOrderConfirmed'),
    );
  });
});

describe('renaming a private field', () => {
  const board = afterFix(withCode(contextWall(), 'ParcelsToPack', parcels));
  const rename: Rename = { kind: 'field', definitionIds: ['OrderConfirmed'], path: ['lines'], to: 'items' };
  const plan = planRename(board, rename);
  const renamed = edited(
    board,
    ...renameIntents(board, rename, plan, { placeIds: new Set(plan.places.map(({ id }) => id)) }),
  );

  it('touches the reading side of the translation alone', () => {
    expect(plan.places.map(({ name, isSure, after }) => ({ name, isSure, after }))).toEqual([
      {
        name: 'Publish OrderConfirmed',
        isSure: true,
        after: 'data: { orderId: event.data.orderId, lines: event.data.items, note: event.data.note },',
      },
    ]);
    expect(plan.byHand).toEqual([]);
  });

  it('leaves the public event and those who hear it as they were', () => {
    expect(eventNamed(renamed, 'OrderConfirmed').fields.map(({ name }) => name)).toEqual(['orderId', 'items', 'note']);
    expect(eventNamed(renamed, 'PublicOrderConfirmed')).toEqual(eventNamed(board, 'PublicOrderConfirmed'));
    expect(renamed.definitions.ParcelsToPack).toEqual(board.definitions.ParcelsToPack);
    expect(codeOf(translationOf(renamed))).toContain('lines: event.data.items');
  });

  it('of the public event touches its writing side and those who hear it', () => {
    const id = eventNamed(board, 'PublicOrderConfirmed').id;
    const { places } = planRename(board, { kind: 'field', definitionIds: [id], path: ['lines'], to: 'items' });

    expect(places.map(({ name, after }) => ({ name, after }))).toEqual([
      { name: 'ParcelsToPack', after: expect.stringContaining('event.data.items') },
      {
        name: 'Publish OrderConfirmed',
        after: 'data: { orderId: event.data.orderId, items: event.data.lines, note: event.data.note },',
      },
    ]);
  });

  it('keeps the fields of both apart where one changes', () => {
    const changed = edited(board, {
      type: 'ChangeFields',
      definitionId: 'OrderConfirmed',
      fields: fields('orderId: id'),
    });

    expect(eventNamed(changed, 'PublicOrderConfirmed').fields).toHaveLength(3);
  });
});
