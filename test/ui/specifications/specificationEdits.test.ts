import { describe, expect, it } from 'vitest';
import {
  keysBeyond,
  messageOf,
  newReadModelSpecification,
  withValue,
} from '../../../src/ui/specifications/specificationEdits.ts';
import { summaryOf } from '../../../src/ui/specifications/verdicts.ts';

describe('a message of a specification', () => {
  it('starts with ids, examples and the simplest values; what is optional stays out', () => {
    const message = messageOf({
      name: 'ItemAdded',
      fields: [
        { name: 'cartId', type: { kind: 'id', prefix: 'cart' }, example: 'cart-4' },
        { name: 'quantity', type: { kind: 'number' }, example: 2 },
        { name: 'isGift', type: { kind: 'boolean' } },
        { name: 'notes', type: { kind: 'text' }, optional: true },
      ],
    });

    expect(message).toEqual({ type: 'ItemAdded', data: { cartId: 'cart-1', quantity: 2, isGift: false } });
  });

  it('keeps the order of its data when a value changes, and loses the key when nothing is written', () => {
    expect(JSON.stringify(withValue({ a: 1, b: 2 }, 'a', 3))).toBe('{"a":3,"b":2}');
    expect(withValue({ a: 1, b: 2 }, 'a', undefined)).toEqual({ b: 2 });
    expect(withValue({ a: 1 }, 'c', true)).toEqual({ a: 1, c: true });
  });

  it('knows what no field names', () => {
    expect(keysBeyond([{ name: 'a', type: { kind: 'text' } }], { a: 1, old: 2 })).toEqual(['old']);
  });
});

describe('the summary of specifications', () => {
  const specification = (id: string) => newReadModelSpecification(id, 'carts', id, undefined);
  const specifications = { one: specification('one'), two: specification('two') };

  it('counts them all where none is red', () => {
    expect(summaryOf(specifications, { one: { kind: 'passed' } }, 'carts')).toEqual({ isGreen: true, text: '2' });
  });

  it('counts those that passed where one is red', () => {
    const failed = { kind: 'failed' as const, differences: [], message: '' };

    expect(summaryOf(specifications, { one: { kind: 'passed' }, two: failed }, 'carts')).toEqual({
      isGreen: false,
      text: '1/2',
    });
    expect(summaryOf(specifications, {}, 'other')).toBeNull();
  });
});
