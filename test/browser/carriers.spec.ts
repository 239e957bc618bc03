import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Browser, Locator, Page } from '@playwright/test';
import { dropBytes, savedText } from './support/files.ts';
import { expect, openApp, positionIs, recorded, test, timeline, withoutFilePickers } from './support/journey.ts';
import { openSample } from './support/models.ts';
import { share } from './support/sharing.ts';

/** What one finds of a model on a machine: its file, its events whole, and states and documents at moments of it. */
type Found = { file: unknown; moments: Awaited<ReturnType<typeof recorded>>[] };

const found = async (page: Page, readModels: string[]): Promise<Found> => {
  const head = await recorded(page, readModels);
  await page.evaluate((at) => window.replayground?.seek(at), Math.round(head.events.length / 2));
  const moments = [head, await recorded(page, readModels)];
  await page.evaluate(() => window.replayground?.seek(Number.MAX_SAFE_INTEGER));
  return { file: JSON.parse(await savedText(page)), moments };
};

const save = async (page: Page, dialog: Locator, button: string): Promise<string> => {
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: button }).click();
  const saved = await download;
  const path = test.info().outputPath(saved.suggestedFilename());
  await saved.saveAs(path);
  return path;
};

type Carrier = {
  name: string;
  leave: (page: Page) => Promise<string>;
  come: (other: Page, from: string) => Promise<void>;
};

const openFile = async (other: Page, path: string): Promise<void> => {
  await openApp(other);
  await dropBytes(other, { name: basename(path), bytes: await readFile(path) });
};

const savePicture = (format: 'PNG' | 'SVG') => async (page: Page) => {
  const dialog = await share(page, 'A picture');
  await dialog.getByRole('group', { name: 'Format' }).getByText(format, { exact: true }).click();
  return save(page, dialog, 'Save the picture…');
};

const makeLink = async (page: Page): Promise<string> => {
  const dialog = await share(page, 'A link');
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  const link = await dialog.getByRole('textbox', { name: 'The link' }).inputValue();
  await page.keyboard.press('Escape');
  return link;
};

const carriers: Carrier[] = [
  {
    name: 'a file',
    leave: async (page) => save(page, await share(page, 'A file'), 'Save the file…'),
    come: openFile,
  },
  { name: 'a link', leave: makeLink, come: openApp },
  { name: 'a PNG', leave: savePicture('PNG'), come: openFile },
  { name: 'an SVG', leave: savePicture('SVG'), come: openFile },
  {
    name: 'a page that replays',
    leave: async (page) => save(page, await share(page, 'A page that replays'), 'Save the page…'),
    come: openFile,
  },
];

/** Where nothing is stored, and nobody has been before. */
const onAnotherMachine = async (browser: Browser, work: (other: Page) => Promise<void>): Promise<void> => {
  const machine = await browser.newContext({ serviceWorkers: 'block' });
  const other = await machine.newPage();
  await withoutFilePickers(other);
  await work(other);
  await machine.close();
};

const openFrom = async (other: Page, { come }: Carrier, from: string, events: number): Promise<void> => {
  await come(other, from);
  await other.getByRole('button', { name: 'Open as new' }).click();
  await positionIs(other, events, events);
};

/** Takes the model of a page through every carrier to a machine of its own, and finds there what is found here. */
const takeEverywhere = async (page: Page, browser: Browser, readModels: string[]): Promise<void> => {
  const here = await found(page, readModels);
  for (const carrier of carriers)
    await test.step(carrier.name, async () => {
      const from = await carrier.leave(page);
      await onAnotherMachine(browser, async (other) => {
        await openFrom(other, carrier, from, here.moments[0]?.events.length ?? 0);
        expect(await found(other, readModels)).toEqual(here);
      });
    });
};

/** The sample in today's words, with an upcaster for what is recorded in the words of before. */
const openInTodaysWords = (page: Page) =>
  page.evaluate(async () => {
    const text = JSON.stringify(await window.replayground?.model())
      .replaceAll('total: totalOf(', 'amount: totalOf(')
      .replaceAll('event.data.total', 'event.data.amount');
    const model: { definitions: { name: string; fields?: { name: string }[] }[] } = JSON.parse(text);
    const code =
      'export const upcast = ({ total, ...data }) =>\n  [{ type: "CartConfirmed", data: { ...data, amount: total } }];\n';
    const definitions = model.definitions.map((definition) =>
      definition.name === 'CartConfirmed'
        ? {
            ...definition,
            fields: definition.fields?.map((field) => (field.name === 'total' ? { ...field, name: 'amount' } : field)),
            schemaVersion: 2,
            earlier: [{ version: 1, fields: definition.fields }],
            upcasts: [{ to: 2, code: [{ path: 'CartConfirmedV2.ts', text: code }] }],
          }
        : definition,
    );
    await window.replayground?.openModel({ ...model, definitions, name: 'Carts <b>& “more”</b> 🛒' });
  });

