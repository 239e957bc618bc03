import type { Page } from '@playwright/test';
import { bigModel } from '../bench/bigModel.mjs';
import { expect, openApp, test } from './support/journey.ts';

const eventCount = 90;

/** One order that is placed and canceled again and again. */
const events = Array.from({ length: eventCount }, (_, index) => ({
  type: index % 2 === 0 ? 'OrderPlaced0' : 'OrderCanceled0',
  data: { orderId: 'order-1', amount: 120 },
  metadata: {
    eventId: `event-${index}`,
    streamName: 'Order0-order-1',
    streamPosition: index + 1,
    globalPosition: index + 1,
    recordedAt: new Date(Date.UTC(2026, 0, 1) + index * 1000).toISOString(),
    schemaVersion: 1,
  },
}));

type Watched = { shown: { position: number; version: number }[] };

/** In the page: at each change of the dock, the position of the cursor and the version of the state beside it. */
const watchDock = (): void => {
  const shown: Watched['shown'] = [];
  const field = document.querySelector<HTMLInputElement>('input[aria-label="Go to event number"]');
  const dock = document.querySelector('[data-region="timeline"]');
  const state = document.querySelector('section[aria-label="State and step"]');
  if (!field || !dock || !state) throw new Error('There is no timeline.');
  new MutationObserver(() => {
    const version = Number(/version (\d+)/.exec(state?.textContent ?? '')?.[1] ?? 0);
    shown.push({ position: Number(field.value), version });
  }).observe(dock, { subtree: true, childList: true, characterData: true, attributes: true });
  Object.assign(window, { shown });
};

const shownIn = (page: Page) => page.evaluate(() => (window as unknown as Watched).shown);

test('while it plays as fast as it can, the cursor never goes ahead of what is shown', async ({ page }) => {
  await openApp(page);
  const model = JSON.stringify({ ...bigModel(20), history: { events, commands: [] } });
  await page.evaluate((text) => window.replayground?.openModel(text), model);
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('60/s');
  await page.evaluate(() => window.replayground?.seek(1));
  await page.evaluate(watchDock);

  await page.getByRole('button', { name: 'Play', exact: true }).click();

  await expect.poll(() => page.evaluate(() => window.replayground?.position())).toBe(eventCount);
  const shown = (await shownIn(page)).filter(({ position }) => position > 0 && position < eventCount);
  expect(new Set(shown.map(({ position }) => position)).size).toBeGreaterThan(1);
  expect(shown.filter(({ position, version }) => position !== version)).toEqual([]);
});
