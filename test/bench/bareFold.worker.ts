import { eventsInText, type RecordedEvent } from '#event-store';

/** The yardstick of a rebuild: the same texts, parsed and folded by a bare loop in a worker. */
type Cart = { items: number; total: number; last: string };
type Added = { quantity: number; product: { productId: string; unitPrice: number } };

const held: RecordedEvent[] = [];
const carts = new Map<string, Cart>();

const fold = (events: RecordedEvent[]): void => {
  for (const { type, data, metadata } of events) {
    if (type !== 'ProductItemAdded') continue;
    const { quantity, product } = data as Added;
    const { items, total } = carts.get(metadata.streamName) ?? { items: 0, total: 0 };
    carts.set(metadata.streamName, {
      items: items + quantity,
      total: total + quantity * product.unitPrice,
      last: product.productId,
    });
  }
};

self.addEventListener('message', ({ data }: MessageEvent<{ text?: string; again?: boolean }>) => {
  if (data.text !== undefined) {
    const events = eventsInText(data.text);
    for (const event of events) held.push(event);
    fold(events);
  }
  if (data.again) {
    carts.clear();
    fold(held);
  }
  self.postMessage(carts.size);
});
