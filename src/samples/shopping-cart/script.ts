import type { HistoryStep } from '../Sample.ts';

type Item = { productId: string; quantity: number; unitPrice: number };

const open = (cartId: string, clientId: string): HistoryStep => ({ type: 'OpenCart', data: { cartId, clientId } });
const add = (cartId: string, item: Item): HistoryStep => ({ type: 'AddProductItem', data: { cartId, item } });
const remove = (cartId: string, item: Item, reason: string): HistoryStep => ({
  type: 'RemoveProductItem',
  data: { cartId, item, reason },
});
const confirm = (cartId: string): HistoryStep => ({ type: 'ConfirmCart', data: { cartId } });
const cancel = (cartId: string): HistoryStep => ({ type: 'CancelCart', data: { cartId } });

const headphones = { productId: 'headphones', quantity: 1, unitPrice: 1999 };
/** The price that they have from the second day on. */
const dearHeadphones = { ...headphones, unitPrice: 2499 };
const keyboard = { productId: 'keyboard', quantity: 1, unitPrice: 4999 };
const mugs = { productId: 'mug', quantity: 2, unitPrice: 899 };

/** Two days in a shop where headphones are put back more often than bought. */
export const script: HistoryStep[] = [
  open('cart-1', 'client-1'),
  add('cart-1', headphones),
  add('cart-1', keyboard),
  open('cart-2', 'client-2'),
  add('cart-2', headphones),
  remove('cart-1', headphones, 'changed my mind'),
  confirm('cart-1'),
  add('cart-2', mugs),
  // A round of mugs for the whole office: refused, 11 pieces are too many.
  add('cart-2', { ...mugs, quantity: 8 }),
  remove('cart-2', headphones, 'ordered by mistake'),

  { sleepUntil: '2026-03-03T08:00:00.000Z' },
  open('cart-3', 'client-3'),
  add('cart-3', dearHeadphones),
  add('cart-3', keyboard),
  confirm('cart-2'),
  // The same client in a second window, who still saw the cart open: a conflict, and once decided again, refused.
  { ...add('cart-2', keyboard), expectation: 4 },
  add('cart-2', keyboard),
  remove('cart-3', dearHeadphones, 'too expensive'),
  cancel('cart-3'),
  open('cart-4', 'client-1'),
  add('cart-4', dearHeadphones),
  add('cart-4', keyboard),
];
