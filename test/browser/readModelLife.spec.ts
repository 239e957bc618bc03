import type { Page } from '@playwright/test';
import { expect, openApp, openInspectorTab, replaceCode, selectNote, test, timeline } from './support/journey.ts';
import { codeOf } from './support/models.ts';

const readModels = (page: Page) => timeline(page).getByRole('region', { name: 'Read models' });
const press = (page: Page, name: string) => readModels(page).getByRole('button', { name, exact: true }).click();

/** A mug more in cart-4, at 10 each. */
const addMug = (page: Page, quantity = 1) =>
  page.evaluate(async (pieces) => {
    const item = { productId: 'mug', quantity: pieces, unitPrice: 10 };
    await window.replayground?.send({ type: 'AddProductItem', data: { cartId: 'cart-4', item } });
    await window.replayground?.settled();
  }, quantity);

/** None where there is no document, as in the middle of a rebuild. */
const mugs = (page: Page) =>
  page.evaluate(async () => {
    const cart = (await window.replayground?.readModel('CartDetails'))?.['cart-4'] as
      | {
          lines: { productId: string; quantity: number; unitPrice: number }[];
        }
      | undefined;
    return cart?.lines.find(({ productId, unitPrice }) => productId === 'mug' && unitPrice === 10)?.quantity ?? 0;
  });

