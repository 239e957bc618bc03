/**
 * Each appends one event to one stream, in a transaction that checks the stream's version, and waits until it is stored.
 * @typedef {object} Peer
 * @property {(version: number) => Promise<void>} append `version` is what the stream is at
 * @property {() => Promise<void>} close
 */

/** About 400 bytes as JSON, like an event of the shopping cart sample. */
export const data = {
  product: { productId: 'product-7', name: 'Sturdy walking shoes for long days', unitPrice: 129.95 },
  addedBy: { userId: 'user-12', session: 'b1946ac92492d2347c6235b4d2611184' },
  note: 'Please wrap it as a present, and put the card with the greeting inside, please.',
  eventId: '0b1946ac-9249-7d23-8c62-35b4d2611184/1',
  recordedAt: '2026-01-01T12:00:00.000Z',
};
