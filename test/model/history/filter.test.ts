import { describe, expect, it } from 'vitest';
import { type HistoryFilter, indexOf, lookOn, noMatches, toggled } from '#model';
import { history } from './support.ts';

const matching = (...filter: HistoryFilter) => lookOn(noMatches(filter), indexOf(history), history).positions;

describe('a filter of a history', () => {
  it('takes terms of one kind as alternatives', () => {
    expect(matching({ by: 'type', value: 'CartOpened' }, { by: 'type', value: 'CartConfirmed' })).toEqual([1, 3, 5]);
  });

  it('wants every kind of term to be met', () => {
    expect(matching({ by: 'type', value: 'CartOpened' }, { by: 'stream', value: 'Cart-2' })).toEqual([3]);
    expect(matching({ by: 'correlation', value: 'b' }, { by: 'type', value: 'ItemAdded' })).toEqual([4]);
  });

  it('finds text in data, however deep, in types and in streams, in any case', () => {
    expect(matching({ by: 'text', value: 'mUG' })).toEqual([2]);
    expect(matching({ by: 'text', value: 'cart-2' })).toEqual([3, 4]);
    expect(matching({ by: 'text', value: 'confirm' })).toEqual([5]);
    expect(matching({ by: 'text', value: 'quantity' }, { by: 'text', value: 'shoes' })).toEqual([4]);
  });

  it('lets nothing through that names what the history does not know', () => {
    expect(matching({ by: 'type', value: 'CartCanceled' })).toEqual([]);
  });

  it('finds the same piece by piece, and goes on where the history has grown', () => {
    const filter: HistoryFilter = [{ by: 'text', value: 'cart-1' }];
    const whole = lookOn(noMatches(filter), indexOf(history), history);
    const first = lookOn(noMatches(filter), indexOf(history.slice(0, 3)), history.slice(0, 3), 2);
    const second = lookOn(first, indexOf(history), history, 2);

    expect(first).toEqual({ filter, positions: [1, 2], lookedUpTo: 2 });
    expect(lookOn(second, indexOf(history), history)).toEqual(whole);
  });

  it('puts a term in, and takes it out again', () => {
    const term = { by: 'type', value: 'CartOpened' } as const;

    expect(toggled([], term)).toEqual([term]);
    expect(toggled([term], { ...term })).toEqual([]);
  });
});
