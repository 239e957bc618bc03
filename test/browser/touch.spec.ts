import type { Page } from '@playwright/test';
import { expect, note, openApp, test } from './support/journey.ts';
import { boxOf, centreOf } from './support/pointing.ts';
import { fingersOn } from './support/touching.ts';

test.use({ hasTouch: true, viewport: { width: 1024, height: 768 } });

const open = async (page: Page) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openApp(page);
  return fingersOn(page);
};

test('a finger moves a note, two fingers zoom and move the wall', async ({ page }) => {
  const { down, move, up } = await open(page);
  const decider = note(page, 'Decider', 'ShoppingCart');
  const start = await centreOf(decider);

  await down(start);
  await move([start], [{ x: start.x, y: start.y + 90 }]);
  await up();
  await expect(page.getByRole('banner').getByRole('button', { name: 'Undo: Move ShoppingCart' })).toBeVisible();

  const before = await boxOf(decider);
  const { x, y, width, height } = await boxOf(page.getByRole('application'));
  const [left, right] = [
    { x: x + width / 2 - 40, y: y + height - 20 },
    { x: x + width / 2 + 40, y: y + height - 20 },
  ];
  await down(left, right);
  await move(
    [left, right],
    [
      { x: left.x - 40, y: left.y },
      { x: right.x + 40, y: right.y },
    ],
  );
  await up();
  await expect.poll(async () => (await boxOf(decider)).width).toBeGreaterThan(before.width * 1.3);

  const zoomed = await boxOf(decider);
  await down(left, right);
  await move(
    [left, right],
    [
      { x: left.x, y: left.y - 60 },
      { x: right.x, y: right.y - 60 },
    ],
  );
  await up();
  await expect.poll(async () => Math.round((await boxOf(decider)).y)).toBeLessThan(Math.round(zoomed.y) - 40);
  expect((await boxOf(decider)).width).toBeCloseTo(zoomed.width, 0);
});

test('a finger that stays opens the menu of what is there', async ({ page }) => {
  const { down, up } = await open(page);
  await down(await centreOf(note(page, 'Domain event', 'CartOpened')));
  const menu = page.getByRole('menu', { name: 'CartOpened', exact: true });
  await expect(menu).toBeVisible();
  await up();
  await expect(menu.getByRole('menuitem', { name: 'Duplicate' })).toBeVisible();
});
