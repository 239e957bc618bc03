/** A short history: two carts, three types, two correlations, a night between the fourth event and the fifth. */
const event = (type: string, streamName: string, recordedAt: string, correlationId: string, data: unknown = {}) => ({
  type,
  data,
  metadata: { streamName, recordedAt, correlationId },
});

export const history = [
  event('CartOpened', 'Cart-1', '2026-03-02T09:00:00.000Z', 'a', { clientId: 'Ada' }),
  event('ItemAdded', 'Cart-1', '2026-03-02T09:01:00.000Z', 'a', { item: { product: 'Mug', quantity: 2 } }),
  event('CartOpened', 'Cart-2', '2026-03-02T09:02:00.000Z', 'b', { clientId: 'Bo' }),
  event('ItemAdded', 'Cart-2', '2026-03-02T09:03:30.000Z', 'b', { item: { product: 'Shoes', quantity: 1 } }),
  event('CartConfirmed', 'Cart-1', '2026-03-03T08:00:00.000Z', 'a'),
];
