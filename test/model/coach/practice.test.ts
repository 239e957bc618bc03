import { describe, expect, it } from 'vitest';
import { type Board, type Evidence, emptyBoard, fieldOrigins } from '#model';
import { advise } from '../support/advise.ts';
import { add, cartWall, connect, edited, noteOf } from '../support/wall.ts';

const empty = emptyBoard('m', 'Model');
const said = (rule: string, board: Board, evidence?: Evidence): string[] =>
  advise(board, evidence).flatMap((advice) => (advice.rule === rule ? [advice.message] : []));

const withEvents = (...events: [name: string, line: string][]): Board =>
  edited(
    empty,
    ...add('decider', 'Customer'),
    ...events.flatMap(([name, line]) => [...add('event', name, line), connect('Customer', name)]),
  );

describe('completeness', () => {
  it('knows where the fields of a cart come from', () => {
    const origins = fieldOrigins(cartWall()).map(
      ({ eventId, field, origins: from }) => `${eventId}.${field.name}: ${from.map(({ kind }) => kind).join(', ')}`,
    );

    expect(origins).toEqual([
      'CartOpened.cartId: command, command, state',
      'CartOpened.clientId: command, state',
      'CartOpened.openedAt: clock',
      'ProductItemAdded.cartId: command, command, state',
      'ProductItemAdded.item: command',
      'ProductItemAdded.clientId: command, state',
      'ProductItemAdded.reason: ',
      'ProductItemAdded.addedAt: clock',
    ]);
  });

  it('gives the command a field that nothing gives the event, in one step', () => {
    const board = cartWall();
    const [advice] = advise(board).filter(({ rule }) => rule === 'G12');

    expect(advice).toMatchObject({
      severity: 'warning',
      definitionId: 'ProductItemAdded',
      place: { kind: 'field', name: 'reason' },
      fix: { label: 'Add reason to AddProductItem' },
    });
    expect(said('G12', edited(board, ...(advice?.fix?.intents(() => 'new', board) ?? [])))).toEqual([]);
  });

  it('takes what the code names for worked out there', () => {
    const board = edited(cartWall(), {
      type: 'ChangeCode',
      definitionId: 'ShoppingCart',
      code: [{ path: 'ShoppingCart.ts', text: 'const reason = "gift";' }],
    });

    expect(said('G12', board)).toEqual([]);
  });

  it('says where types differ, and makes them agree', () => {
    const board = edited(cartWall(), {
      type: 'ChangeFields',
      definitionId: 'ProductItemAdded',
      fields: [{ name: 'item', type: { kind: 'number' } }],
    });
    const [advice] = advise(board).filter(({ rule }) => rule === 'G12');

    expect(advice?.message).toBe('item has another type in AddProductItem than in ProductItemAdded.');
    expect(said('G12', edited(board, ...(advice?.fix?.intents(() => 'new', board) ?? [])))).toEqual([]);
  });

  it('says nothing while the commands have no fields yet', () => {
    const board = edited(
      withEvents(['CustomerRegistered', 'name: text']),
      ...add('command', 'RegisterCustomer'),
      connect('RegisterCustomer', 'Customer'),
    );

    expect(said('G12', board)).toEqual([]);
  });

  it('says what a read model takes from events that none has', () => {
    const board = edited(cartWall(), {
      type: 'ChangeCode',
      definitionId: 'CartDetails',
      code: [{ path: 'CartDetails.ts', text: 'event.data.item.quantity + event.data.price' }],
    });

    expect(said('G12', board)).toContain('CartDetails uses price, which no event that it hears has.');
  });
});

describe('good practice', () => {
  const whole = 'name: text, email: text, phone: text, street: text, city: text, country: text';

  it('sees the whole state in every event, but not a summary at the end', () => {
    const moved: [string, string] = ['CustomerMoved', 'street: text, city: text'];
    expect(
      said('state-obsession', withEvents(['CustomerRegistered', whole], ['CustomerMerged', whole], moved)),
    ).toEqual([
      'CustomerRegistered carries the state rather than what changed.',
      'CustomerMerged carries the state rather than what changed.',
    ]);
    expect(
      said('state-obsession', withEvents(['CustomerClosed', whole], ['CustomerPaused', 'until: date'], moved)),
    ).toEqual([]);
  });

  it('sees an event that only has an id where its command brings more', () => {
    const cancel = (line: string) =>
      edited(
        withEvents(['OrderCanceled', 'orderId: id, canceledAt: date']),
        ...add('command', 'CancelOrder', line),
        connect('CancelOrder', 'Customer'),
      );

    expect(said('clickbait', cancel('orderId: id, reason: text'))).toEqual([
      'OrderCanceled keeps nothing of what CancelOrder brings: reason.',
    ]);
    expect(said('clickbait', cancel('orderId: id'))).toEqual([]);
  });

  it('sees an order in the disguise of an event, unless somebody asked', () => {
    const order = edited(
      withEvents(['PaymentRequired', '']),
      ...add('policy', 'Payer'),
      ...add('command', 'TakePayment'),
      ...add('decider', 'Payment'),
      connect('PaymentRequired', 'Payer'),
      connect('Payer', 'TakePayment'),
      connect('TakePayment', 'Payment'),
    );
    const asked = edited(order, ...add('command', 'RequirePayment'), connect('RequirePayment', 'Customer'));

    expect(said('passive-aggressive', order)).toEqual(['PaymentRequired means TakePayment.']);
    expect(said('passive-aggressive', asked)).toEqual([]);
  });

  it('sees a stream that grows without end in what was recorded', () => {
    const stream = (length: number) => ({
      streams: new Map([['Customer-1', length]]),
      verdicts: {},
    });

    expect(said('endless-streams', withEvents(), stream(99))).toEqual([]);
    expect(said('endless-streams', withEvents(), stream(240))).toEqual(['The stream Customer-1 has 240 events.']);
  });

  it('sees an event heard across the border of its context', () => {
    const at = (name: string, x: number) => ({ noteId: noteOf(name), to: { x, y: 40 } });
    const board = edited(
      empty,
      ...add('frame', 'Sales'),
      ...add('frame', 'Billing'),
      ...add('decider', 'Order'),
      ...add('decider', 'Invoice'),
      ...add('event', 'OrderPlaced'),
      ...add('read-model', 'OpenInvoices'),
      connect('Order', 'OrderPlaced'),
      connect('OrderPlaced', 'OpenInvoices'),
      {
        type: 'MoveNotes',
        moves: [
          at('Order', 20),
          at('OrderPlaced', 240),
          { noteId: noteOf('Billing'), to: { x: 600, y: 0 } },
          at('Invoice', 620),
          at('OpenInvoices', 840),
        ],
      },
    );

    expect(said('leaking-internals', board)).toEqual([
      'OpenInvoices hears OrderPlaced across the border of its context.',
    ]);
  });
});
