import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { dropFile, savedText } from './support/files.ts';
import { arrow, expect, form, note, openApp, positionIs, test } from './support/journey.ts';

/** Presses a key until the focus has arrived. Nothing else is clicked or focused in these journeys. */
const pressUntil = async (page: Page, key: string, arrived: Locator): Promise<void> => {
  for (let press = 0; press < 40; press += 1) {
    if (await arrived.evaluateAll((found) => found.some((element) => element === document.activeElement))) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${arrived}.`);
};

const typeName = async (page: Page, kind: string, name: string): Promise<void> => {
  await expect(page.getByRole('textbox', { name: `Name of the ${kind}` })).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('application').locator(':focus')).toHaveAccessibleName(new RegExp(` ${name}\\.`));
};

/** What comes after the note that has the focus. */
const append = async (page: Page, kind: string, name: string): Promise<void> => {
  await page.keyboard.press('a');
  const menu = page.getByRole('menu', { name: /What comes after/ });
  await pressUntil(page, 'ArrowDown', menu.getByRole('menuitem', { name: new RegExp(`^${kind}`) }));
  await page.keyboard.press('Enter');
  await typeName(page, kind.toLowerCase(), name);
};

test('from a new board to its history and back, without ever touching the mouse', async ({ page }) => {
  await openApp(page);

  await test.step('a new board', async () => {
    await page.keyboard.press('ControlOrMeta+Shift+l');
    await expect(page.getByRole('heading', { name: 'Models', exact: true })).toBeVisible();
    await pressUntil(page, 'Tab', page.getByRole('button', { name: 'New board' }));
    await page.keyboard.press('Enter');
    await expect(page.getByText('An empty wall')).toBeVisible();
  });

  await test.step('notes and arrows', async () => {
    await page.keyboard.press('2');
    await typeName(page, 'command', 'OpenAccount');
    await append(page, 'Decider', 'Account');
    await append(page, 'Domain event', 'AccountOpened');
    await append(page, 'Read model', 'Accounts');
    await page.keyboard.press('Escape');
    await page.keyboard.press('2');
    await typeName(page, 'command', 'CloseAccount');
    await page.keyboard.press('c');
    const targets = page.getByRole('menu', { name: 'Connect CloseAccount to' });
    await pressUntil(page, 'ArrowDown', targets.getByRole('menuitem', { name: 'Account Decider' }));
    await page.keyboard.press('Enter');
    await expect(arrow(page, 'CloseAccount', 'Account')).toBeAttached();
  });

  await test.step('a field', async () => {
    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    await pressUntil(page, 'F6', inspector.getByRole('textbox', { name: 'Name', exact: true }));
    await pressUntil(page, 'Tab', inspector.getByRole('button', { name: 'Add a field' }));
    await page.keyboard.press('Enter');
    await expect(inspector.getByRole('textbox', { name: 'Field name' })).toBeFocused();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('reason');
    await page.keyboard.press('Enter');
  });

  await test.step('walk to a command, send it', async () => {
    await pressUntil(page, 'F6', page.getByRole('application').getByRole('group'));
    await page.keyboard.press('Escape');
    await pressUntil(page, 'ArrowLeft', note(page, 'Command', 'OpenAccount'));
    await page.keyboard.press('Space');
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(form(page, 'OpenAccount').locator(':focus')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByText(/^AccountOpened appended to /).first()).toBeVisible();
    await positionIs(page, 1, 1);
    await page.keyboard.press('Escape');
    await expect(form(page, 'OpenAccount')).toHaveCount(0);
  });

  await test.step('back in time and forth', async () => {
    await page.keyboard.press('ControlOrMeta+[');
    await positionIs(page, 0, 1);
    await pressUntil(page, 'F6', page.getByRole('button', { name: 'To the start' }));
    await page.keyboard.press('End');
    await positionIs(page, 1, 1);
  });

  await test.step('the sheet of keys, and the models and back', async () => {
    await page.keyboard.press('Shift+?');
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('ControlOrMeta+Shift+l');
    await pressUntil(page, 'Tab', page.getByRole('button', { name: 'Back to the wall' }));
    await page.keyboard.press('Enter');
    await expect(note(page, 'Decider', 'Account')).toBeVisible();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(page.getByRole('complementary', { name: 'Inspector' })).not.toContainText('reason');
  });
});

test('an Enter right after the run button sends, and Escape leads back to the note', async ({ page }) => {
  await openApp(page);
  await note(page, 'Command', 'AddProductItem').focus();
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.keyboard.press('Enter');

  await expect(page.getByText('ProductItemAdded appended to ShoppingCart-cart-4, now at version 4.')).toBeVisible();
  await positionIs(page, 19, 19);
  await page.keyboard.press('Escape');
  await expect(note(page, 'Command', 'AddProductItem')).toBeFocused();
});

test('the preview of a file is named, has no grave fault, and goes by Escape', async ({ page }) => {
  await openApp(page);
  await dropFile(page, { name: 'friends.json', text: await savedText(page) });
  const preview = page.getByRole('dialog', { name: 'Open “Shopping cart”?' });
  await expect(preview.getByRole('button', { name: 'Open as new' })).toBeFocused();

  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  }

  await page.keyboard.press('Escape');
  await expect(preview).toHaveCount(0);
});
