import type { HistoryStep } from '../Sample.ts';

const checkIn = (stayId: string, guest: string, room: string): HistoryStep => ({
  type: 'CheckIn',
  data: { stayId, guest, room },
});
const charge = (stayId: string, chargeId: string, what: string, amount: number): HistoryStep => ({
  type: 'PostCharge',
  data: { stayId, chargeId, what, amount },
});
const pay = (stayId: string, paymentId: string, amount: number, groupCheckoutId?: string): HistoryStep => ({
  type: 'TakePayment',
  data: { stayId, paymentId, amount, ...(groupCheckoutId ? { groupCheckoutId } : {}) },
});
const start = (groupCheckoutId: string, ...stayIds: string[]): HistoryStep => ({
  type: 'StartGroupCheckout',
  data: { groupCheckoutId, clerk: 'Mona', stayIds },
});

/**
 * Two groups leave. Ada pays for the minibar of the first one, and all are gone. Nobody has paid for the second one
 * yet: its timeout waits, 30 minutes after its start.
 */
export const script: HistoryStep[] = [
  checkIn('stay-1', 'Ada', '104'),
  checkIn('stay-2', 'Alan', '105'),
  checkIn('stay-3', 'Linus', '106'),
  checkIn('stay-4', 'Margaret', '107'),

  { sleepUntil: '2026-03-03T08:00:00.000Z' },
  charge('stay-2', 'charge-1', 'minibar', 1200),
  charge('stay-4', 'charge-2', 'restaurant', 3600),
  start('group-1', 'stay-1', 'stay-2'),
  pay('stay-1', 'payment-1', 1200, 'group-1'),
  start('group-2', 'stay-3', 'stay-4'),
];
