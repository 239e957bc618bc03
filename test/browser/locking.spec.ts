import type { Page } from '@playwright/test';
import { addByKey, addNext } from './support/drawing.ts';
import { expect, newBoard, note, openApp, test } from './support/journey.ts';
import { boxOf, centreOf, drag } from './support/pointing.ts';

/** A command and its decider, at zoom 1, nothing selected. */
const openTwoNotes = async (page: Page) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openApp(page);
  await newBoard(page);
  await addByKey(page, 'Command', 'OpenAccount');
  await addNext(page, ['Command', 'OpenAccount'], 'Decider', 'Account');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+0');
  await expect(page.getByRole('button', { name: '100 %' })).toBeVisible();
  return { command: note(page, 'Command', 'OpenAccount'), decider: note(page, 'Decider', 'Account') };
};

const message = (page: Page, words: string) =>
  page.getByRole('region', { name: 'Messages' }).getByRole('status').filter({ hasText: words });

test('a locked note withstands every gesture by key, says why, and is unlocked again', async ({ page }) => {
  const { decider } = await openTwoNotes(page);
  await decider.focus();
  await page.keyboard.press('Shift+l');
  await expect(decider).toHaveAccessibleName('Decider Account. From OpenAccount. Locked.');
  await page.keyboard.press('Space');
  const before = await boxOf(decider);

  await page.keyboard.press('ArrowRight');
  await expect(message(page, 'Account is locked: unlock it to move it.')).toBeVisible();
  await page.keyboard.press('F2');
  await expect(message(page, 'Account is locked: unlock it to rename it.')).toBeVisible();
  await page.keyboard.press('Delete');
  await expect(message(page, 'Account is locked: unlock it to delete it.')).toBeVisible();
  expect(await boxOf(decider)).toEqual(before);

  await page.keyboard.press('Shift+F10');
  const menu = page.getByRole('menu', { name: 'Account' });
  await expect(menu.getByRole('menuitem', { name: 'Unlock' })).toBeVisible();
  await expect(menu.getByRole('menuitem', { name: 'Delete the selection' })).toHaveCount(0);
  await menu.getByRole('menuitem', { name: 'Unlock' }).press('Enter');
  await expect(decider).toHaveAccessibleName('Decider Account. From OpenAccount.');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(decider).toHaveAccessibleName('Decider Account. From OpenAccount. Locked.');
});

test('a locked note is not dragged, and not caught by a box or with everything; its mark unlocks it', async ({
  page,
}) => {
  const { command, decider } = await openTwoNotes(page);
  await decider.click({ button: 'right' });
  await page.getByRole('menuitem', { name: /^Lock/ }).click();
  await page.keyboard.press('Escape');
  const there = await boxOf(decider);

  const from = await centreOf(decider);
  await drag(page, from, { x: from.x, y: from.y + 120 });
  await expect(message(page, 'Account is locked: unlock it to move it.')).toBeVisible();
  expect(await boxOf(decider)).toEqual(there);

  const selected = page.locator('.react-flow__node.selected');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+a');
  await expect(selected).toHaveCount(1);
  await expect(command).toHaveClass(/selected/);

  await page.keyboard.press('Escape');
  const here = await boxOf(command);
  await drag(
    page,
    { x: here.x - 30, y: here.y - 40 },
    { x: there.x + there.width + 40, y: there.y + there.height + 40 },
  );
  await expect(selected).toHaveCount(1);
  await expect(command).toHaveClass(/selected/);

  await decider.getByRole('button', { name: 'Unlock Account' }).click();
  await expect(decider).toHaveAccessibleName('Decider Account. From OpenAccount.');
  await page.keyboard.press('ControlOrMeta+a');
  await expect(selected).toHaveCount(2);
});
