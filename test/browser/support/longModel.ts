import type { Page } from '@playwright/test';

/** Carts take turns: the first one has the events 1, 5, 9 … */
export const carts = 4;
export const perCart = 300;
export const head = carts * perCart;

type FileEvent = { type: string; data: object; metadata: { [key: string]: unknown } };
type File = { history: { events: FileEvent[]; commands: unknown[] } };

/** The sample with a long history: in each of a few carts the same product is put again and again. */
export const longModel = async (page: Page): Promise<File> => {
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
      eventId: `made-${index + 1}/1`,
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
