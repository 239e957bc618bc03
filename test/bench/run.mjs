// `npm run bench [-- --json FILE] [--million] [--peers]`: the targets of the store, of replay and of the screen, in a
// real Chromium. Ratios compare what was measured within this one run and decide how it ends; absolute times depend on
// the machine and are only reported. `--million` measures replay over 1,000,000 events as well, which takes long;
// `--peers` installs other stores, in `peers/`, and measures them too.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { build, createServer, preview } from 'vite';
import { launchOptions } from '../support/findChromium.mjs';
import { median } from './figures.mjs';
import { measureLongHistory } from './historyRows.mjs';
import { measureLoad } from './loadBench.mjs';
import { measureLongTasks } from './longTaskBench.mjs';
import { measurePeers } from './peers/measurePeers.mjs';
import { measurePlaying } from './playBench.mjs';
import { measureEnterToReadModel } from './screenBench.mjs';
import { measureBigWall } from './wallBench.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const jsonFile = process.argv.includes('--json') ? process.argv[process.argv.indexOf('--json') + 1] : undefined;

/** Events that replay is measured with. */
const histories = process.argv.includes('--million') ? [100_000, 1_000_000] : [100_000];

/**
 * @typedef {object} Row
 * @property {string} id
 * @property {string} what
 * @property {string} target
 * @property {string} measured in words
 * @property {boolean | null} passed null where nothing depends on it
 * @property {unknown} [raw] the figures of every run
 */

/** @param {import('./storeBench.ts').BenchResult} result @returns {Row} */
const rowOf = ({ id, what, target, ratio, words, passed, measured }) => ({
  id,
  what,
  target,
  measured: words ?? `${ratio.toFixed(2)} times, median of ${measured.store?.length ?? 0} runs`,
  passed,
  raw: { ratio, ...measured },
});

/** @param {(address: string) => Promise<Row[]>} measure */
const withBenchPage = async (measure) => {
  const server = await createServer({ root, logLevel: 'error', server: { port: 0 } });
  await server.listen();
  try {
    return await measure(`${server.resolvedUrls?.local[0]}test/bench/bench.html`);
  } finally {
    await server.close();
  }
};

/** @param {import('@playwright/test').Browser} browser @param {string} address */
const openBench = async (browser, address) => {
  const page = await browser.newPage();
  await page.goto(address);
  await page.waitForFunction(() => window.bench !== undefined);
  return page;
};

/** @param {import('@playwright/test').Browser} browser @param {string} address */
const measureStore = async (browser, address) => {
  const page = await openBench(browser, address);
  const results = await page.evaluate(() => window.bench?.runStoreBench());
  await page.close();
  return results ?? [];
};

/** @param {import('@playwright/test').Browser} browser @param {string} address @returns {Promise<Row[]>} */
const measureReplay = async (browser, address) => {
  /** @type {Row[]} */
  const rows = [];
  for (const events of histories) {
    const page = await openBench(browser, address);
    const results = await page.evaluate((count) => window.bench?.runReplayBench(count), events);
    await page.close();
    rows.push(...(results ?? []).map(rowOf), ...(await measureLongHistory(browser, address, events)));
  }
  return rows;
};

/** @param {import('@playwright/test').Browser} browser @param {number} appendMs @returns {Promise<Row[]>} */
const measureScreen = async (browser, appendMs) => {
  const server = await preview({ root, logLevel: 'error', preview: { port: 0 } });
  const address = String(server.resolvedUrls?.local[0]);
  const rows = [
    ...(await measureLoad(browser, address)),
    await measureEnterToReadModel(browser, address, appendMs),
    await measureLongTasks(browser, address),
    await measurePlaying(browser, address),
    ...(await measureBigWall(browser, address)),
  ];
  await server.close();
  return rows;
};

/** @returns {Row} */
const weigh = () => {
  const { stdout, status } = spawnSync(process.execPath, ['test/support/checkWeight.mjs'], {
    cwd: root,
    encoding: 'utf8',
  });
  return {
    id: 'P12',
    what: 'script before the wall is usable',
    target: 'at most 250 kB gzip',
    measured: stdout.trim().split('\n').at(-1)?.trim().split(' gzip')[0] ?? '',
    passed: status === 0,
  };
};

await build({ root, logLevel: 'error' });
const browser = await chromium.launch(launchOptions());
/** @type {import('./storeBench.ts').BenchResult[]} */
let store = [];
const benchRows = await withBenchPage(async (address) => {
  store = await measureStore(browser, address);
  return [...store.map(rowOf), ...(await measureReplay(browser, address))];
});
if (process.argv.includes('--peers')) benchRows.push(...(await measurePeers(browser)));
const append = store.find(({ id }) => id === 'P1');
const rows = [...benchRows, ...(await measureScreen(browser, median(append?.measured.store ?? []))), weigh()];
const version = browser.version();
await browser.close();

console.log(`\nChromium ${version}\n`);
for (const { id, what, target, measured, passed } of rows) {
  const verdict = passed === null ? 'reported' : passed ? 'met' : 'missed';
  console.log(`${id.padEnd(4)} ${verdict.padEnd(9)} ${what}\n     ${measured}; target: ${target}\n`);
}
if (jsonFile) writeFileSync(jsonFile, `${JSON.stringify({ chromium: version, rows }, null, 2)}\n`);
process.exit(rows.some(({ passed }) => passed === false) ? 1 : 0);