const lane = (page: Page, name: string) => timeline(page).getByRole('button', { name, exact: true });

const inLaneMenu = async (page: Page, name: string, item: string): Promise<void> => {
  await lane(page, name).click({ button: 'right' });
  await page.getByRole('menuitem', { name: item }).click();
};

test.describe('a model made on one machine opens on another with the same events, states and read models', () => {
  test('with code and an event that changed, refused commands, and streams archived and begun again', async ({
    page,
    browser,
  }) => {
    // Five machines, one after the other.
    test.slow();
    await withoutFilePickers(page);
    await openApp(page);
    await openInTodaysWords(page);
    await inLaneMenu(page, 'ShoppingCart-cart-4', 'Delete ShoppingCart-cart-4 (it may begin again)…');
    await page.getByRole('button', { name: 'Delete the stream' }).click();
    await expect(lane(page, 'ShoppingCart-cart-4, deleted')).toBeVisible();
    const outcomes = await page.evaluate(async () => {
      const cart = { cartId: 'cart-4', clientId: 'client “\u202eא” <1>' };
      const item = { productId: 'mug', quantity: 2, unitPrice: 899.5 };
      const kinds: unknown[] = [];
      for (const command of [
        { type: 'OpenCart', data: cart, metadata: { tenant: { region: 'north', shops: [1, null] } } },
        { type: 'OpenCart', data: cart },
        { type: 'AddProductItem', data: { cartId: 'cart-4', item } },
        { type: 'ConfirmCart', data: { cartId: 'cart-4' } },
        { type: 'AddProductItem', data: { cartId: 'cart-4', item } },
      ])
        kinds.push((await window.replayground?.send(command))?.kind);
      return kinds;
    });
    expect(outcomes).toEqual(['appended', 'rejected', 'appended', 'appended', 'rejected']);
    await inLaneMenu(page, 'ShoppingCart-cart-1', 'Archive ShoppingCart-cart-1');
    await expect(lane(page, 'ShoppingCart-cart-1')).toHaveCount(0);

    await takeEverywhere(page, browser, ['CartDetails', 'ClientSummary', 'RemovedProducts']);
  });

  test('with messages that wait for their time, and the same happens once it has come', async ({ page, browser }) => {
    const readModels = ['FolioBalance', 'GroupProgress'];
    const goOn = async (machine: Page): Promise<Found> => {
      const commandId = await machine.evaluate(async () => {
        const app = window.replayground;
        await app?.windClock('2026-03-03T08:05:00.000Z');
        await app?.settled();
        await app?.send({ type: 'CheckIn', data: { stayId: 'stay-9' } });
        await app?.windClock('2026-03-05T00:00:00.000Z');
        await app?.settled();
        const [checkedIn] = (await app?.events({ stream: 'GuestStay-stay-9' })) ?? [];
        return checkedIn?.metadata.commandId ?? '';
      });
      // Its id alone is another one on each machine.
      const text = JSON.stringify(await found(machine, readModels));
      return JSON.parse(text.replaceAll(commandId, 'a command')) as Found;
    };
    await withoutFilePickers(page);
    await openApp(page);
    await openSample(page, 'Group checkout process', 37);
    const [file] = carriers;
    if (!file) throw new Error('There is a file.');
    const from = await file.leave(page);
    const here = await goOn(page);

    await onAnotherMachine(browser, async (other) => {
      await openFrom(other, file, from, 37);
      expect(await goOn(other)).toEqual(here);
    });
  });

  test('from a link without its events, where with them it is too long for one, which is said', async ({
    page,
    browser,
  }) => {
    await openApp(page);
    await page.evaluate(async () => {
      const model = (await window.replayground?.model()) as { history: { events: { data: object }[] } };
      const [first, ...others] = model.history.events;
      const events = [{ ...first, data: { ...first?.data, scan: 'x'.repeat(10_000_000) } }, ...others];
      await window.replayground?.openModel({ ...model, history: { ...model.history, events } });
    });
    const dialog = await share(page, 'A link');
    await dialog.getByRole('button', { name: 'Make the link' }).click();
    await expect(dialog.getByRole('status').first()).toHaveText(
      'This model is too large for a link. Leave the events out, or save a file.',
    );
    await dialog.getByText('With the recorded events').click();
    await dialog.getByRole('button', { name: 'Make the link' }).click();
    const link = await dialog.getByRole('textbox', { name: 'The link' }).inputValue();
    const here = JSON.parse(await savedText(page));

    await onAnotherMachine(browser, async (other) => {
      await openApp(other, link);
      await other.getByRole('button', { name: 'Open as new' }).click();
      await positionIs(other, 0, 0);
      expect(JSON.parse(await savedText(other))).toEqual({ ...here, history: { events: [], commands: [] } });
    });
  });
});
