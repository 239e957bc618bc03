import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const compiler = new URL('../../../node_modules/.bin/tsc', import.meta.url).pathname;

const options = {
  strict: true,
  noEmit: true,
  noUnusedParameters: true,
  noUncheckedIndexedAccess: true,
  target: 'ES2022',
  lib: ['ES2023'],
  module: 'ESNext',
  moduleResolution: 'bundler',
  types: [],
};

/** What TypeScript says of some code beside its `#model` module, one line an error; nothing where it is right. */
export const typeErrors = (types: string, code: string): string[] => {
  const folder = mkdtempSync(join(tmpdir(), 'replayground-types-'));
  try {
    writeFileSync(join(folder, 'model.d.ts'), `declare module '#model' {\n${types}\n}\n`);
    writeFileSync(join(folder, 'code.ts'), code);
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options }));
    const { stdout, error } = spawnSync(compiler, ['-p', folder, '--pretty', 'false'], { encoding: 'utf8' });
    if (error) throw error;
    return stdout.split('\n').filter((line) => line.includes('error TS'));
  } finally {
    rmSync(folder, { recursive: true });
  }
};
