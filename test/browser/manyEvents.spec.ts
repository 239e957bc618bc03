import { expect, openApp, positionIs, test } from './support/journey.ts';
import { carts, head, longModel, perCart } from './support/longModel.ts';

test('a history of more than a page comes whole, before and after a reload, and every moment of it can be seen', async ({
  page,
}) => {
  await openApp(page);
  const model = await longModel(page);

  await page.evaluate((file) => window.replayground?.openModel(file), model);
  await positionIs(page, head, head);

  const stateAt = (position: number) =>
    page.evaluate(async (at) => {
      await window.replayground?.seek(at);
      return window.replayground?.stateOf('ShoppingCart-cart-1');
    }, position);
  const quantities = async (position: number): Promise<number> => {
    const { lines } = (await stateAt(position)) as { lines: { quantity: number }[] };
    return lines.reduce((sum, { quantity }) => sum + quantity, 0);
  };
  const step = await quantities(carts + 1);
  expect(step).toBeGreaterThan(0);
  expect(await quantities(head)).toBe(step * (perCart - 1));
  expect(await quantities(head / 2)).toBe(step * (perCart / 2 - 1));

  await page.reload();
  await positionIs(page, head, head);
  await page.waitForFunction(() => window.replayground !== undefined);
  const outcome = await page.evaluate(() =>
    window.replayground?.send({ type: 'OpenCart', data: { cartId: 'cart-new', clientId: 'client-1' } }),
  );
  expect(outcome?.kind).toBe('appended');
  await positionIs(page, head + 1, head + 1);
});
