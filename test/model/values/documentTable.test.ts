import { describe, expect, it } from 'vitest';
import { cellText, documentTable } from '../../../src/model/values/documentTable.ts';

describe('the table of a read model', () => {
  it('has a column for every field of any document', () => {
    const { columns } = documentTable({
      documents: [
        { documentId: 'a', document: { status: 'open' } },
        { documentId: 'b', document: { status: 'open', total: 5 } },
      ],
      changed: [],
    });

    expect(columns).toEqual(['status', 'total']);
  });

  it('marks the cells that this step changed, with what they were', () => {
    const { rows } = documentTable({
      documents: [{ documentId: 'a', document: { status: 'open', total: 7 } }],
      changed: [{ documentId: 'a', before: { status: 'open', total: 5 } }],
    });

    expect(rows).toEqual([
      {
        documentId: 'a',
        kind: 'changed',
        cells: [
          { column: 'status', value: 'open', hasChanged: false },
          { column: 'total', value: 7, hasChanged: true, before: 5 },
        ],
      },
    ]);
  });

  it('says which documents are new and which are gone', () => {
    const { rows } = documentTable({
      documents: [{ documentId: 'b', document: { guest: 'Ada' } }],
      changed: [
        { documentId: 'a', before: { guest: 'Bob' } },
        { documentId: 'b', before: null },
      ],
    });

    expect(rows.map(({ documentId, kind }) => [documentId, kind])).toEqual([
      ['b', 'new'],
      ['a', 'removed'],
    ]);
  });

  it('shows a document that is no record in a column of its own', () => {
    const { columns, rows } = documentTable({ documents: [{ documentId: 'count', document: 3 }], changed: [] });

    expect(columns).toEqual(['value']);
    expect(rows[0]?.cells).toEqual([{ column: 'value', value: 3, hasChanged: false }]);
  });

  it('keeps nested values short', () => {
    const mugs = { product: 'mug', quantity: 2 };

    expect([{ lines: [mugs] }, [mugs, mugs], [], {}].map(cellText)).toEqual([
      'lines [product mug, quantity 2]',
      'product mug, quantity 2 · product mug, quantity 2',
      '[]',
      '{}',
    ]);
    expect([undefined, null, true, 12].map(cellText)).toEqual(['', '–', 'true', '12']);
  });
});
