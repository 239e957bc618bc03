import type { Sample } from './Sample.ts';

export type { NewModelParts, Sample } from './Sample.ts';

/** The models that come with the app, the one of the first visit first. */
export const samples: Sample[] = [
  {
    id: 'shopping-cart',
    name: 'Shopping cart',
    description: 'One decider, two read models: what a cart holds, and what becomes of it.',
    load: async () => (await import('./shopping-cart/sample.ts')).shoppingCart,
  },
  {
    id: 'group-checkout',
    name: 'Group checkout',
    description: 'Choreography over several guest stays: policies hear of one stay and send commands to the next.',
    load: async () => (await import('./group-checkout/sample.ts')).groupCheckout,
  },
  {
    id: 'group-checkout-process',
    name: 'Group checkout process',
    description: 'The same by a process manager: it keeps state, waits half an hour, and gives back what was not paid.',
    load: async () => (await import('./group-checkout-process/sample.ts')).groupCheckoutProcess,
  },
  {
    id: 'cash-register',
    name: 'Cash register shift',
    description: 'Closing the books: every shift is a short stream, and closing one prepares the next.',
    load: async () => (await import('./cash-register/sample.ts')).cashRegister,
  },
  {
    id: 'orders-and-shipping',
    name: 'Orders and shipping',
    description: 'Two bounded contexts: Orders keeps its events private, and publishes one for Shipping.',
    load: async () => (await import('./orders-and-shipping/sample.ts')).ordersAndShipping,
  },
];
