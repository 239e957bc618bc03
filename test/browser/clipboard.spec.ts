import type { Page } from '@playwright/test';
import { addByKey, addNext, setFields } from './support/drawing.ts';
import { arrow, expect, newBoard, note, openApp, test } from './support/journey.ts';
import { codeOf } from './support/models.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const focusWall = (page: Page): Promise<void> => page.getByRole('main', { name: 'Wall' }).focus();

const pointAt = async (page: Page, share: { x: number; y: number }) => {
  const box = await page.getByRole('application').boundingBox();
  if (!box) throw new Error('There is no wall.');
  const point = { x: box.x + box.width * share.x, y: box.y + box.height * share.y };
  await page.mouse.move(point.x, point.y);
  return point;
};

test('notes go by the clipboard as lines, and into another tab and model whole', async ({ page, context }) => {
  await openApp(page);
  await newBoard(page);
  await addByKey(page, 'Command', 'OpenTab');
  await addNext(page, ['Command', 'OpenTab'], 'Decider', 'Tab');
  await setFields(page, 'Command', 'OpenTab', 'tabId: id, table: number = 3');
  await focusWall(page);
  await page.keyboard.press('ControlOrMeta+a');

  await page.keyboard.press('ControlOrMeta+c');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('OpenTab\nTab');

  const other = await context.newPage();
  await openApp(other);
  await newBoard(other);
  await focusWall(other);
  const { x, y } = await pointAt(other, { x: 0.3, y: 0.4 });
  await other.keyboard.press('ControlOrMeta+v');
  await expect(note(other, 'Command', 'OpenTab')).toBeVisible();
  await expect(arrow(other, 'OpenTab', 'Tab')).toBeAttached();
  const [from, to] = [
    await note(other, 'Command', 'OpenTab').boundingBox(),
    await note(other, 'Decider', 'Tab').boundingBox(),
  ];
  if (!from || !to) throw new Error('The notes are not on screen.');
  expect(Math.abs((from.x + to.x + to.width) / 2 - x)).toBeLessThan(16);
  expect(Math.abs(from.y + from.height / 2 - y)).toBeLessThan(16);
  const { definitions } = (await other.evaluate(() => window.replayground?.model())) as {
    definitions: { name: string; fields?: { name: string }[] }[];
  };
  expect(definitions.find(({ name }) => name === 'OpenTab')?.fields?.map(({ name }) => name)).toEqual([
    'tabId',
    'table',
  ]);
  expect(await codeOf(other, 'Tab')).toBe(await codeOf(page, 'Tab'));

  await other.keyboard.press('ControlOrMeta+x');
  await expect(other.getByText('An empty wall')).toBeVisible();
  await other.keyboard.press('ControlOrMeta+v');
  await expect(note(other, 'Decider', 'Tab')).toBeVisible();
  await other.keyboard.press('ControlOrMeta+v');
  await expect(note(other, 'Decider', 'Tab2')).toBeVisible();
});

test('lines of any text become notes', async ({ page }) => {
  await openApp(page);
  await newBoard(page);
  await page.evaluate(() => navigator.clipboard.writeText('- OpenTab\n- TabOpened\n- policy: greet\n- Who pays?'));
  await focusWall(page);
  await page.keyboard.press('ControlOrMeta+v');

  await expect(note(page, 'Command', 'OpenTab')).toBeVisible();
  await expect(note(page, 'Domain event', 'TabOpened')).toBeVisible();
  await expect(note(page, 'Policy', 'greet')).toBeVisible();
  await expect(note(page, 'Hotspot', 'Who pays\\?')).toBeVisible();
  await expect(page.getByRole('banner').getByRole('button', { name: /^Undo/ })).toHaveAccessibleName(
    'Undo: Paste 4 notes',
  );

  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByText('An empty wall')).toBeVisible();
});

test('what is typed or selected as text keeps the clipboard of the browser', async ({ page }) => {
  await openApp(page);
  await note(page, 'Command', 'OpenCart').dblclick();
  const field = page.getByRole('textbox', { name: 'Name of the command' });
  await page.keyboard.press('ControlOrMeta+c');
  await page.keyboard.press('End');
  await page.keyboard.press('ControlOrMeta+v');
  await expect(field).toHaveValue('OpenCartOpenCart');
});
