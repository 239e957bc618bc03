import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, openApp, positionIs, test, timeline } from './support/journey.ts';
import { carts, head, longModel } from './support/longModel.ts';
import { boxOf } from './support/pointing.ts';

const readModels = (page: Page) => timeline(page).getByRole('region', { name: 'Read models' });
const stateAndStep = (page: Page) => timeline(page).getByRole('region', { name: 'State and step' });
const showWatches = (page: Page) => stateAndStep(page).getByRole('tab', { name: 'Watches' }).click();
const total = 'CartDetails cart-4 · total';
const course = (page: Page) =>
  stateAndStep(page).getByRole('slider', { name: /^Course of CartDetails cart-4 · total/ });

const watchTotal = async (page: Page): Promise<void> => {
  await openApp(page);
  const cart = readModels(page).getByRole('row', { name: /^cart-4/ });
  await cart.getByRole('button', { name: '7498', exact: true }).click();
  await stateAndStep(page).getByRole('button', { name: 'Watch it' }).click();
  await showWatches(page);
};

test('a watched value shows its course, leads to each change, and follows what happens', async ({ page }) => {
  await watchTotal(page);
  await expect(course(page)).toHaveAccessibleName('Course of CartDetails cart-4 · total, 3 changes between 0 and 7498');
  await expect(stateAndStep(page).getByRole('status', { name: total })).toHaveText('7498');

  await course(page).focus();
  await page.keyboard.press('ArrowLeft');
  await positionIs(page, 17, 18);
  await expect(stateAndStep(page).getByRole('status', { name: total })).toHaveText('2499');
  await page.keyboard.press('ArrowLeft');
  await positionIs(page, 16, 18);
  await expect(course(page)).toHaveAttribute('aria-valuetext', '0, at event 16');

  const { width, height } = await boxOf(course(page));
  await course(page).click({ position: { x: width - 2, y: height / 2 } });
  await positionIs(page, 18, 18);

  await page.evaluate(async () => {
    const item = { productId: 'mug', quantity: 1, unitPrice: 2 };
    await window.replayground?.send({ type: 'AddProductItem', data: { cartId: 'cart-4', item } });
  });
  await expect(course(page)).toHaveAccessibleName(/4 changes between 0 and 7500$/);
  await expect(stateAndStep(page).getByRole('status', { name: total })).toHaveText('7500');
  const { violations } = await new AxeBuilder({ page }).include('[aria-label="Timeline"]').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test('what is watched is remembered in this browser, until it is let go', async ({ page }) => {
  await watchTotal(page);
  await expect(course(page)).toBeVisible();

  await openApp(page);
  await showWatches(page);
  await expect(course(page)).toHaveAttribute('aria-valuetext', '7498, at event 18');

  await stateAndStep(page)
    .getByRole('button', { name: `Stop watching ${total}` })
    .click();
  await expect(stateAndStep(page).getByText('Nothing is watched yet')).toBeVisible();
  await openApp(page);
  await showWatches(page);
  await expect(stateAndStep(page).getByText('Nothing is watched yet')).toBeVisible();
});

test('of very many changes some are drawn, and each can be reached', async ({ page }) => {
  await openApp(page);
  const model = await longModel(page);
  await page.evaluate((file) => window.replayground?.openModel(file), model);
  await positionIs(page, head, head);
  const total = await page.evaluate(async () => {
    const documents = await window.replayground?.readModel('CartDetails');
    return (documents?.['cart-1'] as { total: number } | undefined)?.total;
  });
  const cart = readModels(page).getByRole('row', { name: /^cart-1/ });
  await cart.getByRole('button', { name: `${total}`, exact: true }).click();
  await stateAndStep(page).getByRole('button', { name: 'Watch it' }).click();
  await showWatches(page);
  const long = stateAndStep(page).getByRole('slider', { name: /^Course of CartDetails cart-1 · total, 300 changes/ });
  await expect(long).toHaveAccessibleName(/; \d+ of them are drawn$/);

  await long.focus();
  for (let press = 0; press < 8; press += 1) await page.keyboard.press('ArrowLeft');
  await positionIs(page, head - carts + 1 - 7 * carts, head);
  await page.keyboard.press('ArrowRight');
  await positionIs(page, head - carts + 1 - 6 * carts, head);
  await page.keyboard.press('Home');
  await expect(long).toHaveAttribute('aria-valuenow', '0');
});
