import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains } from '#model';
import { samples } from '#samples';
import { handoutOf } from '../../../src/files/picture/handoutOf.ts';
import { pageRoom, pagesOf } from '../../../src/files/picture/pagesOf.ts';
import { largestScale } from '../../../src/files/picture/pngOf.ts';

const shoppingCart = async () => (await samples[0]?.load())?.board ?? expect.fail('There is a first sample.');

/** Where the parts begin, in CSS pixels. */
const corners = (parts: readonly { x: number; y: number }[]) => parts.map(({ x, y }) => ({ x, y }));

describe('the pages of a wall', () => {
  it('are one where names can be read on it', () => {
    expect(pagesOf({ width: 1900, height: 800 }, [])).toEqual({
      scale: 0.5,
      parts: [{ x: 0, y: 0, width: 950, height: 400, row: 1, column: 1 }],
    });
  });

  it('are never larger than the wall', () => {
    expect(pagesOf({ width: 300, height: 200 }, []).scale).toBe(1);
  });

  it('are as many as it takes, row by row, and all of the wall is on them', () => {
    const { scale, parts } = pagesOf({ width: 3000, height: 2000 }, []);
    expect(corners(parts)).toEqual([
      { x: 0, y: 0 },
      { x: pageRoom.width, y: 0 },
      { x: 0, y: pageRoom.height },
      { x: pageRoom.width, y: pageRoom.height },
    ]);
    expect(scale).toBeCloseTo(0.61);
    expect([3000 * scale <= 2 * pageRoom.width, 2000 * scale <= 2 * pageRoom.height]).toEqual([true, true]);
  });

  it('end beside a note, where they can', () => {
    const { scale, parts } = pagesOf({ width: 3000, height: 400 }, [{ x: 1450, y: 0, width: 150, height: 100 }]);
    expect(parts.map(({ x, width }) => [x / scale, (x + width) / scale].map(Math.round))).toEqual([
      [0, 1445],
      [1445, 3000],
    ]);
  });

  it('show each note whole, also where notes lie so close that none ends beside all of them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ x: fc.nat(5800), y: fc.nat(2900) }), { maxLength: 200 }),
        fc.record({ width: fc.integer({ min: 20, max: 200 }), height: fc.integer({ min: 20, max: 100 }) }),
        (places, size) => {
          const notes = places.map((place) => ({ ...place, ...size }));
          const { scale, parts } = pagesOf({ width: 6000, height: 3000 }, notes);
          const pages = parts.map(({ x, y, width, height }) => ({
            ...{ x: x / scale - 0.01, y: y / scale - 0.01 },
            ...{ width: width / scale + 0.02, height: height / scale + 0.02 },
          }));
          expect(notes.filter((note) => !pages.some((page) => contains(page, note)))).toEqual([]);
          expect(parts.length).toBeLessThanOrEqual(24);
        },
      ),
    );
  });
});

describe('the pages of a wall without end', () => {
  it.each([
    { width: 60_000, height: 60_000 },
    { width: 1e9, height: 300 },
  ])('are no more than somebody would print: %o', (extent) => {
    const { scale, parts } = pagesOf(extent, [{ x: 100, y: 100, width: 200, height: 100 }]);
    expect(parts.length).toBeLessThanOrEqual(24);
    expect(scale).toBeGreaterThan(0);
  });
});

/** At the end of a history of 18 events. */
const atEnd = { position: 18, last: 18 };

describe('a handout', () => {
  it('shows the wall, then the documents, then the specifications', async () => {
    const html = handoutOf(
      await shoppingCart(),
      [
        { name: 'CartDetails', documents: [{ documentId: 'cart-1', document: { total: 4999 } }] },
        { name: 'Empty', documents: [] },
      ],
      atEnd,
    );
    const places = [
      '<svg',
      '<h2>Read models</h2>',
      '<th>total</th>',
      '<td>4999</td>',
      'No documents yet.',
      '<h2>Specifications</h2>',
      '<dt>Given</dt>',
    ];
    const found = places.map((words) => html.indexOf(words));
    expect(found).not.toContain(-1);
    expect(found).toEqual(found.toSorted((one, other) => one - other));
  });

  it('leaves no data a way out of its text', async () => {
    const document = { '<script>alert(1)</script>': '<img src=x onerror=alert(2)>' };
    const html = handoutOf(
      await shoppingCart(),
      [{ name: '<b>', documents: [{ documentId: '"><i>', document }] }],
      atEnd,
    );
    expect(html).not.toMatch(/<(?:script|img|b|i)\b/);
  });

  it('tells how many documents it leaves out', async () => {
    const documents = Array.from({ length: 1500 }, (_, index) => ({ documentId: `cart-${index}`, document: {} }));
    const html = handoutOf(await shoppingCart(), [{ name: 'CartDetails', documents }], atEnd);
    expect(html).toContain('And 1,300 more.');
    expect(html.match(/<td>cart-/g)).toHaveLength(200);
  });

  it('says as of when its documents are', async () => {
    const printed = [{ name: 'CartDetails', documents: [] }];
    expect(handoutOf(await shoppingCart(), printed, { position: 4, last: 18 })).toContain('As of event 4 of 18.');
    const nothing = { position: 0, last: 0 };
    expect(handoutOf(await shoppingCart(), printed, nothing)).toContain('Before the first event.');
    expect(handoutOf(await shoppingCart(), printed, atEnd)).toContain('As of event 18 of 18.');
  });

  it('shows all that a document holds, which no tooltip shows on paper', async () => {
    const lines = Array.from({ length: 30 }, (_, index) => ({ productId: `product-${index}`, quantity: 1 }));
    const documents = [{ documentId: 'cart-1', document: { lines } }];
    expect(handoutOf(await shoppingCart(), [{ name: 'CartDetails', documents }], atEnd)).toContain('product-29');
  });

  it('shows documents one below the other where a table of them would be wider than the page', async () => {
    const document = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`columnNumber${index}`, index]));
    const html = handoutOf(
      await shoppingCart(),
      [{ name: 'Wide', documents: [{ documentId: 'one', document }] }],
      atEnd,
    );
    expect(html).not.toContain('<table>');
    expect(html).toContain('<dt>columnNumber19</dt><dd>19</dd>');
  });

  it('has its name below each page, which cannot end the style that it stands in', async () => {
    const board = { ...(await shoppingCart()), name: 'Carts"; } </style><b>' };
    const html = handoutOf(board, [], atEnd);
    expect(html).toContain('content: "Carts\\22 \\3b  \\7d  \\3c \\2f style\\3e \\3c b\\3e "');
  });

  it('puts the time of a specification beside its command, not into its word', async () => {
    const html = handoutOf(await shoppingCart(), [], atEnd);
    expect(html).toContain('<dt>When</dt>');
    expect(html).toContain('<dd>at 2026-03-02T09:00:00.000Z</dd>');
  });
});

describe('the scale of a picture in pixels', () => {
  it.each([
    [{ width: 1000, height: 800 }, 3],
    [{ width: 6000, height: 800 }, 2],
    [{ width: 8000, height: 8000 }, 1],
    [{ width: 17_000, height: 100 }, null],
  ] as const)('of %o is at most %s', (size, scale) => {
    expect(largestScale(size)).toBe(scale);
  });
});
