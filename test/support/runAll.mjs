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
  vitest('exported'),
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
  const counted =
    counts && existsSync(file)
      ? JSON.parse(readFileSync(file, 'utf8'))
      : { passed: isGreen && !counts ? 1 : 0, failed: 0, skipped: 0, failures: [] };
  const isUnexplained = counted.failed === 0 && (!isGreen || (counts && !existsSync(file)));
  if (isUnexplained) return { ...counted, failed: 1, failures: [`${name} (exit code ${status})`] };
  return { ...counted, failures: counted.failures.map((/** @type {string} */ test) => `${name}: ${test}`) };
};

const results = (process.argv.includes('--quick') ? quick : full).map(run);
rmSync(scratch, { recursive: true, force: true });
const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ key) =>
  results.reduce((total, result) => total + result[key], 0);
const skipped = sum('skipped');
const failures = results.flatMap((result) => result.failures);
// Once more at the end, where they are found: the output above is long.
if (failures.length > 0) console.log(`\nFailed:\n${failures.map((failure) => `  ${failure}`).join('\n')}`);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(sum('failed') > 0 ? 1 : 0);
