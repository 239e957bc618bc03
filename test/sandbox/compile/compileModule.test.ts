import { describe, expect, it } from 'vitest';
import { codeHash } from '../../../src/sandbox/compile/codeHash.ts';
import { compileModule } from '../../../src/sandbox/compile/compileModule.ts';

const moduleOf = (...texts: string[]) => ({
  id: 'cart',
  kind: 'decider' as const,
  name: 'Cart',
  files: texts.map((text, index) => ({ path: index === 0 ? 'Cart.ts' : `part${index}.ts`, text })),
});

describe('compileModule', () => {
  it('keeps every line where it was', () => {
    const compiled = compileModule(moduleOf("type A = {\n  b: string;\n};\n\nexport const a = (): A => ({ b: 'c' });"));

    const lines = compiled.kind === 'compiled' ? compiled.files[0]?.script.split('\n') : [];
    expect(lines?.length).toBe(5);
    expect(lines?.[4]).toContain("b: 'c'");
  });

  it('drops imports that are only types', () => {
    const compiled = compileModule(
      moduleOf("import type { A } from '#model';\nimport { B } from '#model';\nexport const c = (b: B): A => b;"),
    );

    expect(JSON.stringify(compiled)).not.toContain('#model');
  });

  it('names file and line of a syntax error', () => {
    const broken = compileModule(moduleOf('export const a = 1;', 'export const b = 2;\nexport const c = = 3;'));

    expect(broken).toMatchObject({
      kind: 'broken',
      error: { name: 'CompileError', isFailure: true, place: { moduleId: 'cart', file: 'part1.ts', line: 2 } },
    });
  });

  it('refuses code that would step out of its wrapper', () => {
    const broken = compileModule(moduleOf("});\nimportScripts('x');\n(function () {"));

    expect(broken.kind).toBe('broken');
  });

  it('refuses a namespace, which would vanish without a word', () => {
    const broken = compileModule(moduleOf('const a = 1;\nnamespace Cart { export const b = 2; }'));

    expect(broken).toMatchObject({ kind: 'broken', error: { place: { file: 'Cart.ts', line: 2 } } });
    expect(broken.kind === 'broken' && broken.error.message).toContain('namespace');
  });

  it('says when there is no code yet', () => {
    expect(compileModule(moduleOf('  \n'))).toMatchObject({
      kind: 'broken',
      error: { message: 'There is no code yet.' },
    });
  });

  it('keeps enums and parameter properties, which pasted code has', () => {
    const compiled = compileModule(
      moduleOf('export enum Status { Open, Closed }\nexport class Line { constructor(public quantity: number) {} }'),
    );

    expect(compiled.kind).toBe('compiled');
  });
});

describe('codeHash', () => {
  const files = [{ path: 'a.ts', text: 'one' }];

  it('is the same for the same files and another for other text or another name', () => {
    expect(codeHash(files)).toBe(codeHash([{ path: 'a.ts', text: 'one' }]));
    expect(codeHash([{ path: 'a.ts', text: 'two' }])).not.toBe(codeHash(files));
    expect(codeHash([{ path: 'b.ts', text: 'one' }])).not.toBe(codeHash(files));
  });
});
