import type { Commit, EventStore, EventToAppend } from '#event-store';
import { emptyBoard, type Program } from '#model';

const carts = 2_000;
/** Streams that one commit writes to, and events that each of them gets. */
const [width, depth] = [20, 25];
const perCommit = width * depth;

/** About 400 bytes as JSON, like an event of the shopping cart sample. */
const event = (n: number): EventToAppend => ({
  type: 'ProductItemAdded',
  data: {
    product: { productId: `product-${n % 50}`, name: 'Sturdy walking shoes for long days', unitPrice: 129.95 },
    quantity: (n % 7) + 1,
    addedBy: { userId: `user-${n % 170}`, session: 'b1946ac92492d2347c6235b4d2611184' },
    note: 'Please wrap it as a present, and put the card with the greeting inside.',
  },
});

export const cartOf = (n: number): string => `cart-${n % carts}`;

const commitAt = (first: number): Commit => ({
  writes: Array.from({ length: width }, (_, index) => ({
    stream: cartOf(first / depth + index),
    events: Array.from({ length: depth }, (__, n) => event(first + index * depth + n)),
  })),
});

/** Appends so many events, and seals them as idle time would. */
export const fillWithCarts = async (store: EventStore, events: number): Promise<void> => {
  for (let first = 0; first < events; first += perCommit) await store.append(commitAt(first));
  while (await store.seal());
};

/** A decider and a read model over the log, `factor` being what changes when somebody changes the code. */
export const cartProgram = (factor: number): Program => ({
  deciders: [
    {
      id: 'cart',
      name: 'Cart',
      category: 'cart',
      idField: 'cartId',
      code: [
        {
          path: 'Cart.ts',
          text: `export const initialState = () => ({ items: 0 });
export const evolve = (state, event) => ({ items: state.items + event.data.quantity * ${factor} });
export const decide = () => [];`,
        },
      ],
    },
  ],
  readModels: [
    {
      id: 'carts',
      name: 'Carts',
      lifecycle: 'inline',
      code: [{ path: 'Carts.ts', text: cartsCode(factor) }],
    },
  ],
  policies: [],
  events: [],
  commands: [],
  clock: { kind: 'real' },
  storeAsJson: true,
});

export const cartsCode = (factor: number): string => `
export const canHandle = ['ProductItemAdded'];
export const getDocumentId = (event) => event.metadata.streamName;
export const evolve = (document, event) => ({
  items: (document?.items ?? 0) + event.data.quantity * ${factor},
  total: (document?.total ?? 0) + event.data.quantity * event.data.product.unitPrice,
  last: event.data.product.productId,
});`;

export const cartBoard = emptyBoard('', 'Carts');
