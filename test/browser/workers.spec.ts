import type { Page } from '@playwright/test';
import { expect, openApp, openInspectorTab, selectNote, test, timeline } from './support/journey.ts';

const readModels = (page: Page) => timeline(page).getByRole('region', { name: 'Read models' });
const press = (page: Page, name: string) => readModels(page).getByRole('button', { name, exact: true }).click();

const addMug = (page: Page, cartId: string) =>
  page.evaluate(async (id) => {
    const item = { productId: 'mug', quantity: 1, unitPrice: 10 };
    await window.replayground?.send({ type: 'AddProductItem', data: { cartId: id, item } });
  }, cartId);

const mugsIn = (page: Page, cartId: string) =>
  page.evaluate(async (id) => {
    const cart = (await window.replayground?.readModel('CartDetails'))?.[id] as {
      lines: { productId: string; quantity: number; unitPrice: number }[];
    };
    return cart.lines.find(({ productId, unitPrice }) => productId === 'mug' && unitPrice === 10)?.quantity ?? 0;
  }, cartId);

test('two workers share a read model; one dies in the middle, the other takes over, and its event comes twice', async ({
  page,
}) => {
  await openApp(page);
  await selectNote(page, 'Read model', 'CartDetails');
  await openInspectorTab(page, 'Details');
  await page.getByText('Asynchronous', { exact: true }).click();
  await press(page, 'How CartDetails follows the events');
  await page.getByRole('menuitem', { name: 'Workers …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Workers of CartDetails' });
  await dialog.getByText('2 workers', { exact: true }).click();
  await expect(dialog.getByRole('status')).toContainText('documents is written by one stream');
  await dialog.getByRole('button', { name: 'Share out' }).click();
  const workers = readModels(page).getByRole('region', { name: 'Workers' });
  const row = (name: string) => workers.getByRole('listitem').filter({ hasText: name });
  await expect(row('Worker 1')).toContainText('event 18');

  await press(page, 'Pause');
  await addMug(page, 'cart-4');
  const [owner, other] = (await row('Worker 1').innerText()).includes('cart-4') ? ['1', '2'] : ['2', '1'];
  await expect(row(`Worker ${owner}`)).toContainText('1 behind');
  await workers.getByRole('button', { name: `Kill worker ${owner} in the middle of its work` }).click();
  await expect(row(`Worker ${owner}`)).toContainText(`killed, worker ${other} goes on`);
  await expect.poll(() => mugsIn(page, 'cart-4')).toBe(1);
  await press(page, 'Go on');
  await expect.poll(() => mugsIn(page, 'cart-4')).toBe(2);
  await workers.getByRole('button', { name: `Bring worker ${owner} back` }).click();
  await expect(row(`Worker ${owner}`)).toContainText('event 19');

  await openApp(page);
  await expect(row(`Worker ${owner}`)).toContainText('event 19');
  await addMug(page, 'cart-4');
  await expect.poll(() => mugsIn(page, 'cart-4')).toBe(3);
});
