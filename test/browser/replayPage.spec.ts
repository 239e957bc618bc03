import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { Download, Locator, Page } from '@playwright/test';
import { expectNoViolations } from './support/expectNoViolations.ts';
import { dropFile } from './support/files.ts';
import { expect, openApp, positionIs, recorded, test, withoutFilePickers } from './support/journey.ts';
import { veryLongModel } from './support/longModel.ts';

/** Saves the open model as a page that replays. */
const savePage = async (page: Page): Promise<Download> => {
  await page.keyboard.press('ControlOrMeta+Shift+e');
  const dialog = page.getByRole('dialog', { name: 'Share' });
  await dialog.getByText('A page that replays').click();
  await expect(dialog.getByRole('status')).toHaveText(/^The page will have [\d.]+ kB, with all 18 events\.$/);
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save the page…' }).click();
  return download;
};

/** Opens the saved page from the disk, where nothing can be fetched. */
const openSaved = async (page: Page, download: Download): Promise<Page> => {
  const path = test.info().outputPath('cart.replay.html');
  await download.saveAs(path);
  const saved = await page.context().newPage();
  await saved.context().setOffline(true);
  await saved.goto(pathToFileURL(path).href);
  return saved;
};

const readModels = ['CartDetails', 'ClientSummary', 'RemovedProducts'];

/** The texts of a table's first column and one more, as one reads them: without what was there before. */
const cellsOf = (section: Locator, column: string): Promise<[string, string][]> =>
  section.evaluate((element, wanted) => {
    const place = [...element.querySelectorAll('thead th')].findIndex(({ textContent }) => textContent === wanted);
    return [...element.querySelectorAll('tbody tr:not(.removed)')].map((row): [string, string] => {
      const cell = row.children[place];
      return [row.querySelector('bdi')?.textContent ?? '', (cell?.querySelector('ins') ?? cell)?.textContent ?? ''];
    });
  }, column);

test('a page that replays shows offline, step by step, what the app shows, and opens again as the model', async ({
  page,
}) => {
  await withoutFilePickers(page);
  await openApp(page);
  const before = await recorded(page, readModels);
  const saved = await openSaved(page, await savePage(page));
  const place = saved.getByRole('slider', { name: 'Place in history' });
  const [state, documents] = [
    saved.getByRole('region', { name: 'State' }),
    saved.getByRole('region', { name: 'Read models' }),
  ];
  await expect(saved.getByRole('heading', { name: 'Shopping cart', level: 1 })).toBeVisible();
  await expect(saved.getByRole('status')).toHaveText('Before event 1 of 18');

  await test.step('by keys and buttons, forward and back', async () => {
    await saved.keyboard.press('ArrowRight');
    await expect(saved.getByRole('status')).toHaveText('Event 1 of 18: CartOpened, ShoppingCart-cart-1');
    await saved.getByRole('button', { name: 'Step forward' }).click();
    await saved.getByRole('button', { name: 'Step back' }).click();
    await expect(place).toHaveValue('1');
    await saved.keyboard.press('PageDown');
    await expect(place).toHaveValue('11');
    await saved.keyboard.press('End');
    await expect(place).toHaveValue('18');
    await saved.keyboard.press('Home');
    await expect(place).toHaveValue('0');
  });

  for (const position of [4, 18, 6])
    await test.step(`what there is at event ${position} is what the app shows there`, async () => {
      await place.fill(String(position));
      const shown = await page.evaluate(async (at) => {
        const app = window.replayground;
        await app?.seek(at);
        const [event] = (await app?.events({ from: at, limit: 1 })) ?? [];
        const stream = event?.metadata.streamName ?? '';
        const details = (await app?.readModel('CartDetails')) as { [id: string]: { total: number } };
        return { stream, state: (await app?.stateOf(stream)) as { status: string }, details };
      }, position);

      await expect(state.getByRole('heading', { name: shown.stream })).toBeVisible();
      await expect(state.getByText(`status: ${shown.state.status}`).last()).toBeVisible();
      const totals = Object.entries(shown.details).map(([id, { total }]) => [id, String(total)]);
      expect(await cellsOf(documents.getByRole('article').first(), 'total')).toEqual(totals);
    });

  await test.step('in light and dark, everything in it is within reach of everybody', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await saved.emulateMedia({ colorScheme });
      await expectNoViolations(saved, colorScheme);
    }
  });

  await test.step('it plays by itself to the end', async () => {
    await place.fill('17');
    await saved.getByRole('combobox', { name: 'Speed' }).selectOption('4×');
    await saved.locator('body').press(' ');
    await expect(place).toHaveValue('18');
    await expect(saved.getByRole('button', { name: 'Play' })).toBeVisible();
  });

  await test.step('a command of which nothing was stored is told where it was refused', async () => {
    await saved
      .getByRole('button', { name: /: refused$/ })
      .first()
      .click();
    await expect(saved.getByRole('region', { name: 'Event' }).getByText(' refused, ')).toBeVisible();
  });

  await test.step('the app opens the model again', async () => {
    await saved.context().setOffline(false);
    await dropFile(page, {
      name: 'cart.replay.html',
      text: await readFile(test.info().outputPath('cart.replay.html'), 'utf8'),
    });
    await page.getByRole('button', { name: 'Open as new' }).click();
    await positionIs(page, 18, 18);
    // Its code is in force a little later than it is on the wall.
    await expect(async () => expect(await recorded(page, readModels)).toEqual(before)).toPass();
  });
});

test('a page of a long history shows all documents that it holds, a page of them at a time', async ({ page }) => {
  await withoutFilePickers(page);
  await openApp(page);
  const text = JSON.stringify(await veryLongModel(page, 6_000, 1));
  await page.evaluate((model) => window.replayground?.openModel(model), text);
  await positionIs(page, 6_000, 6_000);
  await page.keyboard.press('ControlOrMeta+Shift+e');
  const dialog = page.getByRole('dialog', { name: 'Share' });
  await dialog.getByText('A page that replays').click();
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save the page…' }).click();
  const saved = await openSaved(page, await download);
  const documents = saved.getByRole('region', { name: 'Read models' });
  const details = documents.locator('article').filter({ has: saved.getByRole('heading', { name: 'CartDetails' }) });
  const next = details.getByRole('button', { name: 'Next: CartDetails' });
  // Streams that are far from what is seen of them are not laid out: each step would do it anew.
  const lastStream = saved.getByRole('region', { name: 'Streams' }).locator('.category').last();
  const isLaidOut = () => lastStream.evaluate((name) => name.checkVisibility({ contentVisibilityAuto: true }));
  expect(await isLaidOut()).toBe(false);
  await saved.keyboard.press('End');
  await expect.poll(isLaidOut).toBe(true);

  const seen = new Set<string>();
  for (const number of [1, 2, 3]) {
    if (number > 1) await next.click();
    await expect(details.getByRole('status')).toHaveText(`Page ${number} of 3`);
    for (const id of await details.locator('tbody th bdi').allTextContents()) seen.add(id);
  }
  expect(seen.size).toBe(60);
  await expect(next).toBeFocused();
  await saved.keyboard.press('Enter');
  await expect(details.getByRole('status')).toHaveText('Page 3 of 3');
  await saved.keyboard.press('Home');
  await expect(details.getByRole('status')).toBeHidden();
});
