// `npm test` and `npm run check`: runs the suites and closes with one sum of all of them.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const reporter = join(root, 'test/support/countReporter.mjs');
const scratch = mkdtempSync(join(tmpdir(), 'replayground-test-'));

/** @param {string} name */
const program = (name) => join(root, 'node_modules/.bin', process.platform === 'win32' ? `${name}.cmd` : name);

/** @typedef {{ name: string, command: string[], counts?: boolean }} Suite */

/** @param {string} project @returns {Suite} */
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

const unrun = [
  { name: 'types', command: ['tsc', '--noEmit', '-p', '.'] },
  { name: 'types of the pure room', command: ['tsc', '--noEmit', '-p', 'src/model'] },
  { name: 'types of the store', command: ['tsc', '--noEmit', '-p', 'src/event-store'] },
  { name: 'lint', command: ['biome', 'check', '--error-on-warnings'] },
  { name: 'unused code', command: ['knip'] },
];
/** What stands in a list of its own runs at once: attacks are waited for, and exported projects fetch their packages. */
const full = [
  ...unrun,
  [vitest('unit'), vitest('attacks'), vitest('exported')],
  vitest('browser'),
  { name: 'build', command: ['vite', 'build', '--logLevel', 'warn'] },
  { name: 'weight', command: ['node', 'test/support/checkWeight.mjs'] },
  {
    name: 'journeys',
    command: ['playwright', 'test', '-c', 'test/playwright.config.ts', `--reporter=list,${reporter}`],
    counts: true,
  },
];

/**
 * Resolves with its exit code. Its output is shown as it comes, or once it has ended where others run beside it.
 * @param {Suite} suite @param {string} file @param {boolean} isAlone @returns {Promise<number | null>}
 */
const exitOf = async ({ name, command: [first = '', ...parameters] }, file, isAlone) => {
  const heading = `\n— ${name}\n`;
  if (isAlone) process.stdout.write(heading);
  const running = spawn(first === 'node' ? process.execPath : program(first), parameters, {
    cwd: root,
    stdio: ['ignore', isAlone ? 'inherit' : 'pipe', isAlone ? 'inherit' : 'pipe'],
    env: { ...process.env, COUNTS_FILE: file },
    shell: process.platform === 'win32',
  });
  let printed = heading;
  for (const output of [running.stdout, running.stderr])
    output?.setEncoding('utf8').on('data', (/** @type {string} */ words) => {
      printed += words;
    });
  const [status] = await once(running, 'close');
  if (!isAlone) process.stdout.write(printed);
  return status;
};

/** @param {Suite} suite @param {boolean} isAlone */
const run = async (suite, isAlone) => {
  const { name, counts } = suite;
  const started = Date.now();
  const file = join(scratch, `${name}.json`);
  const status = await exitOf(suite, file, isAlone);
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

const results = [];
for (const suite of process.argv.includes('--quick') ? [...unrun, vitest('unit')] : full) {
  const together = Array.isArray(suite) ? suite : [suite];
  results.push(...(await Promise.all(together.map((one) => run(one, together.length === 1)))));
}
rmSync(scratch, { recursive: true, force: true });
const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ key) =>
  results.reduce((total, result) => total + result[key], 0);
const skipped = sum('skipped');
const failures = results.flatMap((result) => result.failures);
// Once more at the end, where they are found: the output above is long.
if (failures.length > 0) console.log(`\nFailed:\n${failures.map((failure) => `  ${failure}`).join('\n')}`);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(sum('failed') > 0 ? 1 : 0);
