import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { contextModel } from './support/contextModel.ts';
import { dropBytes } from './support/files.ts';
import {
  expect,
  newBoard,
  note,
  openApp,
  paste,
  positionIs,
  recorded,
  selectNote,
  test,
  withoutFilePickers,
} from './support/journey.ts';

const fileId = '7a1c2f0e-5d8e-4f57-9a55-3f1f0a0f9b96';

const sharing = (page: Page) => page.getByRole('dialog', { name: 'Share' });

const sharePicture = async (page: Page) => {
  await page.keyboard.press('ControlOrMeta+Shift+e');
  await sharing(page).getByText('A picture', { exact: true }).click();
};

const choose = (page: Page, group: string, value: string) =>
  sharing(page).getByRole('group', { name: group }).getByText(value, { exact: true }).click();

const saved = async (page: Page): Promise<{ name: string; bytes: Buffer }> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    sharing(page).getByRole('button', { name: 'Save the picture…' }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
};

const status = (page: Page) => sharing(page).getByRole('status');

test.describe('a picture of the wall', () => {
  test('opens again as the model that it shows, from SVG and from PNG', async ({ page }) => {
    await withoutFilePickers(page);
    await openApp(page);
    const before = await recorded(page, ['CartDetails']);
    await sharePicture(page);
    await expect(status(page)).toHaveText(/^2,338 × 906 pixels, [\d.]+ kB\.$/);
    const png = await saved(page);
    expect(png.name).toBe('shopping-cart.png');
    await sharePicture(page);
    await choose(page, 'Format', 'SVG');
    await expect(status(page)).toHaveText(/^1,169 × 453 pixels/);
    const svg = await saved(page);
    expect(svg.name).toBe('shopping-cart.svg');

    for (const picture of [png, svg]) {
      await newBoard(page);
      await dropBytes(page, picture);
      const preview = page.getByRole('dialog', { name: 'Open “Shopping cart”?' });
      await expect(preview).toContainText(picture.name);
      await preview.getByRole('button', { name: 'Open as new' }).click();
      await positionIs(page, before.events.length, before.events.length);
      expect(await recorded(page, ['CartDetails'])).toEqual(before);
    }

    await newBoard(page);
    await paste(page, svg.bytes.toString());
    await expect(page.getByRole('dialog', { name: 'Open “Shopping cart”?' })).toContainText('18 events');
  });

  test('shows the selected notes alone, dark where one wants, and says that it holds no model', async ({ page }) => {
    await withoutFilePickers(page);
    await openApp(page);
    await selectNote(page, 'Command', 'AddProductItem');
    await sharePicture(page);
    await choose(page, 'Format', 'SVG');
    await choose(page, 'Theme', 'Dark');
    await expect(sharing(page).getByRole('button', { name: 'Print…' })).toBeVisible();
    await choose(page, 'Part', 'The selection');
    await expect(sharing(page).getByRole('button', { name: 'Print the whole model…' })).toBeVisible();
    await sharing(page).getByText('With the model inside', { exact: true }).click();
    await expect(status(page)).toHaveText(/pixels, [\d.]+ kB\.$/);
    const picture = await saved(page);
    const svg = picture.bytes.toString();
    expect(svg.match(/data-note=/g)).toHaveLength(1);
    expect(svg).toContain('#141517');

    await dropBytes(page, picture);
    await expect(page.getByText('This picture has no model inside')).toBeVisible();
    await expect(note(page, 'Command', 'AddProductItem')).toBeVisible();
  });

  test('goes into the clipboard from the menu of a note', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await openApp(page);
    await selectNote(page, 'Command', 'AddProductItem');
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Copy as picture' }).click();
    await expect(page.getByText('Copied as a picture.')).toBeVisible();
    const types = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap((item) => item.types));
    expect(types).toEqual(['image/png']);
  });

  test('goes there as fine as there is room for, where notes lie far apart', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await openApp(page);
    const notes = contextModel.notes.map((one) => (one.id === 'note-parcels' ? { ...one, x: 9000 } : one));
    const model = { ...contextModel, format: 'replayground', formatVersion: 1, modelId: fileId, notes };
    await page.evaluate((text) => window.replayground?.openModel(text), JSON.stringify(model));
    await selectNote(page, 'Read model', 'ParcelsToPack');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Copy as picture' }).click();
    await expect(page.getByText('Copied as a picture.')).toBeVisible();
    const width = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return item && (await createImageBitmap(await item.getType('image/png'))).width;
    });
    expect(width).toBeGreaterThan(9000);
    expect(width).toBeLessThan(10_000);
  });

  test('is printed with read models and specifications as a document of its own', async ({ page }) => {
    await page.addInitScript(() => {
      window.print = () => {
        Reflect.set(window.top ?? window, 'printed', document.body.innerText);
        window.dispatchEvent(new Event('afterprint'));
      };
    });
    await openApp(page);
    await page.keyboard.press('ControlOrMeta+p');
    const printed = await page.waitForFunction(() => Reflect.get(window, 'printed') as string | undefined);
    const text = await printed.jsonValue();
    for (const words of [
      'Shopping cart',
      'AddProductItem',
      'Read models',
      'CartDetails',
      'Specifications',
      'Given',
      'Then',
    ])
      expect(text).toContain(words);
    await expect(page.getByTitle('What is printed')).toHaveCount(0);
  });
});
