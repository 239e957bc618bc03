import type { Page } from '@playwright/test';
import { expect, openApp, positionIs, test } from './support/journey.ts';

const carts = 4;
const perCart = 1_300;
const head = carts * perCart;

type FileEvent = { type: string; data: object; metadata: { [key: string]: unknown } };
type File = { history: { events: FileEvent[]; commands: unknown[] } };

/** The sample with a long history: in each of a few carts the same product is put again and again. */
const longModel = async (page: Page): Promise<File> => {
  const file = (await page.evaluate(() => window.replayground?.model())) as File;
  const find = (type: string): FileEvent => {
    const found = file.history.events.find((event) => event.type === type);
    if (!found) throw new Error(`The sample has no ${type}.`);
    return found;
  };
  const [opened, added] = [find('CartOpened'), find('ProductItemAdded')];
  const events = Array.from({ length: head }, (_, index): FileEvent => {
    const [cartId, streamPosition] = [`cart-${(index % carts) + 1}`, Math.floor(index / carts) + 1];
    const { type, data } = streamPosition === 1 ? opened : added;
    const metadata = {
      eventId: `made/${index + 1}`,
      streamName: `ShoppingCart-${cartId}`,
      streamPosition,
      globalPosition: index + 1,
      recordedAt: '2026-01-01T12:00:00.000Z',
      schemaVersion: 1,
    };
    return { type, data: { ...data, cartId }, metadata };
  });
  return { ...file, history: { events, commands: [] } };
};

test('a history of thousands of events comes whole, before and after a reload, and every moment of it can be seen', async ({
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
