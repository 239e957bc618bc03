import { describe, expect, it } from 'vitest';
import { functionsIn } from '../../../src/model/code/functionsIn.ts';
import { scanMeaning } from '../../../src/model/code/scanCode.ts';

const sizesOf = (code: string): number[] => functionsIn(scanMeaning(code), ['decide']).map(({ body }) => body.length);

describe('functions in code', () => {
  it('are found within each other, no deeper than anybody writes them', () => {
    expect(sizesOf('function decide() { const decide = () => 1; }')).toHaveLength(2);
    expect(sizesOf(`${'decide = () => '.repeat(1_000)}1`)).toHaveLength(5);
    expect(sizesOf(`${'decide = () => '.repeat(9)}1; ${'decide = () => '.repeat(9)}1`)).toHaveLength(10);
  });

  it('are found behind types, no longer than anybody writes them', () => {
    const typed = (members: number): string => `const decide: (a: { ${'b: c, '.repeat(members)} }) => d = () => 1;`;
    expect(sizesOf(typed(50))).toEqual([1]);
    expect(sizesOf(typed(500))).toEqual([]);
  });
});
