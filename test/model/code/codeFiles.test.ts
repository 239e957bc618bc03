import { describe, expect, it } from 'vitest';
import { filePathFrom, filePathTrouble, withMovedFile, withRenamedFile } from '#model';

describe('files of code', () => {
  it('lead their imports on when one of them gets another name', () => {
    const code = [
      {
        path: 'Cart.ts',
        text: `import { total } from './lines';\nimport type { Line } from "./lines.ts";\n// from './lines'\nconst words = './lines';`,
      },
      { path: 'lines.ts', text: `export * from './money/sums';` },
      { path: 'money/sums.ts', text: `import { a } from '../lines.ts';\nimport '#model';` },
    ];
    expect(withRenamedFile(code, 'lines.ts', 'parts/cartLines.ts')).toEqual([
      {
        path: 'Cart.ts',
        text: `import { total } from './parts/cartLines';\nimport type { Line } from "./parts/cartLines.ts";\n// from './lines'\nconst words = './lines';`,
      },
      { path: 'parts/cartLines.ts', text: `export * from '../money/sums';` },
      { path: 'money/sums.ts', text: `import { a } from '../parts/cartLines.ts';\nimport '#model';` },
    ]);
  });

  it('change places, and stay where there is no further place', () => {
    const code = ['a.ts', 'b.ts', 'c.ts'].map((path) => ({ path, text: '' }));
    const paths = (path: string, by: 1 | -1) => withMovedFile(code, path, by).map((file) => file.path);
    expect(paths('b.ts', -1)).toEqual(['b.ts', 'a.ts', 'c.ts']);
    expect(paths('c.ts', 1)).toEqual(['a.ts', 'b.ts', 'c.ts']);
  });

  it('are named as one types, and not like another', () => {
    expect(filePathFrom(' rules ')).toBe('rules.ts');
    expect(filePathFrom('./money/sums.ts')).toBe('money/sums.ts');
    expect(filePathTrouble(['Rules.ts'], 'money/sums.ts')).toBeNull();
    expect(filePathTrouble(['Rules.ts'], 'rules.ts')).toBe('rules.ts is there already.');
    expect(filePathTrouble([], '')).toBe('A file needs a name.');
    expect(filePathTrouble([], '../up.ts')).toBe('A name is made of letters, digits, hyphens and dots.');
  });
});
