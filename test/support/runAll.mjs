// `npm test` and `npm run check`: runs the suites one after the other and closes with one sum of all of them.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const reporter = join(root, 'test/support/countReporter.mjs');
const scratch = mkdtempSync(join(tmpdir(), 'replayground-test-'));

/** @param {string} name */
const program = (name) => join(root, 'node_modules/.bin', process.platform === 'win32' ? `${name}.cmd` : name);

/** @param {string} project */
const vitest = (project) => ({
  name: project,
  command: [
    'vitest',
    'run',
    '-c',
    'test/vitest.config.ts',
    '--project',
    project,
    '--reporter=default',
    `--reporter=${reporter}`,
  ],
  counts: true,
});

const types = [
  { name: 'types', command: ['tsc', '--noEmit', '-p', '.'] },
  { name: 'types of the pure room', command: ['tsc', '--noEmit', '-p', 'src/model'] },
  { name: 'types of the store', command: ['tsc', '--noEmit', '-p', 'src/event-store'] },
];
const quick = [
  ...types,
  { name: 'lint', command: ['biome', 'check', '--error-on-warnings'] },
  { name: 'unused code', command: ['knip'] },
  vitest('unit'),
];
const full = [
  ...quick,
  vitest('browser'),
  vitest('attacks'),
  { name: 'build', command: ['vite', 'build', '--logLevel', 'warn'] },
  { name: 'weight', command: ['node', 'test/support/checkWeight.mjs'] },
  {
    name: 'journeys',
    command: ['playwright', 'test', '-c', 'test/playwright.config.ts', `--reporter=list,${reporter}`],
    counts: true,
  },
];

/** @param {{ name: string, command: string[], counts?: boolean }} suite */
const run = ({ name, command: [first = '', ...parameters], counts }) => {
  const started = Date.now();
  console.log(`\n— ${name}`);
  const file = join(scratch, `${name}.json`);
  const executable = first === 'node' ? process.execPath : program(first);
  const { status } = spawnSync(executable, parameters, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, COUNTS_FILE: file },
    shell: process.platform === 'win32',
  });
  console.log(`— ${name}: ${Math.round((Date.now() - started) / 1000)} s`);
  const isGreen = status === 0;
  if (!counts) return { passed: isGreen ? 1 : 0, failed: isGreen ? 0 : 1, skipped: 0 };
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const counted = JSON.parse(readFileSync(file, 'utf8'));
  return { ...counted, failed: isGreen ? counted.failed : Math.max(1, counted.failed) };
};

const results = (process.argv.includes('--quick') ? quick : full).map(run);
rmSync(scratch, { recursive: true, force: true });
const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ key) =>
  results.reduce((total, result) => total + result[key], 0);
const skipped = sum('skipped');
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(sum('failed') > 0 ? 1 : 0);
