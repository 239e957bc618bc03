import type { OrderReleased, PrintLabel } from '#model';

/** Whenever an order is released, then print its label. */
export const react = ({ data }: OrderReleased): PrintLabel => ({
  type: 'PrintLabel',
  data: { orderId: data.orderId, recipient: data.recipient, address: data.address },
});
