import type { Definition, SpecificationMessage } from '#model';
import {
  deciderSpecifications,
  events,
  nothing,
  now,
  readModelSpecifications,
  refusedWith,
} from '../building/specifications.ts';

const cartId = 'cart-1';
const clientId = 'client-1';

type Item = { productId: string; quantity: number; unitPrice: number };
const headphones: Item = { productId: 'headphones', quantity: 1, unitPrice: 1999 };
const keyboard: Item = { productId: 'keyboard', quantity: 1, unitPrice: 4999 };
const pieces = (quantity: number): Item => ({ ...headphones, quantity });

const opened: SpecificationMessage = { type: 'CartOpened', data: { cartId, clientId, openedAt: now } };
const added = (item: Item): SpecificationMessage => ({
  type: 'ProductItemAdded',
  data: { cartId, item, addedAt: now },
});
const removed = (item: Item, reason?: string): SpecificationMessage => ({
  type: 'ProductItemRemoved',
  data: { cartId, item, ...(reason ? { reason } : {}), removedAt: now },
});
const confirmed = (total: number): SpecificationMessage => ({
  type: 'CartConfirmed',
  data: { cartId, clientId, total, confirmedAt: now },
});
const canceled: SpecificationMessage = { type: 'CartCanceled', data: { cartId, clientId, canceledAt: now } };

const openCart: SpecificationMessage = { type: 'OpenCart', data: { cartId, clientId } };
const add = (item: Item): SpecificationMessage => ({ type: 'AddProductItem', data: { cartId, item } });
const remove = (item: Item, reason?: string): SpecificationMessage => ({
  type: 'RemoveProductItem',
  data: { cartId, item, ...(reason ? { reason } : {}) },
});
const confirmCart: SpecificationMessage = { type: 'ConfirmCart', data: { cartId } };
const cancelCart: SpecificationMessage = { type: 'CancelCart', data: { cartId } };

export const shoppingCartSpecifications = (shoppingCart: Definition) =>
  deciderSpecifications(shoppingCart, {
    'opens a cart': { given: [], when: openCart, then: events(opened) },
    'adds a product': { given: [opened], when: add(headphones), then: events(added(headphones)) },
    'removes a product that is there': {
      given: [opened, added(headphones)],
      when: remove(headphones, 'too expensive'),
      then: events(removed(headphones, 'too expensive')),
    },
    'confirms with the total of what is left': {
      given: [opened, added(pieces(2)), added(keyboard), removed(headphones)],
      when: confirmCart,
      then: events(confirmed(6998)),
    },
    'cancels an open cart': { given: [opened, added(headphones)], when: cancelCart, then: events(canceled) },
    'accepts a second cancellation, with nothing to record': {
      given: [opened, canceled],
      when: cancelCart,
      then: nothing,
    },
    'fills a cart to the limit': {
      given: [opened, added(pieces(9))],
      when: add(keyboard),
      then: events(added(keyboard)),
    },
    'refuses to open a cart twice': {
      given: [opened],
      when: openCart,
      then: refusedWith('a cart is opened only once'),
    },
    'refuses to add to a cart that was never opened': {
      given: [],
      when: add(headphones),
      then: refusedWith('this cart has not been opened'),
    },
    'refuses to add to a confirmed cart': {
      given: [opened, added(headphones), confirmed(1999)],
      when: add(keyboard),
      then: refusedWith('a confirmed cart cannot change'),
    },
    'refuses to remove from a canceled cart': {
      given: [opened, added(headphones), canceled],
      when: remove(headphones),
      then: refusedWith('a canceled cart cannot change'),
    },
    'refuses to cancel a confirmed cart': {
      given: [opened, added(headphones), confirmed(1999)],
      when: cancelCart,
      then: refusedWith('a confirmed cart cannot change'),
    },
    'refuses half a piece': {
      given: [opened],
      when: add(pieces(0.5)),
      then: refusedWith('the quantity must be a whole number, at least 1'),
    },
    'refuses more than 10 pieces': {
      given: [opened, added(pieces(10))],
      when: add(keyboard),
      then: refusedWith('a cart holds at most 10 pieces'),
    },
    'refuses to remove more than is there': {
      given: [opened, added(headphones)],
      when: remove(pieces(2)),
      then: refusedWith('the cart does not hold 2 of headphones at 1999'),
    },
    'refuses to remove a product at another price': {
      given: [opened, added(headphones)],
      when: remove({ ...headphones, unitPrice: 2499 }),
      then: refusedWith('the cart does not hold 1 of headphones at 2499'),
    },
    'refuses to confirm an empty cart': {
      given: [opened, added(headphones), removed(headphones)],
      when: confirmCart,
      then: refusedWith('an empty cart cannot be confirmed'),
    },
    'refuses to confirm twice': {
      given: [opened, added(headphones), confirmed(1999)],
      when: confirmCart,
      then: refusedWith('a cart is confirmed only once'),
    },
  });

export const cartDetailsSpecifications = (cartDetails: Definition) =>
  readModelSpecifications(cartDetails, {
    'keeps a line for each product and price': {
      given: [opened, added(pieces(2)), added({ ...headphones, unitPrice: 2499 }), removed(headphones)],
      then: {
        'cart-1': {
          cartId,
          clientId,
          status: 'open',
          lines: [headphones, { ...headphones, unitPrice: 2499 }],
          total: 4498,
        },
      },
    },
    'shows what a confirmed cart came to': {
      given: [opened, added(headphones), added(keyboard), removed(headphones), confirmed(4999)],
      then: { 'cart-1': { cartId, clientId, status: 'confirmed', lines: [keyboard], total: 4999 } },
    },
  });

const ofSecondCart = (message: SpecificationMessage): SpecificationMessage => ({
  ...message,
  data: { ...(message.data as { [key: string]: string }), cartId: 'cart-2' },
});

export const clientSummarySpecifications = (clientSummary: Definition) =>
  readModelSpecifications(clientSummary, {
    'adds up what a client spent': {
      given: [opened, confirmed(4999), ofSecondCart(opened), ofSecondCart(confirmed(1999))],
      then: { 'client-1': { clientId, open: 0, confirmed: 2, canceled: 0, spent: 6998 } },
    },
    'counts an open and a canceled cart': {
      given: [opened, ofSecondCart(opened), canceled],
      then: { 'client-1': { clientId, open: 1, confirmed: 0, canceled: 1, spent: 0 } },
    },
  });
