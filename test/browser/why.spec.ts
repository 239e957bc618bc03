import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, openApp, positionIs, replaceCode, test, timeline } from './support/journey.ts';
import { codeOf } from './support/models.ts';

const readModels = (page: Page) => timeline(page).getByRole('region', { name: 'Read models' });
const stateAndStep = (page: Page) => timeline(page).getByRole('region', { name: 'State and step' });
const why = (page: Page, question: string) => stateAndStep(page).getByRole('region', { name: question, exact: true });
const events = (page: Page, question: string) => why(page, question).getByRole('listitem');

test('a cell is asked why: its events lead back in time, their lines into the code', async ({ page }) => {
  await openApp(page);
  const cart = readModels(page).getByRole('row', { name: /^cart-1/ });

  await cart.getByRole('button', { name: '4999', exact: true }).click();

  await expect(events(page, 'Why 4999?')).toContainText([
    /#6 ProductItemRemoved.*6998.*4999.*line 38/,
    /#3 ProductItemAdded.*1999.*6998.*line 36/,
    /#2 ProductItemAdded.*0.*1999.*line 36/,
    /#1 CartOpened.*0.*line 34/,
  ]);
  await expect(why(page, 'Why 4999?')).toContainText('CartDetails cart-1 total, as of event 18');

  await why(page, 'Why 4999?').getByRole('button', { name: 'Go to event 3, ProductItemAdded' }).click();
  await positionIs(page, 3, 18);
  await expect(events(page, 'Why 4999?').nth(1)).toHaveAttribute('aria-current', 'step');

  await why(page, 'Why 4999?').getByRole('button', { name: 'Go to line 38 of CartDetails.ts' }).click();
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector.getByRole('tab', { name: 'Code' })).toHaveAttribute('aria-selected', 'true');
  await expect(inspector.getByText('CartDetails').first()).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).include('[aria-label="Timeline"]').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
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

test('changed code has other reasons', async ({ page }) => {
  await openApp(page);
  await readModels(page)
    .getByRole('row', { name: /^cart-1/ })
    .getByRole('button', { name: '4999', exact: true })
    .click();
  await expect(events(page, 'Why 4999?')).toHaveCount(4);
  const code = await codeOf(page, 'CartDetails');

  await replaceCode(
    page,
    'Read model',
    'CartDetails',
    code.replace('quantity * unitPrice', '2 * quantity * unitPrice'),
  );

  await expect(why(page, 'Why 9998?')).toBeVisible();
});
