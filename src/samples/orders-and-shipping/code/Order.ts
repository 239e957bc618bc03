import type { OrderCommand, OrderEvent } from '#model';

export type Order = {
  status: 'new' | 'placed' | 'confirmed';
  customer: string;
  address: string;
  /** Whole cents: what the order earns. No other context is told. */
  margin: number;
};

export const initialState = (): Order => ({
  status: 'new',
  customer: '',
  address: '',
  margin: 0,
});

export const decide = (command: OrderCommand, order: Order): OrderEvent | OrderEvent[] => {
  const now = command.metadata.now.toISOString();

  switch (command.type) {
    case 'PlaceOrder': {
      if (order.status !== 'new') throw new Error('an order is placed only once');
      return { type: 'OrderPlaced', data: { ...command.data, placedAt: now } };
    }
    case 'ConfirmOrder': {
      if (order.status === 'new') throw new Error('this order has not been placed');
      if (order.status === 'confirmed') return [];
      const { orderId, creditCheck } = command.data;
      if (creditCheck === 'failed') throw new Error('the credit check has failed');
      const { customer, address, margin } = order;
      return {
        type: 'OrderConfirmed',
        data: { orderId, customer, address, margin, creditCheck, confirmedAt: now },
      };
    }
  }
};

export const evolve = (order: Order, event: OrderEvent): Order => {
  switch (event.type) {
    case 'OrderPlaced': {
      const { customer, address, price, cost } = event.data;
      return { status: 'placed', customer, address, margin: price - cost };
    }
    case 'OrderConfirmed':
      return { ...order, status: 'confirmed' };
  }
};
