import type { HistoryStep } from '../Sample.ts';

const checkIn = (stayId: string, guest: string, room: string): HistoryStep => ({
  type: 'CheckIn',
  data: { stayId, guest, room },
});
const charge = (stayId: string, chargeId: string, what: string, amount: number): HistoryStep => ({
  type: 'PostCharge',
  data: { stayId, chargeId, what, amount },
});
const pay = (stayId: string, paymentId: string, amount: number): HistoryStep => ({
  type: 'TakePayment',
  data: { stayId, paymentId, amount },
});

/** A family of three leaves together. Two have paid; the third forgot the minibar. Policies send all that follows. */
export const script: HistoryStep[] = [
  checkIn('stay-1', 'Ada', '104'),
  checkIn('stay-2', 'Grace', '105'),
  checkIn('stay-3', 'Alan', '106'),
  charge('stay-1', 'charge-1', 'room', 14000),
  charge('stay-2', 'charge-2', 'room', 12000),
  charge('stay-1', 'charge-3', 'restaurant', 3600),
  charge('stay-3', 'charge-4', 'minibar', 1200),

  { sleepUntil: '2026-03-03T08:00:00.000Z' },
  pay('stay-1', 'payment-1', 17600),
  pay('stay-2', 'payment-2', 12000),
  {
    type: 'StartGroupCheckout',
    data: { groupCheckoutId: 'group-1', clerk: 'Mona', stayIds: ['stay-1', 'stay-2', 'stay-3'] },
  },
];
