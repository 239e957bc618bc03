import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';

type PlainCopy = typeof import('../../../src/sandbox/harness/plainCopy.ts');

let plainCopy: PlainCopy['plainCopy'];
let copyOf: PlainCopy['copyOf'];

beforeAll(async () => {
  // What the harness takes of a worker when it is loaded.
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('removeEventListener', () => undefined);
  ({ plainCopy, copyOf } = await import('../../../src/sandbox/harness/plainCopy.ts'));
});

const byText = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('a copy without writing it as text', () => {
  it('is what writing and reading would give, whatever it is of', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const copy = plainCopy(value);
        // Of what JSON would change, a zero below zero, there is none.
        if (copy !== undefined) expect(copy).toStrictEqual(byText(value));
        expect(copyOf(byText(value) as never)).toStrictEqual(byText(value));
      }),
    );
  });

  it('takes only what is the same at the same place from what is known', () => {
    const known = { lines: [{ n: 1 }, { n: 2 }], other: { n: 3 } };
    const copy = plainCopy({ lines: [known.lines[0], { n: 4 }], other: known.lines[1], more: known.other }, known);

    expect(copy).toStrictEqual({ lines: [{ n: 1 }, { n: 4 }], other: { n: 2 }, more: { n: 3 } });
    const { lines, other, more } = copy as { lines: unknown[]; other: unknown; more: unknown };
    expect([lines[0] === known.lines[0], other === known.lines[1], more === known.other]).toEqual([true, false, false]);
  });

  it('keeps a field that is named like a prototype', () => {
    const value = JSON.parse('{"__proto__":{"a":[{"__proto__":1}]},"b":2}');

    expect(JSON.stringify(plainCopy(value))).toBe('{"__proto__":{"a":[{"__proto__":1}]},"b":2}');
    expect(JSON.stringify(copyOf(value))).toBe('{"__proto__":{"a":[{"__proto__":1}]},"b":2}');
  });

  const cycle: { [key: string]: unknown } = {};
  cycle.self = [cycle];
  it.each([
    ['nothing', undefined],
    ['a field without a value', { a: undefined }],
    ['a hole', new Array(2)],
    ['NaN', { a: Number.NaN }],
    ['zero below zero', [-0]],
    ['a bigint', { a: 1n }],
    ['a date', { at: new Date(0) }],
    ['a map', new Map()],
    ['a function', { a: () => 1 }],
    ['what says itself how it is written', { toJSON: 'no function' }],
    ['a list of a class', new (class List extends Array {})()],
    ['what contains itself', cycle],
  ])('leaves %s to JSON', (_, value) => {
    expect(plainCopy(value)).toBeUndefined();
  });
});
