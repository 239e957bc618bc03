import { describe, expect, it } from 'vitest';
import type { PathStep } from '#sandbox';
import { lineWithin, madeBy } from '../../../src/sandbox/host/tracing/madeBy.ts';
import { listOf, parsed } from '../../../src/sandbox/host/tracing/syntax.ts';

/** Where the one statement writes down what stands at a path. */
const lineIn = (statement: string, path: PathStep[]): number | undefined => {
  const [first] = listOf(parsed(statement).body);
  const expression = first && madeBy(first);
  return expression && lineWithin({ expression, scope: { names: [], outer: null } }, path);
};

describe('the line of a literal that holds a value', () => {
  const next = `const next = {
  ...state,
  'lines': [
    first,
    { sku,
      quantity: 2 },
  ],
  open: isOpen
    ? { since: now }
    : null,
  open2: isOpen ? { since: 1 } : { since: 2 },
};`;

  it('is that of the property or item, as deep as it is written down there', () => {
    expect(lineIn(next, ['lines'])).toBe(3);
    expect(lineIn(next, ['lines', 1, 'quantity'])).toBe(6);
    expect(lineIn(next, ['lines', 0, 'quantity'])).toBe(4);
    expect(lineIn(next, ['open', 'since'])).toBe(9);
    expect(lineIn('next.line = {\n  sku,\n};', ['sku'])).toBe(2);
  });

  it('ends where it cannot be told: what is spread, made elsewhere, or one of two ways', () => {
    expect(lineIn(next, ['total'])).toBeUndefined();
    expect(lineIn(next, ['open2', 'since'])).toBe(11);
    expect(lineIn('const lines = [...before,\n  line];', [1])).toBeUndefined();
    expect(lineIn('const made = makeIt({\n  sku });', ['sku'])).toBeUndefined();
    expect(lineIn('const { sku } = data, other = {\n  sku };', ['sku'])).toBeUndefined();
    expect(lineIn('total += 1;', [])).toBeUndefined();
  });

  it('counts the last one of the same name, and no name that is worked out', () => {
    expect(lineIn('x = {\n  a: 1,\n  a: 2,\n  [a]: 3 };', ['a'])).toBe(3);
  });
});
