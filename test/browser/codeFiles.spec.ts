import type { Page } from '@playwright/test';
import { addByKey } from './support/drawing.ts';
import { expect, newBoard, note, openApp, paste, replaceCode, selectNote, test } from './support/journey.ts';
import { codeOf } from './support/models.ts';

const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' });
const nameField = (page: Page) => inspector(page).getByRole('textbox', { name: 'Name', exact: true });
const files = (page: Page) => inspector(page).getByRole('navigation', { name: 'Files' });
const code = (page: Page, path: string) => inspector(page).getByRole('textbox', { name: `Code of Counter, ${path}` });

const doWithFile = async (page: Page, path: string, what: string): Promise<void> => {
  await inspector(page)
    .getByRole('button', { name: `What can be done with ${path}` })
    .click();
  await page.getByRole('menuitem', { name: what }).click();
};

test('files of code are added, renamed with their imports, moved and deleted, each in one step', async ({ page }) => {
  await openApp(page);
  await newBoard(page);
  await addByKey(page, 'Decider', 'Counter');
  await replaceCode(page, 'Decider', 'Counter', "export { decide, evolve, initialState } from './rules';\n");
  await inspector(page).getByRole('button', { name: 'Add a file of code' }).click();
  await page.keyboard.type('rules');
  await page.keyboard.press('Enter');
  await expect(code(page, 'rules.ts')).toBeVisible();
  await code(page, 'rules.ts').focus();
  await paste(
    page,
    'export const decide = () => [];\nexport const evolve = () => 1;\nexport const initialState = () => 0;',
  );

  await doWithFile(page, 'rules.ts', 'Rename this file');
  await expect(files(page).getByRole('textbox')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('counting/steps');
  await page.keyboard.press('Enter');
  await expect(files(page).getByRole('button', { name: 'counting/steps.ts' })).toBeVisible();
  await expect.poll(() => codeOf(page, 'Counter')).toContain("from './counting/steps';");
  await expect(inspector(page).getByText('Works', { exact: true })).toBeVisible();

  await doWithFile(page, 'counting/steps.ts', 'Move this file to the left');
  await expect(files(page).getByRole('button')).toHaveText(['counting/steps.ts', 'Counter.ts']);
  await doWithFile(page, 'counting/steps.ts', 'Delete this file');
  await expect(files(page).getByRole('button')).toHaveText(['Counter.ts']);
  await page.getByRole('banner').getByRole('button', { name: 'Undo: Delete counting/steps.ts' }).click();
  await expect(files(page).getByRole('button')).toHaveText(['counting/steps.ts', 'Counter.ts']);
});

test('F12 leads from the note of an event to where it is handled in code, and back', async ({ page }) => {
  await openApp(page);
  await selectNote(page, 'Domain event', 'CartOpened');
  await page.keyboard.press('F12');
  await expect(inspector(page).getByRole('textbox', { name: /^Code of ShoppingCart/ })).toBeFocused();
  await expect(inspector(page).locator('.view-line').getByText("case 'CartOpened':")).toBeVisible();

  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('F12');
  await expect(note(page, 'Domain event', 'CartOpened')).toBeFocused();
  await expect(nameField(page)).toHaveValue('CartOpened');
});

test('code that does not run is marked on its note, which leads to the line', async ({ page }) => {
  await openApp(page);
  await replaceCode(page, 'Read model', 'ClientSummary', 'export const canHandle = [];\nexport const = 1;\n');
  const mark = note(page, 'Read model', 'ClientSummary').getByRole('button', { name: /^The code does not run/ });
  await expect(mark).toBeVisible();

  await selectNote(page, 'Domain event', 'CartOpened');
  await mark.click();
  const editor = inspector(page).getByRole('textbox', { name: /^Code of ClientSummary/ });
  await expect(editor).toBeFocused();
  await expect(inspector(page).getByRole('button', { name: /^Line 2: / })).toBeVisible();
});

test('each field of an event tells where it comes from, and stored events are read in its new shape', async ({
  page,
}) => {
  await openApp(page);
  await selectNote(page, 'Domain event', 'CartOpened');
  const flows = inspector(page).getByRole('table').filter({ hasText: 'Used by' });
  await expect(flows.getByRole('row', { name: /^clientId OpenCart\.clientId/ })).toBeVisible();
  await expect(flows.getByRole('row', { name: /^openedAt the clock/ })).toBeVisible();
  await flows.getByRole('button', { name: 'OpenCart.clientId' }).click();
  await expect(nameField(page)).toHaveValue('OpenCart');

  await selectNote(page, 'Domain event', 'CartOpened');
  await inspector(page).getByRole('button', { name: 'Add a field' }).click();
  await page.keyboard.type('channel');
  await page.keyboard.press('Tab');
  const notice = inspector(page).getByText(/^4 stored CartOpened events have no `channel`/);
  await expect(notice).toBeVisible();
  await inspector(page).getByRole('button', { name: 'Write an upcaster' }).click();
  await expect(notice).toHaveCount(0);
  await expect(inspector(page).getByText(/channel is "" where it is missing/)).toBeVisible();
});
