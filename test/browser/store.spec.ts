import type { Page } from '@playwright/test';
import {
  expect,
  openApp,
  recorded,
  reloadApp,
  runNote,
  sendByEnter,
  test,
  timeline,
  withoutFilePickers,
} from './support/journey.ts';

const isFull =
  "The browser's storage is full. The last change was not saved; all before it is. " +
  'Save to a file now, then delete models or runs.';
const cart = 'ShoppingCart-cart-4';
const lane = (page: Page, name: string) => timeline(page).getByRole('button', { name, exact: true });
const laneMenu = async (page: Page, name: string, item: string): Promise<void> => {
  await lane(page, name).click({ button: 'right' });
  await page.getByRole('menuitem', { name: item }).click();
};

/** Sends as a script does; answers the kind of outcome, or the sentence that it was refused with. */
const send = (page: Page, type: string, data: { [field: string]: unknown }): Promise<string> =>
  page.evaluate(
    async ([commandType, given]) => {
      try {
        const outcome = await window.replayground?.send({ type: commandType, data: given as never });
        return outcome?.kind === 'rejected' ? outcome.error.message : (outcome?.kind ?? '');
      } catch (error) {
        return (error as Error).message;
      }
    },
    [type, data] as const,
  );

const addMug = (page: Page): Promise<string> =>
  send(page, 'AddProductItem', { cartId: 'cart-4', item: { productId: 'mug', quantity: 1, unitPrice: 899 } });

