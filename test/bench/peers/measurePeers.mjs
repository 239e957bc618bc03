// `npm run bench -- --peers`: other stores beside bare IndexedDB, doing the work of P1. They are installed on demand.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { median } from '../figures.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));

/** @type {[string, string][]} */
const peers = [
  ['dexie', 'Dexie'],
  ['sqlite', 'SQLite on OPFS, in a worker, its pool of access handles'],
  ['pglite', 'PGlite on IndexedDB, relaxed'],
];

/** @param {import('@playwright/test').Browser} browser @returns {Promise<import('../run.mjs').Row[]>} */
export const measurePeers = async (browser) => {
  const { status } = spawnSync('npm', ['ci', '--no-progress'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error('The peers could not be installed: check the network.');
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    server: { port: 0, fs: { allow: ['..'] } },
    optimizeDeps: { exclude: ['@electric-sql/pglite', '@sqlite.org/sqlite-wasm'] },
    worker: { format: 'es' },
  });
  await server.listen();
  const page = await browser.newPage();
  try {
    await page.goto(String(server.resolvedUrls?.local[0]));
    await page.waitForFunction(() => 'measurePeers' in window);
    /** @type {{ [name: string]: number[] }} */
    const measured = await page.evaluate(() => /** @type {any} */ (window).measurePeers());
    const bare = measured.bare ?? [];
    return peers.map(([name, what]) => {
      const ratio = median((measured[name] ?? []).map((time, round) => time / (bare[round] ?? time)));
      return {
        id: 'peer',
        what: `awaited append of 1 event, version checked: ${what}, against bare IndexedDB`,
        target: 'none; beside P1',
        measured: `${ratio.toFixed(2)} times, median of ${bare.length} runs`,
        passed: null,
        raw: { ratio, bare, peer: measured[name] },
      };
    });
  } finally {
    await page.close();
    await server.close();
  }
};
