import { describe, expect, it } from 'vitest';
import { type DefinitionOf, type Field, programOf } from '#model';
import { type RecordedEvent, samples } from '#state';
import { dataAfterSending, idsFor, problemsOf, startingData } from '../../../src/ui/run/commandData.ts';

const shoppingCart = async () => {
  const sample = await samples.find(({ id }) => id === 'shopping-cart')?.load();
  if (!sample) throw new Error('The sample is not there');
  const { board, history } = sample;
  const [decider] = programOf(board).deciders;
  const commandNamed = (name: string): DefinitionOf<'command'> => {
    const found = Object.values(board.definitions).find((definition) => definition.name === name);
    if (found?.kind !== 'command') throw new Error(`There is no command ${name}`);
    return found;
  };
  return { history, decider, commandNamed };
};

const event = (events: RecordedEvent[], type: string, cartId: string): RecordedEvent => {
  const globalPosition = events.length + 1;
  const streamName = `ShoppingCart-${cartId}`;
  return {
    type,
    data: { cartId },
    metadata: {
      eventId: `e${globalPosition}`,
      streamName,
      streamPosition: events.filter(({ metadata }) => metadata.streamName === streamName).length + 1,
      globalPosition,
      recordedAt: '2026-03-03T09:00:00.000Z',
      schemaVersion: 1,
    },
  };
};

const followedBy = (events: RecordedEvent[], ...more: [type: string, cartId: string][]): RecordedEvent[] => {
  const all = [...events];
  for (const [type, cartId] of more) all.push(event(all, type, cartId));
  return all;
};

describe('what the form of a command holds when it opens', () => {
  it('adds an item to the cart that is still open', async () => {
    const { history, decider, commandNamed } = await shoppingCart();

    expect(startingData(commandNamed('AddProductItem'), decider, history)).toMatchObject({ cartId: 'cart-4' });
  });

  it('prefers an open cart to one that was confirmed since', async () => {
    const { history, decider, commandNamed } = await shoppingCart();
    const events = followedBy(history.events, ['CartOpened', 'cart-5'], ['CartConfirmed', 'cart-4']);

    const ids = idsFor(commandNamed('AddProductItem'), decider, { ...history, events });

    expect(ids.knownIds({ name: 'cartId', type: { kind: 'id', prefix: 'cart' } })).toEqual([
      'cart-5',
      'cart-4',
      'cart-3',
      'cart-2',
      'cart-1',
    ]);
  });

  it('adds an item to the cart that is open at the moment that is looked at', async () => {
    const { history, decider, commandNamed } = await shoppingCart();

    const at = (cursor: number) => startingData(commandNamed('AddProductItem'), decider, { ...history, cursor });

    expect([at(1), at(5)]).toMatchObject([{ cartId: 'cart-1' }, { cartId: 'cart-2' }]);
  });

  it('opens a new cart, and the next one after it', async () => {
    const { history, decider, commandNamed } = await shoppingCart();
    const openCart = commandNamed('OpenCart');

    const first = startingData(openCart, decider, history);
    const events = followedBy(history.events, ['CartOpened', 'cart-5']);
    const second = dataAfterSending(openCart, decider, first, { ...history, events });

    expect([first, second]).toMatchObject([{ cartId: 'cart-5' }, { cartId: 'cart-6' }]);
  });
});

describe('what is wrong with typed data', () => {
  const fields: Field[] = [
    { name: 'note', type: { kind: 'text' }, optional: true },
    { name: 'day', type: { kind: 'date' } },
    { name: 'item', type: { kind: 'object', fields: [{ name: 'quantity', type: { kind: 'number' } }] } },
  ];

  it('names what is needed and empty by its path', () => {
    const problems = problemsOf(fields, { day: '2026-03-03', item: {} });

    expect([...problems]).toEqual([['item.quantity', 'This is needed.']]);
  });

  it('says how a date is written', () => {
    const problems = problemsOf(fields, { day: 'soon', item: { quantity: 1 } });

    expect([...problems]).toEqual([['day', 'This should be a date such as 2030-05-17.']]);
  });

  it('finds nothing wrong where only optional fields are empty', () => {
    expect(problemsOf(fields, { day: '2026-03-03', item: { quantity: 0 } }).size).toBe(0);
  });
});
