import type { HistoryStep } from '../Sample.ts';

const place = (orderId: string, customer: string, address: string, price: number, cost: number): HistoryStep => ({
  type: 'PlaceOrder',
  data: { orderId, customer, address, price, cost },
});
const confirm = (orderId: string, creditCheck: 'passed' | 'failed'): HistoryStep => ({
  type: 'ConfirmOrder',
  data: { orderId, creditCheck },
});

/** Three orders are confirmed, one of their parcels is packed. The fourth order has not passed its credit check yet. */
export const script: HistoryStep[] = [
  place('order-1', 'Ada', 'Harbour street 4', 12900, 8200),
  confirm('order-1', 'passed'),
  place('order-2', 'Grace', 'Mill lane 12', 4500, 3900),
  { type: 'PackParcel', data: { orderId: 'order-1', packer: 'Linus' } },
  confirm('order-2', 'passed'),
  place('order-3', 'Alan', 'Station road 1', 7800, 5000),
  confirm('order-3', 'passed'),
  place('order-4', 'Margaret', 'Garden square 9', 24900, 17400),
  confirm('order-4', 'failed'),
];
