import { expect, it } from 'vitest';
import { emptyBoard } from '#model';
import { storedUnder } from '../../../src/ui/renaming/storedUnder.ts';
import { recordedEvent } from '../../support/recorded.ts';

const board = {
  ...emptyBoard('shop', 'Shop'),
  definitions: {
    added: {
      id: 'added',
      kind: 'event' as const,
      name: 'ItemAdded',
      formerNames: ['Added'],
      fields: [],
      schemaVersion: 1,
    },
  },
};

/** Every third event is one of the type, every sixth under its former name. */
const events = Array.from({ length: 20_000 }, (_, index) =>
  recordedEvent(index % 3 > 0 ? 'Other' : index % 2 > 0 ? 'Added' : 'ItemAdded', index + 1, {
    data: { item: index % 9 > 0 ? { price: 1 } : {} },
  }),
);

it('counts the events of a name at once', () => {
  const counted = storedUnder(board, events, { kind: 'definition', definitionId: 'added', to: 'New' });

  expect(counted.isWhole()).toBe(true);
  expect(counted.count()).toBe(events.filter(({ type }) => type === 'ItemAdded').length);
});

it('counts the events that have a field, under any of their names, a part of them at a time', () => {
  const rename = { kind: 'field' as const, definitionIds: ['added'], path: ['item', 'price'], to: 'cost' };
  const counted = storedUnder(board, events, rename);
  const seen: number[] = [];

  while (!counted.isWhole()) {
    counted.goOn();
    seen.push(counted.count());
  }

  const holding = events.filter(({ type, data }) => type !== 'Other' && JSON.stringify(data).includes('price'));
  expect(seen.at(-1)).toBe(holding.length);
  expect(seen.length).toBeGreaterThan(3);
  expect(seen[0]).toBeLessThan(holding.length / 3);
});

it('has nothing to look at where nothing of the type is stored', () => {
  const rename = { kind: 'field' as const, definitionIds: ['added'], path: ['price'], to: 'cost' };

  expect(storedUnder(board, [], rename).isWhole()).toBe(true);
});
