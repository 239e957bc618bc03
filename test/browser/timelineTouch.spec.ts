import type { Page } from '@playwright/test';
import { expect, openApp, positionIs, test, timeline } from './support/journey.ts';
import { boxOf, type Point } from './support/pointing.ts';
import { fingersOn } from './support/touching.ts';

test.use({ hasTouch: true, viewport: { width: 1024, height: 768 } });

const open = async (page: Page) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openApp(page);
  await positionIs(page, 18, 18);
  return fingersOn(page);
};

const lastChip = (page: Page) => timeline(page).getByRole('button', { name: /event 18, / });

test('two fingers draw the time axis smaller and larger, one drags through the history', async ({ page }) => {
  const { down, move, up } = await open(page);
  const { x, y, width } = await boxOf(lastChip(page));
  const at = (dx: number): Point => ({ x: x + dx, y: y + 40 });

  await down(at(-60), at(20));
  await move([at(-60), at(20)], [at(-40), at(0)]);
  await up();
  await expect.poll(async () => (await boxOf(lastChip(page))).width).toBeLessThan(width * 0.75);
  await down(at(-40), at(0));
  await move([at(-40), at(0)], [at(-80), at(40)]);
  await up();
  await expect.poll(async () => (await boxOf(lastChip(page))).width).toBeCloseTo(width, 0);

  const scrubber = await boxOf(page.getByRole('slider', { name: 'Place in history' }));
  const end = { x: scrubber.x + scrubber.width - 8, y: scrubber.y + scrubber.height / 2 };
  await down(end);
  await move([end], [{ x: scrubber.x + 8 + (scrubber.width - 16) / 2, y: end.y }]);
  await up();
  await positionIs(page, 9, 18);
});

test('the speed can be chosen on a narrow screen, and nothing of the bar is cut off', async ({ page }) => {
  for (const width of [880, 700]) {
    await page.setViewportSize({ width, height: 768 });
    await openApp(page);
    await page.keyboard.press('ControlOrMeta+[');
    const speed = timeline(page).getByRole('combobox', { name: 'Speed' });
    await speed.selectOption('2×');
    await expect(speed).toHaveValue('2');
    for (const name of ['Return to now', 'Branch here', 'Bookmarks and breakpoints']) {
      const box = await boxOf(timeline(page).getByRole('button', { name, exact: true }));
      expect(box.x + box.width).toBeLessThanOrEqual(width);
    }
  }
});