test.describe('what is under the run', () => {
  test('a cart is archived from its lane: it takes no command, is still read, and comes back', async ({ page }) => {
    await openApp(page);
    const before = await recorded(page, ['CartDetails']);

    await laneMenu(page, cart, `Archive ${cart}`);
    await expect(lane(page, cart)).toHaveCount(0);
    await expect(page.getByText(`${cart} is archived: it takes no more commands, and its events stay.`)).toBeVisible();
    expect(await addMug(page)).toContain(`The stream "${cart}" is archived. Take it back`);
    await reloadApp(page);
    expect(await recorded(page, ['CartDetails'])).toEqual(before);

    await timeline(page).getByRole('button', { name: 'Show archived streams (1)' }).click();
    await laneMenu(page, `${cart}, archived`, `Take ${cart} back from the archive`);
    await expect(lane(page, cart)).toBeVisible();
    expect(await addMug(page)).toBe('appended');
  });

  test('a deleted cart begins again: asked first, taken back once, told on its lane and at its event', async ({
    page,
  }) => {
    await openApp(page);
    const pane = timeline(page).getByRole('tabpanel', { name: 'State' });
    const openCart = () => send(page, 'OpenCart', { cartId: 'cart-4', clientId: 'client-2' });
    const deleteCart = async () => {
      await laneMenu(page, cart, `Delete ${cart} (it may begin again)…`);
      await expect(page.getByRole('dialog')).toContainText('Its events stay in the log');
      await page.getByRole('button', { name: 'Delete the stream' }).click();
    };
    const before = await recorded(page, ['CartDetails']);
    expect(await openCart()).toBe('a cart is opened only once');

    await deleteCart();
    await expect(lane(page, `${cart}, deleted`)).toBeVisible();
    await page.getByRole('button', { name: 'Take it back' }).click();
    await expect(lane(page, cart)).toBeVisible();
    expect(await recorded(page, ['CartDetails'])).toEqual(before);

    await deleteCart();
    await reloadApp(page);
    await lane(page, `${cart}, deleted`).click();
    await expect(pane).toContainText('this is how it ended');
    const move = (to: 'before' | 'now') =>
      page.evaluate(async (goal) => {
        const at = (await window.replayground?.position()) ?? 0;
        await window.replayground?.seek(goal === 'before' ? at - 1 : at + 1);
      }, to);
    await move('before');
    await expect(lane(page, cart)).toBeVisible();
    await expect(pane).not.toContainText('this is how it ended');
    await move('now');
    await timeline(page).getByRole('tab', { name: 'Step' }).click();
    await expect(timeline(page)).toContainText(`After this, ${cart} was deleted.`);
    await timeline(page).getByRole('tab', { name: 'State' }).click();
    expect(await openCart()).toBe('appended');
    await expect(lane(page, cart)).toBeVisible();
    await expect(pane).not.toContainText('mug');
    await timeline(page).getByRole('tab', { name: 'Step' }).click();
    await expect(timeline(page)).toContainText('begins again here');
    expect(await page.evaluate((stream) => window.replayground?.stateOf(stream), cart)).not.toEqual(null);
  });

  test('a cart is deleted for good: it refuses with the reason, also once its file is opened again', async ({
    page,
  }) => {
    await openApp(page);
    await laneMenu(page, cart, `Delete ${cart} for good (tombstone)…`);
    await expect(page.getByRole('dialog')).toContainText('This cannot be taken back.');
    await page.getByRole('button', { name: 'Delete for good' }).click();
    await expect(lane(page, `${cart}, deleted for good`)).toBeVisible();
    expect(await addMug(page)).toContain(`The stream "${cart}" was deleted for good`);

    await page.evaluate(async () => {
      const file = await window.replayground?.model();
      await window.replayground?.openModel(JSON.stringify(file));
    });

    await expect(lane(page, `${cart}, deleted for good`)).toBeVisible();
    expect(await addMug(page)).toContain(`The stream "${cart}" was deleted for good`);
  });

  test('what is stored is looked at record by record, and follows what happens', async ({ page }) => {
    await openApp(page);
    await page.getByRole('button', { name: 'Menu', exact: true }).click();
    await page.getByRole('menuitem', { name: 'What is physically stored' }).click();
    const pane = timeline(page).getByRole('tabpanel', { name: 'Stored' });
    const records = pane.getByRole('list', { name: 'Records, newest first' });
    await expect(records.getByRole('listitem').first()).toContainText('18');

    expect(await addMug(page)).toBe('appended');

    await expect(records.getByRole('listitem').first()).toContainText('19');
    await records.getByText('19', { exact: true }).click();
    await expect(records.locator('pre')).toContainText(`"stream": "${cart}"`);
    await pane.getByRole('combobox', { name: 'Kind of record' }).selectOption('commandRecords');
    await expect(records.getByRole('listitem').first()).toBeVisible();
  });

  test('a full disk: it is said, nothing is lost, and there is a way on', async ({ page, baseURL }) => {
    const { origin } = new URL(baseURL ?? '');
    const session = await page.context().newCDPSession(page);
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 5_000_000 });
    await openApp(page);
    const large = await page.evaluate(() => {
      const bytes = Array.from({ length: 3 }, () => [...crypto.getRandomValues(new Uint8Array(30_000))]);
      return btoa(String.fromCharCode(...bytes.flat()));
    });
    let said = 'appended';
    let sent = 0;
    for (; said === 'appended' && sent < 60; sent += 1)
      said = await send(page, 'OpenCart', { cartId: `cart-${sent + 5}`, clientId: large });

    expect(said).toBe(isFull);
    const kept = await recorded(page, []);
    expect(kept.events).toHaveLength(18 + sent - 1);
    await session.send('Storage.overrideQuotaForOrigin', { origin });
    expect(await addMug(page)).toBe('appended');
    await reloadApp(page);
    expect((await recorded(page, [])).events.slice(0, -1)).toEqual(kept.events);
  });

  test('all that was stored is dropped by the browser: it is said at the next visit, with the way to a file', async ({
    page,
  }) => {
    await withoutFilePickers(page);
    const isLost = page.getByText('The browser has dropped all that was stored here.');
    await openApp(page);
    await expect(isLost).toHaveCount(0);
    const visitsGoingOn = () =>
      page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('replayground/open/')).length);
    await expect.poll(visitsGoingOn).toBe(1);
    await page.goto('/elsewhere.html');
    expect(await visitsGoingOn()).toBe(0);
    await page.evaluate(async () => {
      for (const { name = '' } of await indexedDB.databases())
        await new Promise((resolve) => {
          indexedDB.deleteDatabase(name).onsuccess = resolve;
        });
    });

    await openApp(page);
    await expect(isLost).toBeVisible();
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Open a file', exact: true }).click();
    await choosing;

    await reloadApp(page);
    await expect(isLost).toHaveCount(0);
  });

  test('a run deleted underneath: it is said, what is on the screen can be saved, and a reload goes on', async ({
    page,
  }) => {
    await openApp(page);
    const { events } = await recorded(page, []);
    await page.evaluate(async () => {
      const runs = (await indexedDB.databases()).flatMap(({ name }) =>
        name?.startsWith('replayground/run/') ? name : [],
      );
      await Promise.all(
        runs.map(
          (name) =>
            new Promise((resolve) => {
              indexedDB.deleteDatabase(name).onsuccess = resolve;
            }),
        ),
      );
    });

    await runNote(page, 'OpenCart');
    await sendByEnter(page, /was deleted or upgraded in another tab\. Save to a file what is still on the screen/);
    const file = await page.evaluate(() => window.replayground?.model());
    expect(file).toMatchObject({ history: { events } });
    await reloadApp(page);
    expect(await send(page, 'OpenCart', { cartId: 'cart-1', clientId: 'client-1' })).toBe('appended');
  });
});
