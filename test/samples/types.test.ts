import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { type Board, typesOf } from '#model';
import { samples } from '#samples';

const compiler = fileURLToPath(new URL('../../node_modules/.bin/tsc', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'sample-types-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('the code of every sample agrees with the types that are made of its notes', async () => {
  for (const { id, load } of samples) {
    const { board } = await load();
    for (const definition of Object.values(onTheWall(board).definitions)) {
      if (!('code' in definition)) continue;
      writeModule(join(folder, id, definition.id), typesOf(onTheWall(board), definition.id), definition.code);
    }
  }

  expect(problemsIn(folder)).toBe('');
}, 60_000);

/** Read models that are kept ready stand on no wall: here they get a note, with arrows from all events. */
const onTheWall = (board: Board): Board => {
  const events = Object.values(board.notes).filter(({ definitionId }) => definitionId === 'product-item-removed');
  const ready = { id: 'ready', definitionId: 'removed-products', x: 0, y: 0 };
  const connections = events.map(({ id }) => ({ id: `${id}-to-ready`, from: id, to: ready.id }));
  return {
    ...board,
    notes: { ...board.notes, ...(events.length > 0 ? { ready } : {}) },
    connections: { ...board.connections, ...Object.fromEntries(connections.map((arrow) => [arrow.id, arrow])) },
  };
};

/** Every definition is a project of its own, since each has a `#model` of its own. */
const writeModule = (project: string, types: string, code: { path: string; text: string }[]): void => {
  mkdirSync(project, { recursive: true });
  writeFileSync(join(project, 'package.json'), '{ "type": "module", "imports": { "#model": "./model.d.ts" } }');
  writeFileSync(join(project, 'model.d.ts'), types);
  for (const { path, text } of code) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), text);
  }
};

const problemsIn = (root: string): string => {
  const settings = {
    compilerOptions: { target: 'ES2022', lib: ['ES2022'], module: 'ESNext', moduleResolution: 'bundler' },
    include: ['**/*.ts'],
  };
  writeFileSync(
    join(root, 'tsconfig.json'),
    JSON.stringify({
      ...settings,
      compilerOptions: { ...settings.compilerOptions, strict: true, noEmit: true, types: [] },
    }),
  );
  try {
    return execFileSync(compiler, ['-p', root], { encoding: 'utf8' });
  } catch (error) {
    return String((error as { stdout: string }).stdout);
  }
};
