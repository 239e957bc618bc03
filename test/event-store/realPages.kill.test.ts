import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type KillableBrowser, startKillableBrowser } from '../support/killableBrowser.ts';
import { type ServedBundle, serveBundle } from '../support/serveBundle.ts';
import type * as StorePage from './storePage.ts';

declare const bundle: typeof StorePage;

let served: ServedBundle;
let profile: string;
let browser: KillableBrowser;

beforeAll(async () => {
  served = await serveBundle('test/event-store/storePage.ts');
  profile = await mkdtemp(join(tmpdir(), 'store-pages-'));
  browser = await startKillableBrowser(profile);
});

afterAll(async () => {
  await browser.kill();
  await served.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

const openPage = async (at = served): Promise<Page> => {
  const page = await browser.newPage();
  await page.goto(at.url);
  return page;
};

const contentsOf = async (name: string, at = served): Promise<StorePage.Contents> => {
  const page = await openPage(at);
  const contents = await page.evaluate((wanted) => bundle.contents(wanted), name);
  await page.close();
  return contents;
};

const countTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);

it('keeps versions contiguous while four tabs race for one stream, each deciding anew', async () => {
  const [tabs, appends] = [4, 25];
  const pages = await Promise.all(countTo(tabs).map(() => openPage()));

  const results = await Promise.all(
    pages.map((page, writer) =>
      page.evaluate(([at, times]) => bundle.race('race', at, times), [writer, appends] as const),
    ),
  );

  const { positions, versions, data } = await contentsOf('race');
  expect(versions).toEqual(countTo(tabs * appends));
  expect(positions).toEqual(versions);
  expect(new Set(data.map((one) => JSON.stringify(one))).size).toBe(tabs * appends);
  expect(results.reduce((sum, { conflicts }) => sum + conflicts, 0)).toBeGreaterThan(0);
  for (const page of pages) await page.close();
});

it('says that the disk is full when it is, keeps the log, and goes on once there is room', async () => {
  // An origin of its own, whose disk is small before anything is stored: the browser asks for the room only now and then.
  const small = await serveBundle('test/event-store/storePage.ts');
  const page = await openPage(small);
  const session = await page.context().newCDPSession(page);
  const { origin } = new URL(small.url);
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_000_000 });

  const { stored, reason, message } = await page.evaluate(() => bundle.fill('full'));
  const kept = await contentsOf('full', small);
  await session.send('Storage.overrideQuotaForOrigin', { origin });
  const version = await page.evaluate(() => bundle.appendOne('full'));

  expect(reason).toBe('quota');
  expect(message).toContain('no room left');
  expect(stored).toBeGreaterThan(0);
  expect(kept.versions).toEqual(countTo(stored));
  expect(version).toBe(stored + 1);
  await page.close();
  await small.close();
});

it('leaves whole batches where a tab is closed in the middle of an import and of sealing', async () => {
  for (const enough of [200, 1_000]) {
    const page = await openPage();
    void page.evaluate(() => bundle.importWithoutEnd('imported')).catch(() => undefined);
    // A page that is not in front draws no frames to be polled at.
    await page.waitForFunction((wanted) => globalThis.storedSoFar >= wanted, enough, { polling: 50 });
    const acknowledged = await page.evaluate(() => globalThis.storedSoFar);
    await page.close();

    const { positions, data } = await contentsOf('imported');

    expect(positions.length).toBeGreaterThanOrEqual(acknowledged);
    expect(positions).toEqual(countTo(positions.length));
    expect(data).toEqual(positions.map((position) => ({ index: (position - 1) % 50 })));
  }
});
