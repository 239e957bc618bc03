import { describe, expect, it } from 'vitest';
import type { CommandRecord, Json, RecordedEvent } from '#event-store';
import { type Board, defaultData, idsAtHand, waitingAt } from '#model';
import { samples } from '#samples';

const sampleOf = async (id: string) => {
  const sample = samples.find((candidate) => candidate.id === id);
  if (!sample) throw new Error(`There is no sample named ${id}.`);
  return sample.load();
};

const outcomesOf = (commands: CommandRecord[]): { [kind: string]: number } =>
  countBy(commands, ({ outcome }) => outcome.kind);

const countBy = <Item>(items: Item[], key: (item: Item) => string): { [key: string]: number } => {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return Object.fromEntries(counts);
};

const streamsOf = (events: RecordedEvent[]): string[] => [
  ...new Set(events.map(({ metadata }) => metadata.streamName)),
];

const dataOf = (events: RecordedEvent[], type: string) =>
  events.filter((event) => event.type === type).map(({ data }) => data as { [field: string]: Json });

/** What the form of a command holds when it opens after the recorded history. */
const formOf = (
  { board, history }: { board: Board; history: { events: RecordedEvent[]; commands: CommandRecord[] } },
  type: string,
) => {
  const command = Object.values(board.definitions).find(({ kind, name }) => kind === 'command' && name === type);
  if (command?.kind !== 'command') throw new Error(`There is no command named ${type}.`);
  return defaultData(
    command.fields,
    idsAtHand(type, history, () => 'a new id'),
  );
};

describe('two days of shopping carts', () => {
  it('hold 4 carts of 3 clients in 18 events, 2 refusals and a conflict', async () => {
    const { events, commands } = (await sampleOf('shopping-cart')).history;

    expect(events).toHaveLength(18);
    expect(streamsOf(events)).toEqual(['cart-1', 'cart-2', 'cart-3', 'cart-4'].map((id) => `ShoppingCart-${id}`));
    expect(new Set(dataOf(events, 'CartOpened').map(({ clientId }) => clientId)).size).toBe(3);
    expect(outcomesOf(commands)).toEqual({ appended: 18, rejected: 2, conflict: 1 });
  });

  it('see headphones put back in three of four carts, and become dearer over night', async () => {
    const { events } = (await sampleOf('shopping-cart')).history;
    const removed = dataOf(events, 'ProductItemRemoved').map(({ cartId, item }) => ({ cartId, item }));

    expect(removed).toEqual([
      { cartId: 'cart-1', item: { productId: 'headphones', quantity: 1, unitPrice: 1999 } },
      { cartId: 'cart-2', item: { productId: 'headphones', quantity: 1, unitPrice: 1999 } },
      { cartId: 'cart-3', item: { productId: 'headphones', quantity: 1, unitPrice: 2499 } },
    ]);
    expect(new Set(events.map(({ metadata }) => metadata.recordedAt.slice(0, 10)))).toEqual(
      new Set(['2026-03-02', '2026-03-03']),
    );
  });

  it('see a conflict of adding against confirming, decided again and refused', async () => {
    const { commands } = (await sampleOf('shopping-cart')).history;
    const at = commands.findIndex(({ outcome }) => outcome.kind === 'conflict');

    expect(commands.slice(at - 1, at + 2).map(({ type, stream, outcome }) => [type, stream, outcome.kind])).toEqual([
      ['ConfirmCart', 'ShoppingCart-cart-2', 'appended'],
      ['AddProductItem', 'ShoppingCart-cart-2', 'conflict'],
      ['AddProductItem', 'ShoppingCart-cart-2', 'rejected'],
    ]);
  });

  it('leave cart-4 open for more, and cart-5 as the next', async () => {
    const sample = await sampleOf('shopping-cart');

    expect(formOf(sample, 'AddProductItem')).toEqual({
      cartId: 'cart-4',
      item: { productId: 'headphones', quantity: 1, unitPrice: 2499 },
    });
    expect(formOf(sample, 'OpenCart')).toEqual({ cartId: 'cart-5', clientId: 'client-1' });
  });
});

describe('a group that checks out', () => {
  it('holds 3 stays and 1 group in 17 events', async () => {
    const { events } = (await sampleOf('group-checkout')).history;

    expect(events).toHaveLength(17);
    expect(streamsOf(events)).toEqual([
      'GuestStay-stay-1',
      'GuestStay-stay-2',
      'GuestStay-stay-3',
      'GroupCheckout-group-1',
    ]);
  });

  it('leaves one stay open over a minibar of 1200', async () => {
    const { events } = (await sampleOf('group-checkout')).history;

    expect(dataOf(events, 'StaySettled').map(({ stayId }) => stayId)).toEqual(['stay-1', 'stay-2']);
    expect(dataOf(events, 'StayLeftOpen').map(({ stayId, balance }) => [stayId, balance])).toEqual([['stay-3', 1200]]);
    expect(events.at(-1)).toMatchObject({ type: 'GroupCheckoutEndedOpen', data: { leftOpen: ['stay-3'] } });
  });

  it('is one correlation across seven commands, six of them sent by policies', async () => {
    const { commands } = (await sampleOf('group-checkout')).history;
    const start = commands.find(({ type }) => type === 'StartGroupCheckout');
    const correlated = commands.filter(({ correlationId }) => correlationId === start?.correlationId);

    expect(countBy(correlated, ({ origin }) => origin.kind)).toEqual({ person: 1, policy: 6 });
  });
});

