import type { Page } from '@playwright/test';
import { dropFile, savedText } from './support/files.ts';
import { expect, note, openApp, test } from './support/journey.ts';
import { boxOf } from './support/pointing.ts';

const said = (page: Page, words: string) => expect(page.locator('[data-wall] ~ [role=status]')).toHaveText(words);

/** What is seen of the wall, told by where the notes are. */
const isSeen = (page: Page, name: string) => expect(note(page, 'Command', name)).toBeInViewport({ ratio: 1 });

test('a view is kept, named, gone to by menu and key, and travels with the file', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openApp(page);
  const command = note(page, 'Command', 'OpenCart');
  await command.focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+Digit2');
  await page.keyboard.press('Shift+v');
  await page.getByRole('menu', { name: 'Views' }).getByRole('menuitem', { name: 'Keep what is seen' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Views of the wall' });
  await expect(dialog.getByRole('textbox', { name: 'Name of the view View 1' })).toBeFocused();
  await page.keyboard.type('How a cart is opened');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  const kept = await boxOf(command);

  await test.step('by its digit, and as the next one', async () => {
    await page.getByRole('button', { name: 'Fit everything' }).click();
    await page.getByRole('main', { name: 'Wall' }).focus();
    await page.keyboard.press('Shift+v');
    await expect(page.getByRole('menuitem', { name: 'How a cart is opened' })).toBeVisible();
    await page.keyboard.press('1');
    await said(page, 'View How a cart is opened, 1 of 1');
    await expect.poll(async () => Math.abs((await boxOf(command)).width - kept.width)).toBeLessThan(kept.width / 50);
    await page.getByRole('button', { name: 'Fit everything' }).click();
    await page.getByRole('main', { name: 'Wall' }).focus();
    await page.keyboard.press('.');
    await expect.poll(async () => Math.abs((await boxOf(command)).width - kept.width)).toBeLessThan(kept.width / 50);
    await isSeen(page, 'OpenCart');
  });

  await test.step('from a file', async () => {
    await dropFile(page, { name: 'cart.json', text: await savedText(page) });
    await page.getByRole('button', { name: 'Open as new' }).click();
    // The undo of the model before is gone once the opened one is there; its wall then takes the keys.
    await expect(page.getByRole('banner').getByRole('button', { name: /^Undo: Rename the view/ })).toHaveCount(0);
    await expect(page.getByRole('main', { name: 'Wall' })).toBeFocused();
    await page.getByRole('button', { name: 'Views …' }).click();
    await page.getByRole('menuitem', { name: 'Rename or delete views …' }).click();
    await page.getByRole('button', { name: 'Delete the view How a cart is opened' }).click();
    await expect(page.getByText('No views yet')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+z');
    await page.getByRole('button', { name: 'Views …' }).click();
    await expect(page.getByRole('menuitem', { name: 'How a cart is opened' })).toBeVisible();
  });
});

test('the map moves the wall by press and by keys, is remembered, and is not in the way while presenting', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openApp(page);
  await page.getByRole('main', { name: 'Wall' }).focus();
  await page.keyboard.press('m');
  const map = page.getByRole('group', { name: 'Minimap' });
  await expect(map).toBeVisible();
  const decider = note(page, 'Decider', 'ShoppingCart');
  const before = await boxOf(decider);

  const { x, y, width, height } = await boxOf(map);
  await page.mouse.click(x + width - 30, y + height / 2);
  await expect.poll(async () => (await boxOf(decider)).x).toBeLessThan(before.x - 100);
  const pressed = await boxOf(decider);
  await map.focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(async () => (await boxOf(decider)).x).toBeGreaterThan(pressed.x + 50);

  await page.reload();
  await expect(map).toBeVisible();
  await page.getByRole('main', { name: 'Wall' }).focus();
  await page.keyboard.press('ControlOrMeta+.');
  await expect(page.getByRole('region', { name: 'Presenting' })).toBeVisible();
  await expect(map).toHaveCount(0);
  await page.keyboard.press('m');
  await expect(map).toBeVisible();
});
