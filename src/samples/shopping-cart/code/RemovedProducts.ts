import type { RemovedProductsEvent } from '#model';

export type RemovedProduct = {
  productId: string;
  /** In how many carts somebody thought better of it, and how many pieces that were. */
  times: number;
  pieces: number;
  lastReason: string;
};

export const canHandle = ['ProductItemRemoved'] satisfies RemovedProductsEvent['type'][];

/** One document for each product. */
export const getDocumentId = (event: RemovedProductsEvent): string => event.data.item.productId;

export const initialState = (): RemovedProduct => ({
  productId: '',
  times: 0,
  pieces: 0,
  lastReason: '',
});

export const evolve = (
  product: RemovedProduct,
  { data }: RemovedProductsEvent,
): RemovedProduct => ({
  productId: data.item.productId,
  times: product.times + 1,
  pieces: product.pieces + data.item.quantity,
  lastReason: data.reason ?? product.lastReason,
});
