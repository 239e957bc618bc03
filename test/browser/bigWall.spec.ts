import type { Page } from '@playwright/test';
import { bigModel } from '../bench/bigModel.mjs';
import { installProbe } from '../bench/stepProbe.mjs';
import { middleOf, nodeOf, settle } from '../bench/wallGestures.mjs';
import { expect, openApp, test } from './support/journey.ts';

const noteCount = 300;

type Counts = { renders: number; elements: number; parts: number };
type Probed = { probe: { start(): void; stop(): Counts } };

/** What React rendered, and which notes and arrows changed, while something was done once. */
const countWhile = async (page: Page, act: () => Promise<unknown>): Promise<Counts> => {
  await page.evaluate(() => (window as unknown as Probed).probe.start());
  await act();
  await settle(page);
  return page.evaluate(() => (window as unknown as Probed).probe.stop());
};

test('a step on a wall of many notes draws what it changes, and nothing else', async ({ page }) => {
  await page.addInitScript(installProbe);
  await openApp(page);
  await page.evaluate((text) => window.replayground?.openModel(text), JSON.stringify(bigModel(noteCount)));
  await expect(page.locator('.react-flow__node')).toHaveCount(noteCount);
  await expect(page.locator('.react-flow__edge')).toHaveCount(bigModel(noteCount).connections.length);

  await test.step('from far away notes are drawn plainly', async () => {
    expect(await page.locator('.react-flow__handle').count()).toBe(0);
    expect(await page.locator('.react-flow__edge-interaction').count()).toBe(0);
  });

  const dragged = nodeOf('note-canceled-4');
  await page.locator(dragged).click();
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toBeVisible();
  await settle(page);
  const { x, y } = await middleOf(page, dragged);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 12, y + 12);
  await settle(page);

  await test.step('a drag moves its note and the three arrows there', async () => {
    const counts = await countWhile(page, () => page.mouse.move(x + 30, y + 40));
    expect(counts.parts).toBe(4);
    expect(counts.renders).toBeLessThan(noteCount / 4);
  });
  await page.mouse.up();

  await test.step('moving the wall touches no note', async () => {
    await page.mouse.down({ button: 'middle' });
    await page.mouse.move(x + 20, y + 20);
    await settle(page);
    const counts = await countWhile(page, () => page.mouse.move(x + 30, y + 30));
    expect(counts.parts).toBe(0);
    expect(counts.renders).toBeLessThan(20);
    await page.mouse.up({ button: 'middle' });
  });
});
