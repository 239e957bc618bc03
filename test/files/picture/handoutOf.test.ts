import { describe, expect, it } from 'vitest';
import { samples } from '#samples';
import { handoutOf } from '../../../src/files/picture/handoutOf.ts';
import { pageRoom, pagesOf } from '../../../src/files/picture/pagesOf.ts';
import { largestScale } from '../../../src/files/picture/pngOf.ts';

const shoppingCart = async () => (await samples[0]?.load())?.board ?? expect.fail('There is a first sample.');

describe('the pages of a wall', () => {
  it('are one where names can be read on it', () => {
    expect(pagesOf({ width: 1900, height: 800 })).toEqual({ scale: 0.5, corners: [{ x: 0, y: 0 }] });
  });

  it('are never larger than the wall', () => {
    expect(pagesOf({ width: 300, height: 200 }).scale).toBe(1);
  });

  it('are as many as it takes, row by row, and all of the wall is on them', () => {
    const { scale, corners } = pagesOf({ width: 3000, height: 2000 });
    expect(corners).toEqual([
      { x: 0, y: 0 },
      { x: pageRoom.width, y: 0 },
      { x: 0, y: pageRoom.height },
      { x: pageRoom.width, y: pageRoom.height },
    ]);
    expect(scale).toBeCloseTo(0.61);
    expect([3000 * scale <= 2 * pageRoom.width, 2000 * scale <= 2 * pageRoom.height]).toEqual([true, true]);
  });
});

describe('a handout', () => {
  it('shows the wall, then the documents, then the specifications', async () => {
    const html = handoutOf(await shoppingCart(), [
      { name: 'CartDetails', documents: [{ documentId: 'cart-1', document: { total: 4999 } }] },
      { name: 'Empty', documents: [] },
    ]);
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
    const html = handoutOf(await shoppingCart(), [{ name: '<b>', documents: [{ documentId: '"><i>', document }] }]);
    expect(html).not.toMatch(/<(?:script|img|b|i)\b/);
  });

  it('tells how many documents it leaves out', async () => {
    const documents = Array.from({ length: 1500 }, (_, index) => ({ documentId: `cart-${index}`, document: {} }));
    const html = handoutOf(await shoppingCart(), [{ name: 'CartDetails', documents }]);
    expect(html).toContain('And 1,300 more.');
    expect(html.match(/<td>cart-/g)).toHaveLength(200);
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
