import { expect, note, openApp, test } from './support/journey.ts';

test('the outline is read, renamed and added to by keyboard, and leads to the note', async ({ page }) => {
  await openApp(page);
  await page.getByRole('main', { name: 'Wall' }).focus();
  await page.keyboard.press('o');
  const table = page.getByRole('table', { name: 'Outline of the wall' });
  await expect(table.getByRole('row')).toHaveCount(16);
  const decider = table.getByRole('row', { name: /^Decider ShoppingCart/ });
  await expect(decider).toContainText('OpenCart, AddProductItem');

  await expect(table.getByRole('button', { name: 'Customer', exact: true }).first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(table.getByRole('button', { name: 'OpenCart', exact: true })).toBeFocused();
  await page.keyboard.press('F2');
  await page.keyboard.type('StartCart');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Rename', exact: true }).press('Enter');
  await expect(table.getByRole('button', { name: 'StartCart', exact: true })).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: 'Renamed OpenCart to StartCart' })).toBeAttached();

  await page.getByRole('button', { name: 'Add what comes after StartCart' }).press('Enter');
  await page.keyboard.press('3');
  await expect(table.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('CartStarted');
  await page.keyboard.press('Enter');
  await expect(table.getByRole('row', { name: /^Domain event CartStarted StartCart/ })).toBeVisible();

  await table.getByRole('button', { name: 'CartStarted', exact: true }).press('Enter');
  await expect(note(page, 'Domain event', 'CartStarted')).toBeFocused();
  await page.keyboard.press('Escape');
});
