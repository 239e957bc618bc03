import type { Page } from '@playwright/test';
import { addByKey } from './support/drawing.ts';
import { expect, newBoard, note, openApp, positionIs, recorded, reloadApp, test, timeline } from './support/journey.ts';
import { modelNames, openSample, pickForModel, showModels } from './support/models.ts';

test.describe('the list of models', () => {
  test('makes, renames, duplicates and opens models', async ({ page }) => {
    await openApp(page);
    await newBoard(page);
    await addByKey(page, 'Command', 'OpenAccount');

    await page.getByRole('button', { name: 'Untitled model', exact: true }).click();
    await page.getByRole('textbox', { name: 'Name of the model' }).fill('Bank');
    await page.keyboard.press('Enter');
    await expect(page).toHaveTitle('Bank · Replayground');

    await showModels(page);
    await pickForModel(page, 'Bank', 'Rename');
    await page.getByRole('textbox', { name: 'New name of Bank' }).fill('Savings bank');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Open Savings bank', exact: true })).toBeVisible();

    await pickForModel(page, 'Savings bank', 'Duplicate');
    await page.getByRole('button', { name: 'Open Savings bank (copy)', exact: true }).click();
    await expect(note(page, 'Command', 'OpenAccount')).toBeVisible();
    await addByKey(page, 'Domain event', 'OnlyInTheCopy');
    await showModels(page);
    expect((await modelNames(page)).toSorted()).toEqual(['Savings bank', 'Savings bank (copy)', 'Shopping cart']);
    await page.getByRole('button', { name: 'Open Savings bank', exact: true }).click();
    await expect(note(page, 'Command', 'OpenAccount')).toBeVisible();
    await expect(note(page, 'Domain event', 'OnlyInTheCopy')).toHaveCount(0);

    await reloadApp(page);
    await expect(page).toHaveTitle('Savings bank · Replayground');
  });

  test('is walked by keys; a model is renamed and deleted there without being opened', async ({ page }) => {
    await openApp(page);
    await newBoard(page);
    await showModels(page);
    await expect(page.getByRole('region', { name: 'Your models' }).locator('svg rect').first()).toBeVisible();

    await page.getByRole('button', { name: 'Open Untitled model', exact: true }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('button', { name: 'Open Shopping cart', exact: true })).toBeFocused();
    await page.keyboard.press('F2');
    await page.keyboard.type('Web shop');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Open Web shop', exact: true })).toBeFocused();
    await expect(page.getByText('open now')).toHaveCount(1);

    await page.keyboard.press('Delete');
    await expect(page.getByRole('button', { name: 'Open Untitled model', exact: true })).toBeFocused();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await page.getByRole('button', { name: 'Open Web shop', exact: true }).click();
    await expect(page).toHaveTitle('Web shop · Replayground');
    await positionIs(page, 18, 18);
  });

  test('brings back what was deleted, with its history', async ({ page }) => {
    await openApp(page);
    const before = await recorded(page, ['CartDetails', 'ClientSummary']);
    await newBoard(page);
    await showModels(page);
    await pickForModel(page, 'Shopping cart', 'Delete');
    await expect(page.getByRole('button', { name: 'Open Shopping cart', exact: true })).toHaveCount(0);

    await reloadApp(page);
    await showModels(page);
    await page.getByRole('button', { name: 'Bring back Shopping cart' }).click();
    await page.getByRole('button', { name: 'Open Shopping cart', exact: true }).click();

    await positionIs(page, 18, 18);
    expect(await recorded(page, ['CartDetails', 'ClientSummary'])).toEqual(before);
  });
});

for (const [name, events, command] of [
  ['Shopping cart', 18, 'OpenCart'],
  ['Group checkout', 17, 'CheckIn'],
  ['Cash register shift', 24, 'StartShift'],
  ['Orders and shipping', 14, 'PlaceOrder'],
] as const)
  test(`${name} opens as one's own copy, which is changed without touching the next`, async ({ page }) => {
    await openApp(page);
    await openSample(page, name, events);
    await expect(page.getByText('your copy')).toBeVisible();
    await note(page, 'Command', command).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Delete');
    await expect(note(page, 'Command', command)).toHaveCount(0);

    await openSample(page, name, events);

    await expect(note(page, 'Command', command)).toBeVisible();
  });

test.describe('runs of a model', () => {
  const pickRun = async (page: Page, choice: string | RegExp) => {
    await timeline(page)
      .getByRole('button', { name: /^Run \d+$/ })
      .click();
    await page.getByRole('menu').locator('[role=menuitem], [role=menuitemradio]').filter({ hasText: choice }).click();
  };

  test('begin empty, begin again from what was recorded, and are kept until they are deleted', async ({ page }) => {
    await openApp(page);
    const readModels = ['CartDetails', 'ClientSummary'];
    const first = await recorded(page, readModels);

    await pickRun(page, 'Start again from the recorded history');
    await expect(timeline(page).getByRole('button', { name: 'Run 2', exact: true })).toBeVisible();
    await positionIs(page, 18, 18);
    expect(await recorded(page, readModels)).toEqual(first);

    await pickRun(page, 'New empty run');
    await expect(timeline(page).getByRole('button', { name: 'Run 3', exact: true })).toBeVisible();
    await positionIs(page, 0, 0);
    expect(await recorded(page, readModels)).toEqual({
      events: [],
      states: {},
      readModels: { CartDetails: {}, ClientSummary: {} },
      position: 0,
    });

    await page.evaluate(() =>
      window.replayground?.send({ type: 'OpenCart', data: { cartId: 'cart-1', clientId: 'client-1' } }),
    );
    await positionIs(page, 1, 1);
    await pickRun(page, /^Run 1/);
    await positionIs(page, 18, 18);
    expect(await recorded(page, readModels)).toEqual(first);
    await pickRun(page, 'Delete Run 2');
    await timeline(page).getByRole('button', { name: 'Run 1', exact: true }).click();
    await expect(page.getByRole('menuitemradio')).toHaveText([/^Run 1/, /^Run 3/]);
  });
});
