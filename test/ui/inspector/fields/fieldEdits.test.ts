import { describe, expect, it } from 'vitest';
import type { Field } from '#model';
import {
  choicesFrom,
  moveAt,
  optionalAt,
  renamed,
  retyped,
  withExample,
  withNewField,
  withOptional,
} from '../../../../src/ui/inspector/fields/fieldEdits.ts';

const text = (name: string): Field => ({ name, type: { kind: 'text' } });

describe('editing fields', () => {
  it('names a new field so that it meets no other', () => {
    expect(withNewField([text('field'), text('field2')])).toEqual([text('field'), text('field2'), text('field3')]);
  });

  it('takes the type of a field that was just added from its first name', () => {
    expect(renamed(text('field'), 'groupCheckoutId').type).toEqual({ kind: 'id', prefix: 'group-checkout' });
    expect(renamed(text('field2'), 'openedAt').type).toEqual({ kind: 'date' });
    expect(renamed(text('field'), 'isPaid').type).toEqual({ kind: 'boolean' });
    expect(renamed(text('field'), 'notes')).toEqual(text('notes'));
    expect(renamed(text('reference'), 'cartId')).toEqual(text('cartId'));
  });

  it('moves a field one place, and not beyond the ends', () => {
    const items = ['a', 'b', 'c'];

    expect(moveAt(items, 2, -1)).toEqual(['a', 'c', 'b']);
    expect(moveAt(items, 0, -1)).toBe(items);
    expect(moveAt(items, 2, 1)).toBe(items);
  });

  it('forgets the example of a field whose type changes', () => {
    expect(retyped({ ...text('amount'), example: 'ten' }, { kind: 'number' })).toEqual({
      name: 'amount',
      type: { kind: 'number' },
    });
  });

  it('leaves out what is not set', () => {
    expect(withOptional({ ...text('notes'), optional: true }, false)).toEqual(text('notes'));
    expect(withExample({ ...text('notes'), example: 'x' }, undefined)).toEqual(text('notes'));
  });

  it('reads choices once each, separated by commas or bars', () => {
    expect(choicesFrom('cash, card | cash,')).toEqual(['cash', 'card']);
  });

  it('makes a field within lists and objects optional by its path', () => {
    const fields: Field[] = [
      text('cartId'),
      { name: 'lines', type: { kind: 'list', of: { kind: 'object', fields: [text('sku'), text('price')] } } },
    ];

    expect(optionalAt(fields, 'lines[].price')).toEqual([
      text('cartId'),
      {
        name: 'lines',
        type: { kind: 'list', of: { kind: 'object', fields: [text('sku'), { ...text('price'), optional: true }] } },
      },
    ]);
  });
});
