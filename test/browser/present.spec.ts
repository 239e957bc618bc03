import type { Page } from '@playwright/test';
import { expect, form, note, openApp, positionIs, reloadApp, runNote, test, timeline } from './support/journey.ts';

type Place = { x: number; y: number };

const placeOf = (page: Page, name: string): Promise<Place> =>
  page.evaluate(async (wanted) => {
    const model = (await window.replayground?.model()) as {
      definitions: { id: string; name: string }[];
      notes: (Place & { definitionId: string })[];
    };
    const id = model.definitions.find((definition) => definition.name === wanted)?.id;
    const { x, y } = model.notes.find(({ definitionId }) => definitionId === id) ?? { x: 0, y: 0 };
    return { x, y };
  }, name);

const zoomOf = (page: Page): Promise<number> =>
  page.locator('.react-flow__viewport').evaluate((element) => new DOMMatrix(getComputedStyle(element).transform).a);

test('presenting leaves the wall and the timeline, a clicker steps, and Esc brings all back', async ({ page }) => {
  await openApp(page);
  await positionIs(page, 18, 18);
  await page.getByRole('button', { name: 'Present', exact: true }).click();
  await expect(page.getByRole('banner')).toHaveCount(0);
  await expect(page.getByRole('navigation', { name: 'Palette' })).toHaveCount(0);
  await expect(timeline(page)).toBeVisible();

  await page.keyboard.press('PageUp');
  await positionIs(page, 17, 18);
  await page.keyboard.press('PageDown');
  await positionIs(page, 18, 18);

  await note(page, 'Decider', 'ShoppingCart').click();
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toBeHidden();
  await page.keyboard.press('k');
  const laser = page.locator('canvas:not(.monaco-editor *)');
  await expect(laser).toBeVisible();
  await page.getByRole('button', { name: 'Show the inspector' }).click();
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toBeVisible();
  await page.keyboard.press('k');
  await expect(laser).toHaveCount(0);

  await runNote(page, 'OpenCart');
  await page.getByRole('button', { name: 'Stop presenting' }).click();
  await expect(page.getByRole('button', { name: 'Save file' })).toBeVisible();
  await form(page, 'OpenCart').getByRole('button', { name: 'Close the form' }).click();
  await page.getByRole('main', { name: 'Wall' }).press('Escape');
  await page.keyboard.press('ControlOrMeta+.');
  await expect(page.getByRole('button', { name: 'Save file' })).toHaveCount(0);
  await runNote(page, 'OpenCart');
  await page.getByRole('button', { name: 'Fit everything' }).focus();
  await page.keyboard.press('Escape');
  await expect(form(page, 'OpenCart')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Save file' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Save file' })).toBeVisible();
});

test('at 150 % everything is larger, stays so, and notes still follow the pointer', async ({ page }) => {
  await openApp(page);
  await page.getByRole('button', { name: 'Put the hints away' }).click();
  const button = page.getByRole('button', { name: 'Menu', exact: true });
  const before = await button.boundingBox();
  await page.getByRole('button', { name: 'Theme' }).click();
  await page.getByRole('menuitemradio', { name: 'Interface at 150 %' }).click();
  await expect.poll(async () => (await button.boundingBox())?.width).toBe((before?.width ?? 0) * 1.5);
  await reloadApp(page);
  await expect.poll(async () => (await button.boundingBox())?.width).toBe((before?.width ?? 0) * 1.5);

  const [wall, first, last] = await Promise.all(
    [
      page.getByRole('application'),
      note(page, 'Actor', 'Customer').first(),
      note(page, 'Actor', 'Customer').last(),
    ].map((part) => part.boundingBox()),
  );
  const drawn = (last?.x ?? 0) + (last?.width ?? 0) - (first?.x ?? 0);
  expect(Math.abs(drawn) / (wall?.width ?? 0)).toBeGreaterThan(0.85);

  const command = note(page, 'Command', 'OpenCart');
  await command.click();
  await page.getByRole('button', { name: 'Hide the inspector' }).click();
  await page.getByRole('button', { name: 'Fit everything' }).click();
  const at = await placeOf(page, 'OpenCart');
  const box = await command.boundingBox();
  if (!box) throw new Error('The note is not on the screen.');
  const zoom = await zoomOf(page);
  await page.mouse.move(box.x + 20, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + 20 - 48 * zoom, box.y + 20 + 32 * zoom, { steps: 6 });
  await page.mouse.up();
  // The wall snaps to steps of 8; taken in the pixels of the interface, the way would be a third shorter.
  await expect.poll(async () => Math.abs(at.x - (await placeOf(page, 'OpenCart')).x - 48)).toBeLessThanOrEqual(8);
  expect(Math.abs((await placeOf(page, 'OpenCart')).y - at.y - 32)).toBeLessThanOrEqual(8);

  await command.click();
  await page.keyboard.press('Tab');
  const menu = page.getByRole('menu', { name: /What comes after OpenCart/ });
  const [menuBox, noteBox] = [await menu.boundingBox(), await command.boundingBox()];
  const gap = (menuBox?.x ?? 0) - (noteBox?.x ?? 0) - (noteBox?.width ?? 0);
  expect(Math.abs(gap)).toBeLessThan(40);
});
