import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, note, openApp, openInspectorTab, paste, positionIs, test, timeline } from './support/journey.ts';
import { codeOf } from './support/models.ts';
import { boxOf } from './support/pointing.ts';

const readModels = (page: Page) => timeline(page).getByRole('region', { name: 'Read models' });
const stateAndStep = (page: Page) => timeline(page).getByRole('region', { name: 'State and step' });
const why = (page: Page, question: string) => stateAndStep(page).getByRole('region', { name: question, exact: true });
const events = (page: Page, question: string) => why(page, question).getByRole('listitem');

const lineMark = (page: Page) => page.locator('.monaco-editor [class*="_event_"]');
const lineAtCursor = (page: Page) => page.locator('.monaco-editor .line-numbers.active-line-number');

/** Asks why of a cart's total, goes to the line that made it, and has each piece cost twice as much. */
const doublePrices = async (page: Page): Promise<void> => {
  const cart = readModels(page).getByRole('row', { name: /^cart-1/ });
  await cart.getByRole('button', { name: '4999', exact: true }).click();
  await why(page, 'Why 4999?').getByRole('button', { name: 'Go to line 49 of CartDetails.ts' }).first().click();
  const code = await codeOf(page, 'CartDetails');
  await page
    .getByRole('complementary', { name: 'Inspector' })
    .getByRole('textbox', { name: /Code of/ })
    .focus();
  await page.keyboard.press('ControlOrMeta+a');
  await paste(page, code.replace('quantity * unitPrice', '2 * quantity * unitPrice'));
};

