import type { Page } from '@playwright/test';
import { expectNoViolations } from './support/expectNoViolations.ts';
import { expect, note, openApp, positionIs, reloadApp, replaceCode, test, timeline } from './support/journey.ts';
import { codeOf } from './support/models.ts';

const view = (page: Page) => page.getByRole('main', { name: 'Compare' });
const status = (page: Page) => view(page).getByRole('status').first();
const chip = (page: Page, name: string | RegExp) => timeline(page).getByRole('button', { name });

test('pin, go on, compare: by keys, and the run and the cursor stay', async ({ page }) => {
  await openApp(page);
  await chip(page, /event 11, /).click();
  await page.keyboard.press('Shift+p');
  await expect(timeline(page).getByText('A', { exact: true })).toBeVisible();
  await page.keyboard.press('End');
  await positionIs(page, 18, 18);

  await page.keyboard.press('Shift+c');
  await expect(status(page)).toContainText('differ.');
  await expect(view(page).getByRole('group', { name: 'Side A' }).getByRole('combobox', { name: 'Moment' })).toHaveValue(
    'a',
  );
  await expect(note(page, 'Read model', 'CartDetails').getByText(/differ/)).toBeVisible();
  const cart = view(page).getByRole('table', { name: 'cart-3', exact: true }).first();
  await expect(cart).toBeVisible();

  await page.keyboard.press('Escape');
  await positionIs(page, 18, 18);
  await reloadApp(page);
  await expect(timeline(page).getByText('A', { exact: true })).toBeVisible();
});

test('a trainer branches, changes the rule, sends, and both worlds stand side by side', async ({ page }) => {
  await openApp(page);
  const code = await codeOf(page, 'ShoppingCart');
  const command = {
    type: 'AddProductItem',
    data: { cartId: 'cart-4', item: { productId: 'mug', quantity: 4, unitPrice: 899 } },
  };
  const before = await page.evaluate((sent) => window.replayground?.send(sent), command);
  expect(before?.kind).toBe('appended');

  await page.keyboard.press('ControlOrMeta+[');
  await positionIs(page, 18, 19);
  await timeline(page).getByRole('button', { name: 'Branch here' }).click();
  await positionIs(page, 18, 18);
  await replaceCode(page, 'Decider', 'ShoppingCart', code.replace('= 10', '= 3'));
  await expect(async () => {
    const outcome = await page.evaluate((sent) => window.replayground?.send(sent), command);
    expect(outcome?.kind).toBe('rejected');
  }).toPass();

  await page.getByRole('main', { name: 'Wall' }).focus();
  await page.keyboard.press('Shift+c');
  await expect(status(page)).toContainText('differ.');
  const states = view(page).getByRole('region', { name: 'States' });
  await expect(states.getByRole('heading', { name: /ShoppingCart-cart-4/ })).toBeVisible();
  await expect(
    view(page)
      .getByRole('region', { name: 'Events' })
      .getByRole('row', { name: /ProductItemAdded/ }),
  ).toBeVisible();
  await expect(note(page, 'Domain event', 'ProductItemAdded').getByText(/\d+ \| \d+ stored/)).toBeVisible();
});

test('code before and after its change, over the same events', async ({ page }) => {
  await openApp(page);
  const code = await codeOf(page, 'CartDetails');
  await replaceCode(
    page,
    'Read model',
    'CartDetails',
    code.replace("status: 'open',\n  total", "status: 'fresh',\n  total"),
  );
  await expect(timeline(page).getByRole('row', { name: /fresh/ }).first()).toBeVisible();

  await page.getByRole('main', { name: 'Wall' }).focus();
  await page.keyboard.press('Shift+c');
  const side = view(page).getByRole('group', { name: 'Side A' });
  await expect(side.getByRole('combobox', { name: 'Code' })).toContainText('before: Edit code of CartDetails');
  const documents = view(page).getByRole('region', { name: 'Documents' });
  await expect(documents.getByRole('row', { name: 'status open fresh' }).first()).toBeVisible();
  await expect(view(page).getByRole('region', { name: 'States' })).toHaveCount(0);

  await side.getByRole('combobox', { name: 'Code' }).selectOption('present');
  await expect(status(page)).toHaveText(/^Nothing differs/);
  await side.getByRole('combobox', { name: 'Run' }).press('Escape');
  await expect(view(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await positionIs(page, 18, 18);
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`branches and comparing have no grave accessibility fault, ${colorScheme}`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await openApp(page);
    await chip(page, /event 12, /).click();
    await page.keyboard.press('Shift+p');
    await page.keyboard.press('Shift+w');
    await expect(page.getByRole('dialog', { name: 'What if …' })).toBeVisible();
    await page.getByRole('combobox', { name: 'What is different' }).selectOption({ index: 3 });
    await expectNoViolations(page, 'what if');
    await page.keyboard.press('Escape');

    await page.keyboard.press('Shift+b');
    await positionIs(page, 12, 12);
    await timeline(page).getByRole('button', { name: 'What if 1', exact: true }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Branches one above the other' }).click();
    await expect(chip(page, /event 12 of Run 1/)).toBeVisible();
    await expectNoViolations(page, 'branches');

    await page.keyboard.press('Shift+c');
    await expect(status(page)).toContainText('differ.');
    await expectNoViolations(page, 'comparing');
    await context.close();
  });
