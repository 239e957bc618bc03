import { describe, expect, it } from 'vitest';
import { compareFacts, type MomentFacts } from '#model';

const facts = (more: Partial<MomentFacts>): MomentFacts => ({
  position: 2,
  counts: new Map(),
  streams: [],
  readModels: [],
  ...more,
});

const stream = (name: string, version: number, state: unknown) => ({ stream: name, deciderId: 'cart', version, state });

describe('two moments held against each other', () => {
  it('differ in nothing where both say the same', () => {
    const one = facts({
      counts: new Map([['Added', 2]]),
      streams: [stream('Cart-1', 2, { lines: new Map([['mug', 1]]) })],
      readModels: [{ readModelId: 'carts', documents: [{ documentId: '1', document: { total: 3 } }] }],
    });

    expect(compareFacts(one, one)).toEqual({ positions: [2, 2], counts: [], streams: [], readModels: [] });
  });

  it('differ by place in states, also inside Maps and Sets, and in what is there on one side alone', () => {
    const one = facts({ streams: [stream('Cart-1', 1, { lines: new Map([['mug', 1]]), seen: new Set(['a']) })] });
    const other = facts({
      streams: [
        stream('Cart-1', 2, { lines: new Map([['mug', 2]]), seen: new Set(['a', 'b']) }),
        stream('Cart-2', 1, {}),
      ],
    });

    expect(compareFacts(one, other).streams).toMatchObject([
      {
        stream: 'Cart-1',
        versions: [1, 2],
        differences: [
          { path: 'lines.mug', expected: 1, actual: 2 },
          { path: 'seen[1]', actual: 'b' },
        ],
      },
      { stream: 'Cart-2', versions: [0, 1], differences: [{ path: '', actual: {} }] },
    ]);
  });

  it('differ by document, and no more of them are listed than anybody looks through', () => {
    const documents = (count: number, total: number) =>
      Array.from({ length: count }, (_, index) => ({
        documentId: String(index).padStart(3, '0'),
        document: { total },
      }));
    const one = facts({ readModels: [{ readModelId: 'carts', documents: documents(250, 1) }] });
    const other = facts({ readModels: [{ readModelId: 'carts', documents: documents(251, 2) }] });

    const [carts] = compareFacts(one, other).readModels;

    expect(carts).toMatchObject({ readModelId: 'carts', more: 51 });
    expect(carts?.documents).toHaveLength(200);
    expect(carts?.documents[0]).toEqual({
      documentId: '000',
      differences: [{ path: 'total', expected: 1, actual: 2 }],
    });
  });

  it('differ in how often something has happened, and in what broke', () => {
    const broken = { readModelId: 'carts', documents: [] };

    expect(
      compareFacts(
        facts({ counts: new Map([['Added', 2]]), readModels: [broken] }),
        facts({
          counts: new Map([
            ['Added', 2],
            ['Removed', 1],
          ]),
          readModels: [{ ...broken, error: 'line 8' }],
        }),
      ),
    ).toMatchObject({
      counts: [{ type: 'Removed', counts: [0, 1] }],
      readModels: [{ readModelId: 'carts', errors: [undefined, 'line 8'] }],
    });
  });
});