test('a cell is asked why: its events lead back in time, their lines into the code', async ({ page }) => {
  await openApp(page);
  const cart = readModels(page).getByRole('row', { name: /^cart-1/ });

  await cart.getByRole('button', { name: '4999', exact: true }).click();

  await expect(events(page, 'Why 4999?')).toContainText([
    /#6 ProductItemRemoved.*6998.*4999.*line 49/,
    /#3 ProductItemAdded.*1999.*6998.*line 49/,
    /#2 ProductItemAdded.*0.*1999.*line 49/,
    /#1 CartOpened.*0.*line 35/,
  ]);
  await expect(why(page, 'Why 4999?')).toContainText('CartDetails cart-1 total, as of event 18');

  await why(page, 'Why 4999?').getByRole('button', { name: 'Go to event 3, ProductItemAdded' }).click();
  await positionIs(page, 3, 18);
  await expect(events(page, 'Why 4999?').nth(1)).toHaveAttribute('aria-current', 'step');

  await why(page, 'Why 4999?').getByRole('button', { name: 'Go to line 49 of CartDetails.ts' }).nth(2).click();
  await positionIs(page, 2, 18);
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(lineAtCursor(page)).toHaveText('49');
  await expect
    .poll(async () => (await boxOf(lineMark(page))).y - (await boxOf(lineAtCursor(page))).y)
    .toBeCloseTo(0, 0);
  await expect(inspector.getByRole('tab', { name: 'Code' })).toHaveAttribute('aria-selected', 'true');
  await expect(inspector.getByText('CartDetails').first()).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).include('[aria-label="Timeline"]').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test('while why is asked, what made the value is marked: on the wall and in the lanes', async ({ page }) => {
  await openApp(page);
  await page.evaluate(() => window.replayground?.seek(6));
  const onWall = page.locator('[data-wall] span[data-reason]');
  const chip = (position: number) => timeline(page).locator(`[data-position="${position}"]`);
  const cart = readModels(page).getByRole('row', { name: /^cart-1/ });

  await cart.getByRole('button', { name: '4999', exact: true }).click();

  await expect(onWall).toHaveCount(5);
  await expect(chip(6)).toHaveAccessibleName(/^ProductItemRemoved.*, a reason$/);
  await expect(chip(7)).toHaveAccessibleName(/^CartConfirmed.*cart-1$/);
  const marked = 'ShoppingCart, CartOpened, ProductItemAdded, ProductItemRemoved, CartDetails';
  await expect(page.getByRole('status').filter({ hasText: `Marked on the wall: ${marked}` })).toBeAttached();

  await why(page, 'Why 4999?').getByRole('button', { name: 'Go to the note ProductItemRemoved' }).press('Enter');
  await expect(note(page, 'Domain event', 'ProductItemRemoved')).toBeFocused();
  await why(page, 'Why 4999?').getByRole('button', { name: 'Close' }).click();
  await expect(onWall).toHaveCount(0);
  await expect(chip(6)).not.toHaveAccessibleName(/a reason/);
});

test('by keyboard: arrows walk the values, Enter asks, Escape goes back to the value', async ({ page }) => {
  await openApp(page);
  await page.evaluate(() => window.replayground?.seek(6));
  const state = stateAndStep(page);
  await expect(state.getByText('headphones')).toHaveCount(0);

  await state.getByRole('button', { name: 'open', exact: true }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(state.getByRole('button', { name: 'client-1' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(state.getByRole('button', { name: 'lines', exact: true })).toBeFocused();
  await positionIs(page, 6, 18);
  await page.keyboard.press('Enter');

  const question = 'Why [productId keyboard, quantity 1…?';
  await expect(why(page, question)).toBeFocused();
  await expect(events(page, question)).toContainText([
    /#6 ProductItemRemoved.*\[0\]\.productId.*headphones.*keyboard/,
    /#3 ProductItemAdded.*\[1\].*keyboard/,
    /#2 ProductItemAdded.*\[0\].*headphones/,
  ]);
  await page.keyboard.press('Escape');
  await expect(state.getByRole('button', { name: 'lines', exact: true })).toBeFocused();
  await expect(stateAndStep(page).getByRole('tab', { name: 'Why?' })).toHaveCount(0);
});

test('an event says what it changed, and each of that can be asked why', async ({ page }) => {
  await openApp(page);
  await page.evaluate(() => window.replayground?.seek(7));
  await stateAndStep(page).getByRole('tab', { name: 'Step' }).click();

  const changes = stateAndStep(page).getByRole('region', { name: 'Changed by this event' });
  await expect(changes.getByRole('listitem')).toContainText([
    /ShoppingCart-cart-1 · status.*open.*confirmed/,
    /CartDetails cart-1 · status.*open.*confirmed/,
    /ClientSummary client-1 · open.*1.*0/,
    /ClientSummary client-1/,
  ]);
  await changes.getByRole('button', { name: 'ShoppingCart-cart-1 · status' }).click();
  await expect(events(page, 'Why confirmed?')).toContainText([/#7 CartConfirmed/, /#1 CartOpened/]);
});

test('an event says all that it changed, whatever else is watched: values that are come first', async ({ page }) => {
  await openApp(page);
  const cart = readModels(page).getByRole('row', { name: /^cart-1/ });
  await cart.getByRole('button', { name: '4999', exact: true }).click();
  await stateAndStep(page).getByRole('button', { name: 'Watch it' }).click();
  await timeline(page).getByRole('button', { name: 'ShoppingCart-cart-4', exact: true }).click();
  await page.evaluate(() => window.replayground?.seek(6));
  await stateAndStep(page).getByRole('tab', { name: 'State' }).click();
  await expect(stateAndStep(page).getByRole('heading', { name: 'ShoppingCart-cart-4' })).toBeVisible();

  await stateAndStep(page).getByRole('tab', { name: 'Step' }).click();

  const changes = stateAndStep(page).getByRole('region', { name: 'Changed by this event' }).getByRole('listitem');
  await expect(changes.first()).toContainText(/CartDetails cart-1 · total.*6998.*4999/);
  await expect(changes.first().getByRole('img', { name: 'Watched' })).toBeVisible();
  await expect(changes.filter({ hasText: 'CartDetails cart-1 · total' })).toHaveCount(1);
  await expect(changes.filter({ hasText: 'ShoppingCart-cart-1 · lines' }).first()).toBeVisible();
});

test('changed code has other reasons', async ({ page }) => {
  await openApp(page);

  await doublePrices(page);

  await expect(events(page, 'Why 9998?')).toContainText([/13996.*9998/, /3998.*13996/, /0.*3998/, /0/]);
});

test('a difference of a specification is asked why: the given events, and their lines', async ({ page }) => {
  await openApp(page);
  await doublePrices(page);
  await openInspectorTab(page, 'Specs');
  const failed = page
    .getByRole('complementary', { name: 'Inspector' })
    .getByRole('listitem')
    .filter({ has: page.getByText('documents["cart-1"].total', { exact: true }) })
    .first();

  await failed.getByRole('button', { name: 'Why? documents["cart-1"].total' }).first().click();

  await expect(failed).toContainText(/Given \d, ProductItem\w+ .*→.*line 49/);
});
