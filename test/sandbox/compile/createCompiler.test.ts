import { describe, expect, it } from 'vitest';
import { createCompiler } from '../../../src/sandbox/compile/createCompiler.ts';

const moduleOf = (id: string, text: string) => ({
  id,
  name: id,
  kind: 'decider' as const,
  files: [{ path: `${id}.ts`, text }],
});

describe('the compiler of a model', () => {
  it('compiles a module again only where its code has changed', () => {
    const compile = createCompiler();
    const before = compile([moduleOf('Cart', 'export const a: number = 1;'), moduleOf('Till', 'export const b = 2;')]);

    const after = compile([moduleOf('Till', 'export const b = 3;'), moduleOf('Cart', 'export const a: number = 1;')]);

    expect(after.map(({ module }) => module.id)).toEqual(['Till', 'Cart']);
    expect(after[1]?.compiled).toBe(before[0]?.compiled);
    expect(after[0]?.compiled).toMatchObject({ kind: 'compiled', files: [{ script: expect.stringContaining('3') }] });
  });
});
