import type { Page } from '@playwright/test';

/** Carts take turns: the first one has the events 1, 5, 9 … */
export const carts = 4;
export const perCart = 300;
export const head = carts * perCart;

type FileEvent = { type: string; data: object; metadata: { [key: string]: unknown } };
type File = { history: { events: FileEvent[]; commands: unknown[] } };

/** Where an event of a long history belongs, and what it says beside the product. */
type Made = { cart: number; streamPosition: number; commandId?: string; data?: object };

/** The sample with a history of so many events: in each of its carts the same product is put again and again. */
const modelOf = async (page: Page, length: number, madeAt: (index: number) => Made): Promise<File> => {
  const file = (await page.evaluate(() => window.replayground?.model())) as File;
  const find = (type: string): FileEvent => {
    const found = file.history.events.find((event) => event.type === type);
    if (!found) throw new Error(`The sample has no ${type}.`);
    return found;
  };
  const [opened, added] = [find('CartOpened'), find('ProductItemAdded')];
  const events = Array.from({ length }, (_, index): FileEvent => {
    const { cart, streamPosition, commandId, data: more } = madeAt(index);
    const cartId = `cart-${cart}`;
    const { type, data } = streamPosition === 1 ? opened : added;
    const metadata = {
      eventId: `made-${index + 1}/1`,
      streamName: `ShoppingCart-${cartId}`,
      streamPosition,
      globalPosition: index + 1,
      recordedAt: '2026-01-01T12:00:00.000Z',
      schemaVersion: 1,
      ...(commandId === undefined ? {} : { commandId }),
    };
    return { type, data: { ...data, cartId, ...more }, metadata };
  });
  return { ...file, history: { events, commands: [] } };
};

export const longModel = (page: Page): Promise<File> =>
  modelOf(page, head, (index) => ({ cart: (index % carts) + 1, streamPosition: Math.floor(index / carts) + 1 }));

/** A hundred events of a cart at a time; one of all holds what none else does. */
export const veryLongModel = (page: Page, length: number, needle: number): Promise<File> =>
  modelOf(page, length, (index) => {
    const cart = Math.floor(index / 100) + 1;
    const made = { cart, streamPosition: (index % 100) + 1, commandId: `made-by-${cart}` };
    return index + 1 === needle ? { ...made, data: { note: 'a needle' } } : made;
  });
