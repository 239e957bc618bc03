import type { CartDetailsEvent } from '#model';

type Line = { productId: string; quantity: number; unitPrice: number };

export type CartDetails = {
  cartId: string;
  clientId: string;
  status: 'open' | 'confirmed' | 'canceled';
  total: number;
  lines: Line[];
};

export const canHandle = [
  'CartOpened',
  'ProductItemAdded',
  'ProductItemRemoved',
  'CartConfirmed',
  'CartCanceled',
] satisfies CartDetailsEvent['type'][];

/** One document for each cart. */
export const getDocumentId = (event: CartDetailsEvent): string => event.data.cartId;

export const initialState = (): CartDetails => ({
  cartId: '',
  clientId: '',
  status: 'open',
  total: 0,
  lines: [],
});

export const evolve = (cart: CartDetails, event: CartDetailsEvent): CartDetails => {
  switch (event.type) {
    case 'CartOpened':
      return { ...cart, cartId: event.data.cartId, clientId: event.data.clientId };
    case 'ProductItemAdded':
      return withLines(cart, changed(cart.lines, event.data.item, event.data.item.quantity));
    case 'ProductItemRemoved':
      return withLines(cart, changed(cart.lines, event.data.item, -event.data.item.quantity));
    case 'CartConfirmed':
      return { ...cart, status: 'confirmed' };
    case 'CartCanceled':
      return { ...cart, status: 'canceled' };
  }
};

const withLines = (cart: CartDetails, lines: Line[]): CartDetails => ({
  ...cart,
  total: lines.reduce((total, { quantity, unitPrice }) => total + quantity * unitPrice, 0),
  lines,
});

/** The same product at another price is a line of its own. */
const changed = (lines: Line[], item: Line, pieces: number): Line[] => {
  const isSame = (line: Line): boolean =>
    line.productId === item.productId && line.unitPrice === item.unitPrice;
  if (!lines.some(isSame)) return [...lines, { ...item, quantity: pieces }];
  return lines
    .map((line) => (isSame(line) ? { ...line, quantity: line.quantity + pieces } : line))
    .filter(({ quantity }) => quantity > 0);
};
