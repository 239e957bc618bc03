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
    description: 'A process over several guest stays: policies hear of one stay and send commands to the next.',
    load: async () => (await import('./group-checkout/sample.ts')).groupCheckout,
  },
  {
    id: 'cash-register',
    name: 'Cash register shift',
    description: 'Closing the books: every shift is a short stream, and closing one prepares the next.',
    load: async () => (await import('./cash-register/sample.ts')).cashRegister,
  },
];
