import type { Page } from '@playwright/test';
import { addByKey } from './support/drawing.ts';
import { expect, newBoard, note, openApp, openInspectorTab, paste, selectNote, test } from './support/journey.ts';
import { codeOf } from './support/models.ts';

const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' });
const dialog = (page: Page) => page.getByRole('dialog');
const undo = (page: Page, label: string) => page.getByRole('banner').getByRole('button', { name: `Undo: ${label}` });

test('a note that code and specifications know by its name is renamed in all of them, in one step', async ({
  page,
}) => {
  await openApp(page);
  await selectNote(page, 'Command', 'ConfirmCart');
  const name = inspector(page).getByRole('textbox', { name: 'Name', exact: true });
  await name.fill('CheckOut');
  await name.press('Enter');
  await expect(dialog(page)).toContainText('Rename ConfirmCart to CheckOut');
  await expect(dialog(page)).toContainText('3 specifications');
  await expect(dialog(page).getByRole('checkbox', { name: /becomes case 'CheckOut': {/ })).toBeChecked();

  await page.keyboard.press('Escape');
  await expect(name).toHaveValue('ConfirmCart');
  await expect(name).toBeFocused();

  await name.fill('CheckOut');
  await name.press('Enter');
  await dialog(page).getByRole('button', { name: 'Rename', exact: true }).press('Enter');
  await expect(note(page, 'Command', 'CheckOut')).toBeVisible();
  expect(await codeOf(page, 'ShoppingCart')).toContain("case 'CheckOut'");
  await selectNote(page, 'Decider', 'ShoppingCart');
  await openInspectorTab(page, 'Specs');
  await expect(inspector(page).getByRole('img', { name: 'Passed' })).toHaveCount(18);

  await undo(page, 'Rename ConfirmCart to CheckOut').click();
  await expect(note(page, 'Command', 'ConfirmCart')).toBeVisible();
  expect(await codeOf(page, 'ShoppingCart')).not.toContain('CheckOut');
  await expect(inspector(page).getByRole('img', { name: 'Passed' })).toHaveCount(18);
});

test('a field is renamed where code reads it, with the lines that may mean another one left to the person', async ({
  page,
}) => {
  await openApp(page);
  await selectNote(page, 'Domain event', 'CartOpened');
  const field = inspector(page).getByRole('textbox', { name: 'Field name' }).nth(1);
  await field.fill('customerId');
  await field.press('Enter');
  await expect(dialog(page)).toContainText('Rename clientId to customerId');
  await expect(dialog(page).getByRole('checkbox', { name: /becomes .*getDocumentId.*customerId/ })).not.toBeChecked();

  await dialog(page).getByRole('checkbox', { name: 'Also the same field of 3 other notes' }).click();
  await expect(dialog(page).getByRole('checkbox', { name: /becomes .*getDocumentId.*customerId/ })).toBeChecked();
  await dialog(page).getByRole('button', { name: 'Rename', exact: true }).click();
  await expect(field).toHaveValue('customerId');
  expect(await codeOf(page, 'ClientSummary')).toContain('=> event.data.customerId;');
  expect(await codeOf(page, 'ShoppingCart')).toContain('data: { cartId, customerId: clientId, total:');
});

test('fields are typed row by row, and pasted as a type', async ({ page }) => {
  await openApp(page);
  await newBoard(page);
  await addByKey(page, 'Command', 'OpenAccount');
  await page.keyboard.press('Enter');
  const names = inspector(page).getByRole('textbox', { name: 'Field name' });
  await inspector(page).getByRole('button', { name: 'Add a field' }).click();
  await expect(names).toBeFocused();
  await page.keyboard.type('accountId');
  await page.keyboard.press('Enter');
  await expect(names.nth(1)).toBeFocused();
  await page.keyboard.type('owner');
  await page.keyboard.press('Enter');
  await expect(names.nth(2)).toBeFocused();
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await expect(names).toHaveCount(2);
  await expect(names.nth(1)).toBeFocused();

  await paste(page, 'type Limits = {\n  limit: number;\n  tender?: "cash" | "card";\n};');
  await expect(names).toHaveCount(4);
  await expect(names.nth(3)).toHaveValue('tender');
});
