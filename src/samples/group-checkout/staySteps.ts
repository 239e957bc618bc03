import type { HistoryStep } from '../Sample.ts';

export const checkIn = (stayId: string, guest: string, room: string): HistoryStep => ({
  type: 'CheckIn',
  data: { stayId, guest, room },
});
export const charge = (stayId: string, chargeId: string, what: string, amount: number): HistoryStep => ({
  type: 'PostCharge',
  data: { stayId, chargeId, what, amount },
});
export const pay = (stayId: string, paymentId: string, amount: number, groupCheckoutId?: string): HistoryStep => ({
  type: 'TakePayment',
  data: { stayId, paymentId, amount, ...(groupCheckoutId ? { groupCheckoutId } : {}) },
});
export const startGroup = (groupCheckoutId: string, ...stayIds: string[]): HistoryStep => ({
  type: 'StartGroupCheckout',
  data: { groupCheckoutId, clerk: 'Mona', stayIds },
});
