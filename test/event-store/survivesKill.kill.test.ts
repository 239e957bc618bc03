import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type KillableBrowser, startKillableBrowser } from '../support/killableBrowser.ts';
import { type ServedBundle, serveBundle } from '../support/serveBundle.ts';
import type * as EndlessWriter from './endlessWriter.ts';

declare const bundle: typeof EndlessWriter;

let served: ServedBundle;

beforeAll(async () => {
  served = await serveBundle('test/event-store/endlessWriter.ts');
});

afterAll(() => served.close());

// Each on a profile of its own: Chromium goes on in a log whose last record the kill has torn, finds it corrupt at the
// start after the next one, and throws all of the origin's databases away.
it.each([40, 150, 400])(
  'keeps every acknowledged batch whole when the browser is killed while it writes and seals, after %i',
  async (enough) => {
    const profile = await mkdtemp(join(tmpdir(), 'killed-browser-'));
    const acknowledged = new Set<number>();
    const browser = await startKillableBrowser(profile);
    await writeUntil(browser, acknowledged, enough);
    await browser.kill();

    const { positions, versionsAreContiguous, wholeBatches, batches } = await readAgain(profile);
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });

    expect(positions).toEqual(positions.map((_, index) => index + 1));
    expect(versionsAreContiguous).toBe(true);
    expect(wholeBatches).toEqual(batches);
    expect([...acknowledged].filter((batch) => !batches.includes(batch))).toEqual([]);
  },
  180_000,
);

const writeUntil = async (browser: KillableBrowser, acknowledged: Set<number>, enough: number): Promise<void> => {
  const page = await browser.newPage();
  await new Promise<void>((resolve, reject) => {
    const acknowledge = (batch: number) => {
      acknowledged.add(batch);
      if (acknowledged.size >= enough) resolve();
    };
    page
      .exposeFunction('acknowledge', acknowledge)
      .then(() => page.goto(served.url))
      .then(() => page.evaluate(() => bundle.writeWithoutEnd()))
      .catch(reject);
  });
};

const readAgain = async (profile: string): Promise<EndlessWriter.WhatIsLeft> => {
  const browser = await startKillableBrowser(profile);
  const page = await browser.newPage();
  await page.goto(served.url);
  const left = await page.evaluate(() => bundle.whatIsLeft());
  await browser.kill();
  return left;
};
