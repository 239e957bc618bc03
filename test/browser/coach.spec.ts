import type { Page } from '@playwright/test';
import { addByKey, connectByKey } from './support/drawing.ts';
import {
  arrow,
  expect,
  newBoard,
  note,
  openApp,
  openInspectorTab,
  runNote,
  selectNote,
  test,
} from './support/journey.ts';

const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' });
const mark = (page: Page, kind: string, name: string) =>
  note(page, kind, name).getByRole('button', { name: /^Advice:/ });

const selectNothing = async (page: Page): Promise<void> => {
  await page.getByRole('main', { name: 'Wall' }).focus();
  await page.keyboard.press('Escape');
};

const choose = async (page: Page, role: 'menuitemradio' | 'menuitemcheckbox', name: RegExp): Promise<void> => {
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Lens:/ })
    .click();
  await page.getByRole(role, { name }).click();
};

test('the sample shows no warning', async ({ page }) => {
  await openApp(page);
  await page.getByRole('button', { name: 'Show the inspector' }).click();

  await expect(inspector(page).getByText('Nothing is wrong')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Advice:/ })).toHaveCount(0);
});

test('what a drawing cannot show is tried on a copy of what is recorded', async ({ page }) => {
  await openApp(page);
  await selectNote(page, 'Read model', 'CartDetails');
  await openInspectorTab(page, 'Details');

  await inspector(page).getByRole('button', { name: 'Rebuild and compare' }).click();
  await expect(inspector(page).getByText('Rebuilt from the recorded events: the same 4 documents.')).toBeVisible();
  await inspector(page).getByRole('button', { name: 'Deliver twice' }).click();
  await expect(inspector(page).getByText(/^With each event delivered twice: \d+ documents? came out/)).toBeVisible();
  await expect(mark(page, 'Read model', 'CartDetails')).toBeVisible();
  await selectNothing(page);
  await expect(inspector(page).getByText(/^CartDetails comes out otherwise when events come twice: \d/)).toBeVisible();

  await runNote(page, 'AddProductItem');
  await page.keyboard.press('Enter');
  await expect(mark(page, 'Read model', 'CartDetails')).toHaveCount(0);
});

test('a wrong name is marked, explained, mended in one step, undone, and muted', async ({ page }) => {
  await openApp(page);
  await newBoard(page);
  await addByKey(page, 'Domain event', 'ShipOrder');
  await mark(page, 'Domain event', 'ShipOrder').click();
  const advice = inspector(page).getByRole('region', { name: 'What the coach says' });
  await expect(advice).toContainText('An event is a fact');

  await advice.getByRole('button', { name: 'Rename to OrderShipped' }).click();
  await expect(note(page, 'Domain event', 'OrderShipped')).toBeVisible();
  await expect(mark(page, 'Domain event', 'OrderShipped')).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(mark(page, 'Domain event', 'ShipOrder')).toBeVisible();

  await selectNothing(page);
  await expect(inspector(page).getByRole('heading', { name: 'Events that are not in the past tense 1' })).toBeVisible();
  await inspector(page).getByRole('button', { name: 'Not for this note' }).first().click();
  await expect(mark(page, 'Domain event', 'ShipOrder')).toHaveCount(0);
  await expect(inspector(page).getByRole('heading', { name: 'Problems' })).toBeFocused();

  await note(page, 'Domain event', 'ShipOrder').click();
  await inspector(page).getByRole('button', { name: 'Hear it again' }).click();
  await expect(mark(page, 'Domain event', 'ShipOrder')).toBeVisible();
});

test('a lens changes what is offered first, and strict mode refuses an arrow with the reason', async ({ page }) => {
  await openApp(page);
  await newBoard(page);
  const kinds = () => page.getByRole('navigation', { name: 'Palette' }).locator('li').allInnerTexts();

  await choose(page, 'menuitemradio', /^Big picture/);
  await expect.poll(async () => (await kinds())[1]).toContain('Hotspot');
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Undo: Look at the wall/ })
    .click();
  await expect.poll(async () => (await kinds())[1]).toContain('Command');

  await choose(page, 'menuitemradio', /^Process/);
  await choose(page, 'menuitemcheckbox', /^Strict/);
  await addByKey(page, 'Command', 'OpenCart');
  await page.getByRole('button', { name: 'Add what comes next' }).click();
  await expect(page.getByRole('menu').getByRole('menuitem').first()).toContainText('Domain event');
  await page.keyboard.press('Escape');
  await addByKey(page, 'Read model', 'CartDetails');
  await connectByKey(page, ['Read model', 'CartDetails'], ['Command', 'OpenCart']);
  await expect(page.getByText(/^No arrow leads from a read model to a command/)).toBeVisible();
  await expect(arrow(page, 'CartDetails', 'OpenCart')).toHaveCount(0);

  await expect(page.getByRole('banner').getByText('Saved')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('banner').getByRole('button', { name: 'Lens: Process' })).toBeVisible();
});