const makeAsynchronous = async (page: Page): Promise<void> => {
  await selectNote(page, 'Read model', 'CartDetails');
  await openInspectorTab(page, 'Details');
  await page.getByText('Asynchronous', { exact: true }).click();
  await expect(readModels(page).getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
};

const findAnything = async (page: Page, words: string): Promise<void> => {
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type(words);
  await expect(page.getByRole('option', { name: new RegExp(words) }).first()).toBeVisible();
  await page.keyboard.press('Enter');
};

test('an asynchronous read model is paused, shows its lag, and crashes so that an event comes twice', async ({
  page,
}) => {
  await openApp(page);
  await makeAsynchronous(page);

  await press(page, 'Pause');
  await addMug(page);
  await addMug(page);
  await expect(readModels(page)).toContainText('Paused2 behind');
  await page.evaluate(() => window.replayground?.seek(10));
  await expect(readModels(page)).toContainText(
    'How it follows is as of now; the documents are what the events up to 10 make',
  );
  await openApp(page);
  await expect(readModels(page)).toContainText('Paused2 behind');
  await press(page, 'Next event');
  await expect(readModels(page)).toContainText('1 behind');
  expect(await mugs(page)).toBe(1);

  await selectNote(page, 'Read model', 'CartDetails');
  await findAnything(page, 'Pause the read model');
  await expect(readModels(page)).not.toContainText('Paused');
  await expect.poll(() => mugs(page)).toBe(2);

  await readModels(page).getByRole('button', { name: 'How CartDetails follows the events' }).click();
  await page.getByRole('menuitemcheckbox', { name: /^Crash at the next event/ }).click();
  await expect(readModels(page)).toContainText('Crashes at the next event that changes a document');
  await addMug(page, 5);
  await expect(readModels(page).getByRole('alert')).toContainText('Crashed between documents and checkpoint');
  await press(page, 'Restart');
  await expect.poll(() => mugs(page)).toBe(12);
  await readModels(page).getByRole('button', { name: 'How CartDetails follows the events' }).click();
  await page.getByRole('menuitem', { name: /^Reset/ }).click();
  await expect.poll(() => mugs(page)).toBe(7);
});

test('one that breaks stops at its poison event, which is parked, and replayed once it goes through', async ({
  page,
}) => {
  await openApp(page);
  const code = await codeOf(page, 'CartDetails');
  await makeAsynchronous(page);
  const wary = code.replace(
    "    case 'ProductItemAdded':\n",
    `    case 'ProductItemAdded':
      if (event.data.item.productId === 'sofa' && cart.lines.every(({ unitPrice }) => unitPrice !== 10))
        throw new Error('no sofa without a mug');\n`,
  );
  await replaceCode(page, 'Read model', 'CartDetails', wary);
  await page.evaluate(async () => {
    const item = { productId: 'sofa', quantity: 1, unitPrice: 500 };
    await window.replayground?.send({ type: 'AddProductItem', data: { cartId: 'cart-4', item } });
  });
  const stopped = readModels(page).getByRole('alert').first();
  await expect(stopped).toContainText('CartDetails stopped at event 19, ProductItemAdded: no sofa without a mug');
  await expect(stopped.getByRole('button', { name: 'Go to line 38' })).toBeVisible();
  await press(page, 'Park it');
  await addMug(page);
  expect(await mugs(page)).toBe(1);

  await openApp(page);
  await expect(readModels(page).getByRole('list', { name: 'Left out' })).toContainText('event 19, ProductItemAdded');
  await press(page, 'Replay event 19');
  await expect(readModels(page).getByRole('list', { name: 'Left out' })).toHaveCount(0);
  await expect(readModels(page).getByRole('row', { name: /^cart-4/ })).toContainText('8008');
});

test('changed code is built beside the version that serves, compared, switched to, and taken back', async ({
  page,
}) => {
  await openApp(page);
  const code = await codeOf(page, 'CartDetails');
  await makeAsynchronous(page);
  await readModels(page).getByRole('button', { name: 'How CartDetails follows the events' }).click();
  await page.getByRole('menuitemradio', { name: /^Build the new version beside/ }).click();
  await replaceCode(page, 'Read model', 'CartDetails', code.replace("status: 'confirmed'", "status: 'canceled'"));
  await expect(readModels(page)).toContainText('built beside the version that serves');
  const cart = readModels(page).getByRole('row', { name: /^cart-1/ });
  await expect(cart).toContainText('confirmed');

  await press(page, 'Compare');
  const dialog = page.getByRole('dialog', { name: 'Two versions of CartDetails' });
  await expect(dialog.getByRole('table', { name: 'cart-1' })).toContainText('status');
  await page.keyboard.press('Escape');
  await press(page, 'Switch to it');
  await expect(cart).toContainText('canceled');
  await press(page, 'Take it back');
  await expect(cart).toContainText('confirmed');
});

test('the fault desk hands events over with faults, lists them, and does it again in the same way', async ({
  page,
}) => {
  await openApp(page);
  await makeAsynchronous(page);
  await findAnything(page, 'Fault desk of the read model');
  const desk = page.getByRole('dialog', { name: 'Fault desk of CartDetails' });
  await desk.getByText('Reorder', { exact: true }).click();
  await desk.getByLabel('One fault in so many events').fill('2');
  await desk.getByRole('button', { name: 'Switch on' }).click();
  const items = desk.getByRole('region', { name: 'What happened' }).getByRole('listitem');
  await expect(items.filter({ hasText: '18 ' }).first()).toBeVisible();
  const once = await items.allInnerTexts();
  expect(once.filter((words) => words.includes('delivered again'))).not.toEqual([]);

  for (const [seed, isSame] of [
    ['2', false],
    ['1', true],
  ] as const) {
    await desk.getByLabel('Seed', { exact: true }).fill(seed);
    await desk.getByRole('button', { name: 'Begin with these' }).click();
    await expect(desk.getByRole('button', { name: 'Again' })).toBeVisible();
    await expect(items.filter({ hasText: '18 ' }).first()).toBeVisible();
    await expect.poll(async () => JSON.stringify(await items.allInnerTexts()) === JSON.stringify(once)).toBe(isSame);
  }
  await page.keyboard.press('Escape');
  await expect(readModels(page)).toContainText('Fault desk on:');
  await expect(readModels(page).getByRole('tab', { name: /^CartDetails/ })).toContainText('faults on');

  await press(page, 'Fault desk …');
  await desk.getByRole('button', { name: 'Switch off' }).click();
  await page.keyboard.press('Escape');
  await expect(readModels(page)).not.toContainText('Fault desk on');
});
