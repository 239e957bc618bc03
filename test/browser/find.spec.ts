import type { Page } from '@playwright/test';
import { expect, note, openApp, positionIs, test } from './support/journey.ts';

const findField = (page: Page) => page.getByRole('combobox', { name: 'Find in this model' });
const finder = (page: Page) => page.getByRole('dialog', { name: 'Do or go to anything' });
const found = (page: Page) => page.locator('[data-found]');
const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' });

test('finds in notes, fields, code, specifications and events, and goes there by keys', async ({ page }) => {
  await openApp(page);
  await page.keyboard.press('ControlOrMeta+f');
  await page.keyboard.type('clientid');
  await expect(findField(page)).toBeFocused();
  await expect(findField(page)).toHaveValue('clientid');
  const hits = page.getByRole('listbox', { name: 'Find in this model' });
  await expect(hits.getByRole('group', { name: 'Fields' })).toBeVisible();
  await expect(hits.getByRole('group', { name: 'Code' })).toBeVisible();
  await expect(hits.getByRole('group', { name: 'Recorded events' })).toBeVisible();

  await page.keyboard.press('ArrowDown');
  await expect(found(page)).toBeInViewport();
  const [id] = await found(page).evaluateAll((marks) => marks.map((mark) => mark.getAttribute('data-found')));
  await expect(page.locator(`.react-flow__node[data-id="${id}"]`)).toBeInViewport();
  await expect(findField(page)).toBeFocused();

  await hits.getByRole('option', { name: /^1 CartOpened/ }).click();
  await positionIs(page, 1, 18);

  await findField(page).fill('totalOf');
  await hits.getByRole('group', { name: 'Code' }).getByRole('option').first().click();
  await expect(inspector(page).getByRole('textbox', { name: /Code of ShoppingCart/ })).toBeFocused();

  await expect(inspector(page).locator('.monaco-editor').first()).toBeVisible();
  await inspector(page)
    .getByRole('textbox', { name: /Code of ShoppingCart/ })
    .focus();
  await page.keyboard.press('ControlOrMeta+f');
  await expect(inspector(page).locator('.find-widget.visible')).toBeVisible();
  await expect(findField(page)).not.toBeFocused();
  await page.getByRole('search').getByRole('button', { name: 'Close' }).click();
  await expect(findField(page)).toHaveCount(0);
});

test('the palette does what is typed: an action, a note, an event by its number', async ({ page }) => {
  await openApp(page);
  await note(page, 'Command', 'OpenCart').focus();
  await page.keyboard.press('ControlOrMeta+k');
  await expect(finder(page).getByRole('combobox')).toBeFocused();

  await page.keyboard.type('connect');
  await expect(finder(page).getByRole('option', { selected: true })).toContainText('Connect the note to');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu', { name: 'Connect OpenCart to' })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('pir');
  await expect(finder(page).getByRole('option', { selected: true })).toContainText('ProductItemRemoved');
  await page.keyboard.press('Enter');
  await expect(note(page, 'Domain event', 'ProductItemRemoved')).toBeFocused();

  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('7');
  await expect(finder(page).getByRole('option', { selected: true })).toContainText('Event 7:');
  await page.keyboard.press('Enter');
  await positionIs(page, 7, 18);

  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('no such thing');
  await expect(finder(page)).toContainText('Nothing answers to “no such thing”.');
  await page.keyboard.press('Escape');
  await expect(note(page, 'Domain event', 'ProductItemRemoved')).toBeFocused();
});

test('what is typed and pasted while the palette is on its way is done once it is there', async ({ page }) => {
  let letCome = () => {};
  const coming = new Promise<void>((resolve) => {
    letCome = resolve;
  });
  await page.route('**/Finder*.js', async (route) => {
    await coming;
    await route.continue();
  });
  await openApp(page);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate(() => navigator.clipboard.writeText('productite\n'));

  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.press('ControlOrMeta+v');
  await page.keyboard.type('mx');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('removed');
  await page.keyboard.press('Enter');
  await expect(finder(page)).toHaveCount(0);
  letCome();

  await expect(note(page, 'Domain event', 'ProductItemRemoved')).toBeFocused();
  await expect(finder(page)).toHaveCount(0);
});

test('Enter picks what answers to all that was typed, however slow the machine is', async ({ page }) => {
  await openApp(page);
  await note(page, 'Command', 'OpenCart').focus();
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 12 });

  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('productitemremoved');
  await page.keyboard.press('Enter');

  await expect(note(page, 'Domain event', 'ProductItemRemoved')).toBeFocused();
});

test('keys that follow Escape at once open what keeps the focus, however slow the machine is', async ({ page }) => {
  await openApp(page);
  const event = note(page, 'Domain event', 'CartCanceled');
  await event.focus();
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 12 });
  await page.keyboard.press('ControlOrMeta+k');
  await expect(finder(page).getByRole('combobox')).toBeFocused();

  await Promise.all(['Escape', 'F2', ...'CartGivenUp', 'Enter'].map((key) => page.keyboard.press(key)));

  await expect(page.getByRole('dialog')).toContainText('Rename CartCanceled to CartGivenUp');
  await page.keyboard.press('Escape');
  await expect(event).toBeFocused();
});
