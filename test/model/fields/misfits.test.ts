import { describe, expect, it } from 'vitest';
import { type DefinitionOf, type Json, misfits, storedMisfits } from '#model';
import { fields } from '../support/wall.ts';

const sale: DefinitionOf<'event'> = {
  id: 'sale',
  kind: 'event',
  name: 'SaleRungUp',
  formerNames: ['Sold'],
  fields: fields('receiptId: id, taxRate: number, note?: text, lines: { price: number }[]'),
  schemaVersion: 1,
};

const stored = (type: string, globalPosition: number, data: Json) => ({ type, data, metadata: { globalPosition } });

describe('data that does not fit its fields', () => {
  it('is told by place and reason', () => {
    const data = { receiptId: 7, lines: [{ price: 1 }, { price: '2', tip: 1 }] };
    expect(misfits(sale.fields, data)).toEqual([
      { path: 'receiptId', reason: 'retyped', text: '`receiptId` should be an id.' },
      { path: 'taxRate', reason: 'missing', text: '`taxRate` is required and missing.' },
      { path: 'lines[1].price', reason: 'retyped', text: '`lines[1].price` should be a number.' },
      { path: 'lines[1].tip', reason: 'removed', text: '`lines[1].tip` is not among the fields.' },
    ]);
  });

  it('says nothing where all fits', () => {
    expect(misfits(sale.fields, { receiptId: 'r', taxRate: 7, lines: [] })).toEqual([]);
  });

  it('is no object at all', () => {
    expect(misfits(sale.fields, [])).toEqual([
      { path: 'data', reason: 'retyped', text: '`data` should be an object.' },
    ]);
  });

  it('does not take inherited members for fields', () => {
    expect(misfits(fields('toString: text'), {})).toMatchObject([{ reason: 'missing' }]);
  });
});

describe('stored events that no longer fit', () => {
  it('are counted by reason, under former names too', () => {
    const fine = { receiptId: 'r', taxRate: 7, lines: [] };
    const log = [
      stored('Sold', 1, fine),
      stored('SaleRungUp', 2, { receiptId: 'r', lines: [] }),
      stored('SaleRungUp', 3, { receiptId: 'r', lines: [{ price: '1' }, { price: '2' }] }),
      stored('SaleRefunded', 4, {}),
    ];
    expect(storedMisfits(sale, log)).toEqual([
      { path: 'Sold', reason: 'renamed', sentence: '1 stored event is named Sold.', positions: [1] },
      {
        path: 'taxRate',
        reason: 'missing',
        sentence: '2 stored SaleRungUp events have no `taxRate`, which is required now.',
        positions: [2, 3],
      },
      {
        path: 'lines[].price',
        reason: 'retyped',
        sentence: '1 stored SaleRungUp event has another type of `lines[].price`.',
        positions: [3],
      },
    ]);
  });
});