describe('three shifts at a register', () => {
  it('are one exact, one short by 150, and one running', async () => {
    const { events } = (await sampleOf('cash-register')).history;

    expect(events).toHaveLength(24);
    expect(streamsOf(events)).toEqual(['CashShift-front.6', 'CashShift-front.7', 'CashShift-front.8']);
    expect(dataOf(events, 'ShiftClosed').map(({ shiftId, difference }) => [shiftId, difference])).toEqual([
      ['front.6', 0],
      ['front.7', -150],
    ]);
  });

  it('are prepared by the closing of the one before, but for the first', async () => {
    const { commands } = (await sampleOf('cash-register')).history;
    const prepared = commands.filter(({ type }) => type === 'PrepareShift');

    expect(prepared.map(({ stream, origin }) => [stream, origin.kind])).toEqual([
      ['CashShift-front.6', 'person'],
      ['CashShift-front.7', 'policy'],
      ['CashShift-front.8', 'policy'],
    ]);
  });

  it('end with a form that closes the running one to the cent', async () => {
    const sample = await sampleOf('cash-register');

    expect(formOf(sample, 'CloseShift')).toEqual({ shiftId: 'front.8', counted: 27300, leaveFloat: 20000 });
  });
});

describe('two groups that check out by a process manager', () => {
  it('are one that is gone, its open balance paid by the leader, and one that waits for its timeout', async () => {
    const { events } = (await sampleOf('group-checkout-process')).history;

    expect(dataOf(events, 'BalanceMoved').map(({ stayId, amount }) => [stayId, amount])).toEqual([
      ['stay-2', 1200],
      ['stay-4', 3600],
    ]);
    expect(dataOf(events, 'GuestCheckedOut').map(({ stayId }) => stayId)).toEqual(['stay-2', 'stay-1']);
    expect(dataOf(events, 'GroupCheckoutFinished')).toHaveLength(1);
    expect(waitingAt(events, events.length).map(({ type, stream }) => [type, stream])).toEqual([
      ['GroupCheckoutTimeout', 'GroupCheckoutProcess-group-2'],
    ]);
  });

  it('are handed over to the process in deliveries of their own, and all else is sent by it', async () => {
    const { commands } = (await sampleOf('group-checkout-process')).history;
    const start = commands.find(({ type }) => type === 'StartGroupCheckout');
    const correlated = commands.filter(({ correlationId }) => correlationId === start?.correlationId);

    expect(countBy(correlated, ({ origin }) => origin.kind)).toEqual({ person: 1, delivery: 2, policy: 2 });
  });
});

describe('orders in one context, parcels in another', () => {
  it('are four orders, three of them published, and one parcel packed', async () => {
    const { events, commands } = (await sampleOf('orders-and-shipping')).history;

    expect(events).toHaveLength(14);
    expect(countBy(events, ({ type }) => type)).toEqual({
      OrderPlaced: 4,
      OrderConfirmed: 3,
      OrderReleased: 3,
      LabelPrinted: 3,
      ParcelPacked: 1,
    });
    expect(outcomesOf(commands)).toEqual({ appended: 11, rejected: 1 });
  });

  it('share what is published, and neither margin nor credit check', async () => {
    const { events } = (await sampleOf('orders-and-shipping')).history;
    const published = events.filter(({ metadata }) => metadata.streamName === 'public/Orders');

    expect(published.map(({ type, data }) => [type, Object.keys(data as object)])).toEqual(
      published.map(() => ['OrderReleased', ['orderId', 'recipient', 'address', 'releasedAt']]),
    );
    expect(published).toHaveLength(3);
  });

  it('lead from a private event by the public one to the parcel, in one correlation', async () => {
    const { events } = (await sampleOf('orders-and-shipping')).history;
    const confirmed = events.find(({ type }) => type === 'OrderConfirmed');

    expect(
      events
        .filter(({ metadata }) => metadata.correlationId === confirmed?.metadata.correlationId)
        .map(({ type, metadata }) => `${metadata.streamName}: ${type}`),
    ).toEqual(['Order-order-1: OrderConfirmed', 'public/Orders: OrderReleased', 'Parcel-order-1: LabelPrinted']);
  });

  it('end with forms that confirm order-4, and then pack its parcel', async () => {
    const sample = await sampleOf('orders-and-shipping');

    expect(formOf(sample, 'ConfirmOrder')).toEqual({ orderId: 'order-4', creditCheck: 'passed' });
    expect(formOf(sample, 'PackParcel')).toEqual({ orderId: 'order-4', packer: 'Linus' });
    expect(formOf(sample, 'PlaceOrder')).toMatchObject({ orderId: 'order-5' });
  });
});
