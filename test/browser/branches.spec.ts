import type { Page } from '@playwright/test';
import { expect, form, openApp, positionIs, reloadApp, runNote, test, timeline } from './support/journey.ts';

const chip = (page: Page, name: string | RegExp) => timeline(page).getByRole('button', { name });
const runsButton = (page: Page, name: string) => timeline(page).getByRole('button', { name, exact: true });
const menu = (page: Page) => page.getByRole('menu', { name: 'Runs of this model' });
const events = (page: Page) => page.evaluate(() => window.replayground?.events());

const chooseFromRuns = async (page: Page, run: string, item: string | RegExp): Promise<void> => {
  await runsButton(page, run).click();
  await menu(page)
    .getByRole('menuitem', { name: item })
    .or(menu(page).getByRole('menuitemradio', { name: item }))
    .or(menu(page).getByRole('menuitemcheckbox', { name: item }))
    .click();
};

test('a moment is branched at, goes on by itself, and the other run stays as it is', async ({ page }) => {
  await openApp(page);
  const before = await events(page);
  await chip(page, /event 9, /).click();
  await timeline(page).getByRole('button', { name: 'Branch here' }).click();

  await expect(
    page.getByText('What if 1 is a run of its own from event 9 of Run 1, which stays as it is.'),
  ).toBeVisible();
  await positionIs(page, 9, 9);
  await runNote(page, 'OpenCart');
  await form(page, 'OpenCart').getByRole('button', { name: 'Send', exact: true }).click();
  await positionIs(page, 10, 10);
  await reloadApp(page);
  await positionIs(page, 10, 10);

  await test.step('returned to where it came from', async () => {
    await chooseFromRuns(page, 'What if 1', /^Return to Run 1/);
    await positionIs(page, 9, 18);
    await page.evaluate(() => window.replayground?.seek(18));
    expect(await events(page)).toEqual(before);
  });
  await test.step('thrown away, and brought back', async () => {
    await chooseFromRuns(page, 'Run 1', /^What if 1/);
    await positionIs(page, 10, 10);
    await chooseFromRuns(page, 'What if 1', 'Throw What if 1 away');
    await positionIs(page, 9, 18);
    const deleted = page.getByRole('status').filter({ hasText: 'Deleted What if 1.' });
    await deleted.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByText('What if 1 is back among the runs.')).toBeVisible();
    await chooseFromRuns(page, 'Run 1', /^What if 1/);
    await positionIs(page, 10, 10);
  });
  await test.step('named and adopted', async () => {
    await chooseFromRuns(page, 'What if 1', 'Rename this run');
    await page.getByRole('textbox', { name: 'Name' }).fill('A new cart instead');
    await page.keyboard.press('Enter');
    await chooseFromRuns(page, 'A new cart instead', /^Adopt A new cart instead/);
    await expect(page.getByText('The model goes on with A new cart instead.')).toBeVisible();
    await runsButton(page, 'A new cart instead').click();
    await expect(menu(page).getByRole('menuitem', { name: /^Adopt/ })).toHaveCount(0);
  });
});

test('by keys: a branch here, and a command that is sent on one', async ({ page }) => {
  await openApp(page);
  await chip(page, /event 5, /).click();
  await page.keyboard.press('Shift+b');
  await positionIs(page, 5, 5);

  await page.keyboard.press('ArrowLeft');
  await positionIs(page, 4, 5);
  await runNote(page, 'OpenCart');
  await form(page, 'OpenCart').getByRole('button', { name: 'Branch here and send' }).press('Enter');
  await expect(page.getByText(/^CartOpened appended to /)).toBeVisible();
  await positionIs(page, 5, 5);
  await expect(runsButton(page, 'What if 2')).toBeVisible();
});

test('the past is edited on a branch: an event less, with other data, one more, decided anew', async ({ page }) => {
  await openApp(page);
  const dialog = page.getByRole('dialog', { name: 'What if …' });
  const open = async (position: number): Promise<void> => {
    await chip(page, new RegExp(`event ${position}, `)).click();
    await page.keyboard.press('Shift+w');
    await expect(dialog).toBeVisible();
  };
  const make = () => dialog.getByRole('button', { name: 'Make the branch' }).click();

  await test.step('without an event', async () => {
    await open(9);
    await dialog.getByRole('combobox', { name: 'What is different' }).selectOption({ index: 1 });
    await expect(dialog.getByText('9 events after it. Nobody decides on them again')).toBeVisible();
    await make();
    await positionIs(page, 17, 17);
    await chooseFromRuns(page, 'What if 1', /^Return to Run 1/);
    await positionIs(page, 8, 18);
  });
  await test.step('with other data, the commands after it decided anew at another time', async () => {
    await open(2);
    await dialog.getByRole('combobox', { name: 'What is different' }).selectOption({ index: 2 });
    await dialog.getByRole('textbox', { name: 'quantity' }).fill('9');
    await dialog.getByRole('combobox', { name: 'What comes after it' }).selectOption('sent-again');
    await dialog.getByRole('textbox', { name: 'Set the clock (optional)' }).fill('yesterday');
    await expect(dialog.getByText('a clock never runs backwards')).toBeVisible();
    await dialog.getByRole('textbox', { name: 'Set the clock (optional)' }).fill('+1d');
    await make();
    await expect(runsButton(page, 'What if 2')).toBeVisible();
    const [opened, added] = (await events(page)) ?? [];
    expect(added?.data).toMatchObject({ item: { quantity: 9 } });
    const third = (await events(page))?.[2];
    expect(
      Date.parse(third?.metadata.recordedAt ?? '') - Date.parse(opened?.metadata.recordedAt ?? ''),
    ).toBeGreaterThan(23 * 3_600_000);
  });
});

test('branches stand one above the other, and a chip leads to its run and place', async ({ page }) => {
  await openApp(page);
  await chip(page, /event 12, /).click();
  await page.keyboard.press('Shift+b');
  await positionIs(page, 12, 12);
  await page.evaluate(() =>
    window.replayground?.send({ type: 'OpenCart', data: { cartId: 'cart-9', clientId: 'client-9' } }),
  );
  await positionIs(page, 13, 13);
  await chooseFromRuns(page, 'What if 1', 'Branches one above the other');

  await expect(page.getByRole('img', { name: 'What if 1 parts after event 12' })).toBeVisible();
  await expect(chip(page, /event 12 of What if 1/)).toHaveCount(0);
  await chip(page, /event 14 of Run 1/).click();
  await positionIs(page, 14, 18);
  await expect(chip(page, /event 14 of Run 1/)).toHaveAttribute('aria-current', 'step');
  await chip(page, 'CartOpened, event 13 of What if 1').press('Enter');
  await positionIs(page, 13, 13);
  await page.getByRole('button', { name: 'Back to the streams' }).click();
  await expect(chip(page, /event 13, ShoppingCart-cart-9/)).toBeVisible();
});
