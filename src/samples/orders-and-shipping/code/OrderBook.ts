import type { OrderBookEvent } from '#model';

export type OrderInBook = {
  orderId: string;
  customer: string;
  status: 'placed' | 'confirmed';
  /** Whole cents. */
  margin: number;
};

export const canHandle = ['OrderPlaced', 'OrderConfirmed'] satisfies OrderBookEvent['type'][];

/** One document for each order. */
export const getDocumentId = (event: OrderBookEvent): string => event.data.orderId;

export const evolve = (_: OrderInBook | null, event: OrderBookEvent): OrderInBook => {
  switch (event.type) {
    case 'OrderPlaced': {
      const { orderId, customer, price, cost } = event.data;
      return { orderId, customer, status: 'placed', margin: price - cost };
    }
    case 'OrderConfirmed': {
      const { orderId, customer, margin } = event.data;
      return { orderId, customer, status: 'confirmed', margin };
    }
  }
};
