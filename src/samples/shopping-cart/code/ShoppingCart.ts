import type { ShoppingCartCommand, ShoppingCartEvent } from '#model';

/** Change this number and send AddProductItem again. */
const maximumPieces = 10;

/** Amounts are whole cents. */
type Line = { productId: string; quantity: number; unitPrice: number };

export type ShoppingCart = {
  status: 'not opened' | 'open' | 'confirmed' | 'canceled';
  clientId: string;
  lines: Line[];
};

export const initialState = (): ShoppingCart => ({
  status: 'not opened',
  clientId: '',
  lines: [],
});

export const decide = (
  command: ShoppingCartCommand,
  cart: ShoppingCart,
): ShoppingCartEvent | ShoppingCartEvent[] => {
  const { cartId } = command.data;
  const now = command.metadata.now.toISOString();

  switch (command.type) {
    case 'OpenCart': {
      mustBeNew(cart);
      return { type: 'CartOpened', data: { ...command.data, openedAt: now } };
    }
    case 'AddProductItem': {
      const { item } = command.data;
      mustBeOpen(cart);
      mustBeWhole(item.quantity);
      mustFit(cart, item);
      return { type: 'ProductItemAdded', data: { ...command.data, addedAt: now } };
    }
    case 'RemoveProductItem': {
      const { item } = command.data;
      mustBeOpen(cart);
      mustBeWhole(item.quantity);
      mustHold(cart, item);
      return { type: 'ProductItemRemoved', data: { ...command.data, removedAt: now } };
    }
    case 'ConfirmCart': {
      mustBeConfirmedOnce(cart);
      mustBeOpen(cart);
      mustHoldSomething(cart);
      const { clientId } = cart;
      return {
        type: 'CartConfirmed',
        data: { cartId, clientId, total: totalOf(cart.lines), confirmedAt: now },
      };
    }
    case 'CancelCart': {
      if (cart.status === 'canceled') return [];
      mustBeOpen(cart);
      return {
        type: 'CartCanceled',
        data: { cartId, clientId: cart.clientId, canceledAt: now },
      };
    }
  }
};

export const evolve = (cart: ShoppingCart, event: ShoppingCartEvent): ShoppingCart => {
  switch (event.type) {
    case 'CartOpened':
      return { status: 'open', clientId: event.data.clientId, lines: [] };
    case 'ProductItemAdded':
      return { ...cart, lines: changed(cart.lines, event.data.item, event.data.item.quantity) };
    case 'ProductItemRemoved':
      return {
        ...cart,
        lines: changed(cart.lines, event.data.item, -event.data.item.quantity),
      };
    case 'CartConfirmed':
      return { ...cart, status: 'confirmed' };
    case 'CartCanceled':
      return { ...cart, status: 'canceled' };
  }
};

// The rules

const mustBeNew = (cart: ShoppingCart): void => {
  if (cart.status !== 'not opened') throw new Error('a cart is opened only once');
};

const mustBeOpen = (cart: ShoppingCart): void => {
  if (cart.status === 'not opened') throw new Error('this cart has not been opened');
  if (cart.status !== 'open') throw new Error(`a ${cart.status} cart cannot change`);
};

const mustBeWhole = (quantity: number): void => {
  if (!Number.isInteger(quantity) || quantity < 1)
    throw new Error('the quantity must be a whole number, at least 1');
};

const mustFit = (cart: ShoppingCart, item: Line): void => {
  if (piecesIn(cart.lines) + item.quantity > maximumPieces)
    throw new Error(`a cart holds at most ${maximumPieces} pieces`);
};

const mustHold = (cart: ShoppingCart, item: Line): void => {
  const held = cart.lines.find((line) => isSame(line, item));
  if (!held || held.quantity < item.quantity)
    throw new Error(
      `the cart does not hold ${item.quantity} of ${item.productId} at ${item.unitPrice}`,
    );
};

const mustBeConfirmedOnce = (cart: ShoppingCart): void => {
  if (cart.status === 'confirmed') throw new Error('a cart is confirmed only once');
};

const mustHoldSomething = (cart: ShoppingCart): void => {
  if (cart.lines.length === 0) throw new Error('an empty cart cannot be confirmed');
};

// Lines: one for each product at each price

const isSame = (line: Line, item: Line): boolean =>
  line.productId === item.productId && line.unitPrice === item.unitPrice;

const changed = (lines: Line[], item: Line, pieces: number): Line[] => {
  if (!lines.some((line) => isSame(line, item)))
    return [...lines, { ...item, quantity: pieces }];
  return lines
    .map((line) => (isSame(line, item) ? { ...line, quantity: line.quantity + pieces } : line))
    .filter(({ quantity }) => quantity > 0);
};

const piecesIn = (lines: Line[]): number =>
  lines.reduce((pieces, { quantity }) => pieces + quantity, 0);

const totalOf = (lines: Line[]): number =>
  lines.reduce((total, { quantity, unitPrice }) => total + quantity * unitPrice, 0);
