import { mkdtemp, readdir, readFile, rm, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startKillableBrowser } from '../support/killableBrowser.ts';
import { type ServedBundle, serveBundle } from '../support/serveBundle.ts';
import type * as TornLogPage from './tornLogPage.ts';

declare const bundle: typeof TornLogPage;

let served: ServedBundle;
let profile: string;

beforeAll(async () => {
  served = await serveBundle('test/state/tornLogPage.ts');
  profile = await mkdtemp(join(tmpdir(), 'torn-log-'));
});

afterAll(async () => {
  await served.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

const visit = async (events: number, until: () => Promise<unknown> = async () => undefined): Promise<number> => {
  const browser = await startKillableBrowser(profile);
  const page = await browser.newPage();
  await page.goto(served.url);
  await page.evaluate(() => bundle.followVisit());
  const last = await page.evaluate((count) => bundle.append(count), events);
  await until();
  await browser.kill();
  return last;
};

const logsIn = async (folder: string): Promise<string[]> => {
  const files = await readdir(join(profile, 'Default', folder), { recursive: true });
  return files.filter((file) => file.endsWith('.log')).map((file) => join(profile, 'Default', folder, file));
};

/** What is kept of a visit beside the databases is written some seconds later. */
const isRemembered = async (): Promise<boolean> => {
  const logs = await Promise.all((await logsIn('Local Storage')).map((file) => readFile(file, 'latin1')));
  return logs.some((text) => text.includes('replayground/open/'));
};

/** As a kill does that comes in the middle of a write. */
const tearLastRecord = async (): Promise<void> => {
  for (const file of await logsIn('IndexedDB')) await truncate(file, (await stat(file)).size - 5);
};

it('keeps all that is stored where the browser was killed in the middle of a write, at each visit after that', async () => {
  await visit(20, () => expect.poll(isRemembered, { timeout: 30_000 }).toBe(true));
  await tearLastRecord();

  const afterwards = await visit(3);
  expect(afterwards).toBeGreaterThanOrEqual(22);
  expect(await visit(0)).toBe(afterwards);
  expect(await visit(0)).toBe(afterwards);
}, 120_000);
