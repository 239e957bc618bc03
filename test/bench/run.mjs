// `npm run bench [-- --json FILE]`: the targets of the store and of the screen, in a real Chromium. Ratios compare what
// was measured within this one run; absolute times depend on the machine and are only reported.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { build, createServer, preview } from 'vite';
import { launchOptions } from '../support/findChromium.mjs';
import { measureEnterToReadModel } from './screenBench.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const jsonFile = process.argv.includes('--json') ? process.argv[process.argv.indexOf('--json') + 1] : undefined;

/** @typedef {{ id: string, what: string, target: string, measured: string, passed: boolean | null, raw?: unknown }} Row */

/** @param {import('@playwright/test').Browser} browser @returns {Promise<Row[]>} */
const storeRows = async (browser) => {
  const server = await createServer({ root, logLevel: 'error', server: { port: 0 } });
  await server.listen();
  const page = await browser.newPage();
  await page.goto(`${server.resolvedUrls?.local[0]}test/bench/bench.html`);
  await page.waitForFunction(() => 'runStoreBench' in window);
  /** @type {{ id: string, what: string, target: string, ratio: number, passed: boolean, measured: unknown }[]} */
  const results = await page.evaluate(() => /** @type {any} */ (window).runStoreBench());
  await page.close();
  await server.close();
  return results.map(({ ratio, measured, ...row }) => ({ ...row, measured: `${ratio.toFixed(2)}×`, raw: measured }));
};

/** @param {import('@playwright/test').Browser} browser @param {Row | undefined} append @returns {Promise<Row>} */
const screenRow = async (browser, append) => {
  const server = await preview({ root, logLevel: 'error', preview: { port: 0 } });
  const row = await measureEnterToReadModel(browser, String(server.resolvedUrls?.local[0]), append);
  await server.close();
  return row;
};

/** @returns {Row} */
const weightRow = () => {
  const { stdout, status } = spawnSync(process.execPath, ['test/support/checkWeight.mjs'], {
    cwd: root,
    encoding: 'utf8',
  });
  const measured = stdout.trim().split('\n').at(-1)?.trim().split(' gzip')[0] ?? '';
  return {
    id: 'P12',
    what: 'script before the wall is usable',
    target: '≤ 250 kB gzip',
    measured,
    passed: status === 0,
  };
};

await build({ root, logLevel: 'error' });
const browser = await chromium.launch(launchOptions());
const rows = await storeRows(browser);
rows.push(
  await screenRow(
    browser,
    rows.find(({ id }) => id === 'P1'),
  ),
  weightRow(),
);
const version = browser.version();
await browser.close();

console.log(`\nChromium ${version}\n`);
for (const { id, what, target, measured, passed } of rows) {
  const verdict = passed === null ? 'reported' : passed ? 'met' : 'missed';
  console.log(`${id.padEnd(4)} ${verdict.padEnd(9)} ${measured.padEnd(34)} target ${target.padEnd(22)} ${what}`);
}
if (jsonFile) writeFileSync(jsonFile, `${JSON.stringify({ chromium: version, rows }, null, 2)}\n`);
