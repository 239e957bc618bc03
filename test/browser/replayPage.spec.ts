import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { Download, Locator, Page } from '@playwright/test';
import { contextModel } from './support/contextModel.ts';
import { expectNoViolations } from './support/expectNoViolations.ts';
import { dropFile } from './support/files.ts';
import { expect, openApp, positionIs, recorded, test, withoutFilePickers } from './support/journey.ts';
import { veryLongModel } from './support/longModel.ts';
import { share } from './support/sharing.ts';

/** Saves the open model as a page that replays. */
const savePage = async (page: Page): Promise<Download> => {
  const dialog = await share(page, 'A page that replays');
  await expect(dialog.getByRole('status')).toHaveText(/^The page will have [\d.]+ kB, with all 18 events\.$/);
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save the page…' }).click();
  return download;
};

/** Saves the open model, whatever it has, as a page that replays. */
const savePageOf = async (page: Page): Promise<Download> => {
  const dialog = await share(page, 'A page that replays');
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
  const saved = await openSaved(page, await savePageOf(page));
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

/** A wall of many orders, one read model for each of its rows; the last row's is the one that an order changes. */
const wideModel = (rows: number) => {
  const parcels = contextModel.definitions.find(({ id }) => id === 'parcels');
  const row = Array.from({ length: rows }, (_, index) => index + 1);
  const lines =
    "({ lines: [1, 2, 3, 4, 5, 6, 7, 8].map((line) => ({ sku: 'sku-' + line, street: event.data.address })) })";
  const code = (text: string) => [{ path: 'Overview.ts', text }];
  const quiet =
    "export const canHandle = ['Nothing'];\nexport const getDocumentId = () => 'none';\nexport const evolve = () => null;\n";
  return {
    ...contextModel,
    format: 'replayground',
    formatVersion: 1,
    modelId: '7a1c2f0e-5d8e-4f57-9a55-3f1f0a0f9b98',
    definitions: [
      ...contextModel.definitions.filter(({ id }) => id !== 'parcels'),
      ...row.map((at) => ({ ...parcels, id: `overview-${at}`, name: `Overview${at}`, code: code(quiet) })),
      {
        ...parcels,
        name: 'ParcelsToPack',
        code: code(
          `export const canHandle = ['OrderConfirmed'];\nexport const getDocumentId = (event) => event.data.orderId;\nexport const evolve = (document, event) => ${lines};\n`,
        ),
      },
    ],
    notes: [
      ...contextModel.notes.filter(({ id }) => id !== 'note-parcels'),
      ...row.map((at) => ({ id: `note-overview-${at}`, definitionId: `overview-${at}`, x: 5000, y: at * 120 })),
      { id: 'note-parcels', definitionId: 'parcels', x: 1320, y: 64 },
    ],
  };
};

test('a page of a large wall follows what happens where it can be read, and shows the changed read model whole', async ({
  page,
}) => {
  await withoutFilePickers(page);
  await openApp(page);
  await page.evaluate((model) => window.replayground?.openModel(model), JSON.stringify(wideModel(30)));
  await page.evaluate(async () => {
    await window.replayground?.send({
      type: 'ConfirmOrder',
      data: { orderId: 'order-1', address: 'Harbour street 4' },
    });
    await window.replayground?.settled();
  });
  const saved = await openSaved(page, await savePageOf(page));
  const wall = saved.getByRole('group', { name: 'Wall' });
  const command = wall.locator('[data-note="note-confirm"] text').first();
  const height = async (): Promise<number> => (await command.boundingBox())?.height ?? 0;

  await test.step('it is drawn so that its names can be read', async () => {
    await saved.keyboard.press('ArrowRight');
    await expect.poll(height).toBeGreaterThan(6);
    await expect(command).toBeInViewport();
  });

  await test.step('it is shown whole where one wants, and enlarged again', async () => {
    const whole = saved.getByRole('button', { name: 'Whole wall' });
    const before = await height();
    await whole.click();
    await expect(whole).toHaveAttribute('aria-pressed', 'true');
    await expect.poll(height).toBeLessThan(before / 2);
    await expect(wall.locator('[data-note="note-overview-30"]')).toBeInViewport();
    await whole.press('Enter');
    await expect.poll(height).toBe(before);
  });

  await test.step('what has changed is in sight, though thirty others stand above it', async () => {
    await expect(saved.getByRole('heading', { name: /^ParcelsToPack/ })).toBeInViewport();
  });

  await test.step('what is cut in a cell opens by key', async () => {
    await expect(saved.getByText('street: Harbour street 4').first()).toBeHidden();
    const cell = saved.getByRole('region', { name: 'Read models' }).locator('summary').first();
    await cell.focus();
    await saved.keyboard.press('Enter');
    await expect(saved.getByText('sku: sku-8')).toBeVisible();
  });

  await test.step('what a step leaves as it is, is not drawn anew', async () => {
    const first = saved.getByRole('article').first();
    const paragraph = await first.locator('p').elementHandle();
    await saved.keyboard.press('Home');
    await expect(saved.getByRole('status').first()).toHaveText('Before event 1 of 1');
    expect(await paragraph?.evaluate((element) => element.isConnected)).toBe(true);
  });
});
