import type { Page } from '@playwright/test';
import { expect, form, openApp, positionIs, runNote, sendByEnter, test, timeline } from './support/journey.ts';

const readModels = (page: Page) => timeline(page).getByRole('region', { name: 'Read models' });

/** Opens what is on the wall anew, with another code of the decider. */
const withCode = (page: Page, from: string, to: string): Promise<void> =>
  page.evaluate(
    async ([before, after]) => {
      const model = (await window.replayground?.model()) as {
        definitions: { name: string; code?: { text: string }[] }[];
      };
      const file = model.definitions.find(({ name }) => name === 'ShoppingCart')?.code?.[0];
      if (file) file.text = file.text.replace(before, after);
      await window.replayground?.openModel(JSON.stringify(model));
    },
    [from, to] as const,
  );

test.use({ viewport: { width: 1024, height: 640 } });

test('what came of a command is read whole, with what can be done about it', async ({ page }) => {
  await openApp(page);
  await withCode(page, "case 'ProductItemAdded':", "case 'ProductItemAdded':\n      throw new Error('no');");
  await runNote(page, 'AddProductItem');
  await page.keyboard.press('Enter');
  await expect(form(page, 'AddProductItem').getByRole('button', { name: /^Go to line/ })).toBeInViewport({ ratio: 1 });
});

test('why nothing can be sent stands above the button, and clients saw the version that is stored', async ({
  page,
}) => {
  await openApp(page);
  await withCode(page, 'export const decide = (', 'export const decide = ((');
  await runNote(page, 'AddProductItem');
  await form(page, 'AddProductItem').getByRole('button', { name: 'Several clients' }).click();
  await expect(page.getByRole('listitem', { name: 'Ben', exact: true })).toContainText('saw version 3');
  await expect(form(page, 'AddProductItem').getByRole('button', { name: 'Go to the code' })).toBeInViewport({
    ratio: 1,
  });
});

test('rows keep their names while columns scroll, and marks on tabs move nothing', async ({ page }) => {
  await openApp(page);
  await positionIs(page, 18, 18);
  const table = readModels(page).getByRole('table');
  const top = async () => (await table.boundingBox())?.y;
  const before = await top();
  for (let step = 0; step < 2; step += 1) await page.keyboard.press('ControlOrMeta+[');
  await positionIs(page, 16, 18);
  await expect(readModels(page).getByRole('tab', { name: /^ClientSummary\s*1$/ })).toBeVisible();
  expect(await top()).toBe(before);

  await table.getByRole('button', { name: '1798', exact: true }).hover();
  const name = table.getByRole('rowheader', { name: /^cart-2/ });
  const isOnTop = await name.evaluate((cell) => {
    const { x, y, width, height } = cell.getBoundingClientRect();
    const above = document.elementFromPoint(x + width - 6, y + height / 2);
    return cell.contains(above) && getComputedStyle(cell).backgroundColor.match(/^rgba|\/ 0?\.\d/) === null;
  });
  expect(isOnTop).toBe(true);
});

test('of a long stream name the end is seen, which tells it from the others', async ({ page }) => {
  await openApp(page);
  const cartId = 'a-cart-whose-id-is-much-longer-than-there-is-room-for';
  await page.evaluate(
    (id) => window.replayground?.send({ type: 'OpenCart', data: { cartId: id, clientId: 'client-1' } }),
    cartId,
  );
  const lane = timeline(page).getByRole('button', { name: `ShoppingCart-${cartId}`, exact: true });
  await expect(lane).toBeVisible();
  const isEndSeen = await lane.locator('bdi').evaluate((name) => {
    const text = name.firstChild as Text;
    const last = document.createRange();
    last.setStart(text, text.length - 1);
    last.setEnd(text, text.length);
    const list = name.closest('ul')?.getBoundingClientRect();
    return last.getBoundingClientRect().right <= (list?.right ?? 0);
  });
  expect(isEndSeen).toBe(true);
});

test('after a command the form still shows its first field', async ({ page }) => {
  await openApp(page);
  await runNote(page, 'AddProductItem');
  await sendByEnter(page, /ProductItemAdded appended/);
  await expect(form(page, 'AddProductItem').getByRole('combobox', { name: 'cartId' })).toBeInViewport();
});
