import type { Page } from '@playwright/test';
import { expect, openApp, openInspectorTab, selectNote, test, timeline } from './support/journey.ts';
import { openSample } from './support/models.ts';

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

const send = (page: Page, type: string, data: Record<string, string | string[]>) =>
  page.evaluate(async ([commandType, given]) => window.replayground?.send({ type: commandType, data: given }), [
    type,
    data,
  ] as const);

const checkedOut = (page: Page) =>
  page.evaluate(async () =>
    ((await window.replayground?.events({ from: 18 })) ?? [])
      .filter(({ type }) => type === 'GuestCheckedOut')
      .map(({ data }) => (data as { stayId: string }).stayId),
  );

test('two workers share a policy; one dies behind its first command, the other sends the rest, and nothing twice', async ({
  page,
}) => {
  const policy = 'Whenever a group leaves, then check out each stay';
  await openApp(page);
  await openSample(page, 'Group checkout', 17);
  await selectNote(page, 'Policy', policy);
  await openInspectorTab(page, 'Details');
  const details = page.getByRole('complementary', { name: 'Inspector' });
  const press = (name: string) => details.getByRole('button', { name, exact: true }).click();
  await press('Workers …');
  const dialog = page.getByRole('dialog', { name: `Workers of ${policy}` });
  await dialog.getByText('2 workers', { exact: true }).click();
  await expect(dialog).toContainText('Events of one stream are never answered out of order');
  await dialog.getByRole('button', { name: 'Share out' }).click();
  const workers = details.getByRole('region', { name: 'Workers' });
  const row = (name: string) => workers.getByRole('listitem').filter({ hasText: name });
  await expect(row('Worker 1')).toContainText('event 17');

  await press('Pause');
  await expect(details).toContainText('Paused');
  for (const stayId of ['stay-4', 'stay-5']) await send(page, 'CheckIn', { stayId, guest: 'Ada', room: '104' });
  await send(page, 'StartGroupCheckout', { groupCheckoutId: 'group-2', clerk: 'Mona', stayIds: ['stay-4', 'stay-5'] });
  const [owner, other] =
    (await row('Worker 1')
      .getByTitle(/group-2/)
      .count()) > 0
      ? ['1', '2']
      : ['2', '1'];
  await workers.getByRole('button', { name: `Kill worker ${owner} in the middle of its work` }).click();
  await expect(row(`Worker ${owner}`)).toContainText(`killed, worker ${other} goes on`);
  expect(await checkedOut(page)).toEqual(['stay-4']);

  await press('Go on');
  await expect.poll(() => checkedOut(page)).toEqual(['stay-4', 'stay-5']);
  await workers.getByRole('button', { name: `Bring worker ${owner} back` }).click();
  await expect(row(`Worker ${owner}`)).not.toContainText('killed');

  await openApp(page);
  await selectNote(page, 'Policy', policy);
  await openInspectorTab(page, 'Details');
  const end = await page.evaluate(async () => (await window.replayground?.events())?.length);
  for (const worker of ['Worker 1', 'Worker 2']) await expect(row(worker)).toContainText(`event ${end}`);
});
