import type { HistoryStep } from '../Sample.ts';

const start = (shiftId: string, cashierId: string): HistoryStep => ({
  type: 'StartShift',
  data: { shiftId, cashierId },
});
const ringUp = (shiftId: string, receipt: number, amount: number, tender: 'cash' | 'card'): HistoryStep => ({
  type: 'RingUpSale',
  data: { shiftId, receiptId: `receipt-${receipt}`, amount, tender },
});
const drop = (shiftId: string, dropId: string, amount: number): HistoryStep => ({
  type: 'DropToSafe',
  data: { shiftId, dropId, amount },
});
const close = (shiftId: string, counted: number): HistoryStep => ({
  type: 'CloseShift',
  data: { shiftId, counted, leaveFloat: 20000 },
});

/** Three shifts at the front register. Only the first is prepared by hand; closing one prepares the next. */
export const script: HistoryStep[] = [
  {
    type: 'PrepareShift',
    data: { shiftId: 'front.6', registerId: 'front', number: 6, float: 20000 },
  },
  start('front.6', 'cashier-1'),
  ringUp('front.6', 1, 4200, 'cash'),
  ringUp('front.6', 2, 12900, 'card'),
  ringUp('front.6', 3, 1800, 'cash'),
  close('front.6', 26000),

  start('front.7', 'cashier-2'),
  ringUp('front.7', 4, 8900, 'cash'),
  ringUp('front.7', 5, 3500, 'card'),
  ringUp('front.7', 6, 15000, 'cash'),
  {
    type: 'RefundSale',
    data: { shiftId: 'front.7', refundId: 'refund-1', receiptId: 'receipt-4', amount: 2900 },
  },
  drop('front.7', 'drop-1', 15000),
  ringUp('front.7', 7, 2400, 'cash'),
  // 28400 are expected: the till is short by 150.
  close('front.7', 28250),

  start('front.8', 'cashier-1'),
  ringUp('front.8', 8, 5300, 'cash'),
  ringUp('front.8', 9, 7700, 'card'),
  {
    type: 'RefundSale',
    data: { shiftId: 'front.8', refundId: 'refund-2', receiptId: 'receipt-9', amount: 2700 },
  },
  ringUp('front.8', 10, 6100, 'cash'),
  drop('front.8', 'drop-2', 6000),
  ringUp('front.8', 11, 1900, 'cash'),
  ringUp('front.8', 12, 3200, 'card'),
];
