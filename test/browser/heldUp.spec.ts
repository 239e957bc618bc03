import type { Page } from '@playwright/test';
import { dropFile, savedText } from './support/files.ts';
import {
  expect,
  newBoard,
  note,
  openApp,
  openInspectorTab,
  paste,
  positionIs,
  reloadApp,
  test,
} from './support/journey.ts';

/** Drops a file that is made in the page: a piece many times over. */
const dropLong = (page: Page, name: string, piece: string, times: number): Promise<void> =>
  page.evaluate(
    ([fileName, text, count]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text.repeat(count)], fileName));
      window.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    [name, piece, times] as const,
  );

test.describe('what somebody made to hold up the screen', () => {
  test('a long line of commas that is pasted becomes a note', async ({ page }) => {
    await openApp(page);
    await newBoard(page);
    await page.getByRole('main', { name: 'Wall' }).focus();
    await paste(page, `Prices: ${'1,'.repeat(100_000)}`);

    await expect(note(page, '.*', 'Prices.*')).toBeVisible();
  });

  test('a huge file of code that is dropped is told to be more than can be read', async ({ page }) => {
    await openApp(page);
    await dropLong(page, 'bundle.min.js', 'const a = {b:"c"};', 1_000_000);

    const dialog = page.getByRole('dialog', { name: 'From code to the wall' });
    await expect(dialog).toContainText('This is more code than can be read: paste one of the three alone.');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await positionIs(page, 18, 18);
  });

  test('code nested a thousand times over opens with its model, which is worked on as any other', async ({ page }) => {
    await openApp(page);
    const model = JSON.parse(await savedText(page));
    const decider = model.definitions.find(({ kind }: { kind: string }) => kind === 'decider');
    decider.code[0].text = `export const decide = (command) => { ${'switch (command.type) { case "OpenCart": '.repeat(3_000)}${'}'.repeat(3_001)};`;
    await dropFile(page, { name: 'nested.json', text: JSON.stringify({ ...model, name: 'Nested' }) });
    await page.getByRole('button', { name: 'Open as new' }).click();
    await expect(page.getByRole('button', { name: 'Nested' })).toBeVisible();

    await note(page, 'Decider', 'ShoppingCart').click();
    await openInspectorTab(page, 'Details');
    await newBoard(page);
    await reloadApp(page);
    await expect(page.getByText('An empty wall')).toBeVisible();
  });

  test('much code of many deciders is read behind what is done, and says where the fields of an event come from', async ({
    page,
  }) => {
    await openApp(page);
    const model = JSON.parse(await savedText(page));
    const decider = model.definitions.find(({ kind }: { kind: string }) => kind === 'decider');
    decider.code = Array.from({ length: 22 }, (_, at) => ({
      path: `${at === 0 ? 'ShoppingCart' : `more${at}`}.ts`,
      text: `export const decide = (command) => { ${'const a = command.data.cartId;'.repeat(1_100)} return { type: 'CartOpened', data: { cartId: a } }; };`,
    }));
    await dropFile(page, { name: 'much.json', text: JSON.stringify({ ...model, name: 'Much' }) });
    await page.getByRole('button', { name: 'Open as new' }).click();
    await expect(page.getByRole('button', { name: 'Much' })).toBeVisible();

    await note(page, 'Domain event', 'CartOpened').click();
    await openInspectorTab(page, 'Details');
    await expect(page.getByRole('row', { name: /cartId.*OpenCart/u })).toBeVisible();
  });
});
