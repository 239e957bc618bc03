import type { Definition } from '#model';
import {
  deciderSpecifications,
  events,
  message,
  nothing,
  now,
  readModelSpecifications,
  refusedWith,
} from '../building/specifications.ts';

const shiftId = 'front.7';
const register = { shiftId, registerId: 'front', number: 7 };
const sale = { shiftId, receiptId: 'receipt-1', amount: 5000, tender: 'cash' };
const refund = { shiftId, refundId: 'refund-1', receiptId: 'receipt-1', amount: 2000 };
const drop = { shiftId, dropId: 'drop-1', amount: 10000 };
const result = { expected: 25000, counted: 25000, difference: 0, leftFloat: 20000, cashTakings: 5000, cardTakings: 0 };

const prepare = message('PrepareShift', { ...register, float: 20000 });
const start = message('StartShift', { shiftId, cashierId: 'cashier-1' });
const ringUp = message('RingUpSale', sale);
const refundSale = message('RefundSale', refund);
const dropToSafe = message('DropToSafe', drop);
const close = message('CloseShift', { shiftId, counted: 25000, leaveFloat: 20000 });

const prepared = message('ShiftPrepared', { ...register, float: 20000, preparedAt: now });
const started = message('ShiftStarted', { shiftId, cashierId: 'cashier-1', startedAt: now });
const rungUp = message('SaleRungUp', { ...sale, rungUpAt: now });
const refunded = message('SaleRefunded', { ...refund, tender: 'cash', refundedAt: now });
const dropped = message('CashDropped', { ...drop, droppedAt: now });
const closed = message('ShiftClosed', { ...register, ...result, closedAt: now });

const running = [prepared(), started()];
const isClosed = [...running, rungUp(), closed()];

export const cashShiftSpecifications = (cashShift: Definition) =>
  deciderSpecifications(cashShift, {
    'prepares a shift': { given: [], when: prepare(), then: events(prepared()) },
    'starts a prepared shift': { given: [prepared()], when: start(), then: events(started()) },
    'rings up a sale': { given: running, when: ringUp(), then: events(rungUp()) },
    'refunds part of a sale, in its tender': {
      given: [...running, rungUp({ tender: 'card' })],
      when: refundSale(),
      then: events(refunded({ tender: 'card' })),
    },
    'drops cash to the safe': { given: running, when: dropToSafe(), then: events(dropped()) },
    'closes a shift that is exact': { given: [...running, rungUp()], when: close(), then: events(closed()) },
    'closes a shift that is short': {
      given: [...running, rungUp()],
      when: close({ counted: 24850 }),
      then: events(closed({ counted: 24850, difference: -150 })),
    },
    'counts takings by tender, less refunds': {
      given: [...running, rungUp(), rungUp({ receiptId: 'receipt-2', amount: 1500, tender: 'card' }), refunded()],
      when: close({ counted: 23000 }),
      then: events(closed({ expected: 23000, counted: 23000, cashTakings: 3000, cardTakings: 1500 })),
    },
    'accepts the same sale again, with nothing to record': {
      given: [...running, rungUp()],
      when: ringUp(),
      then: nothing,
    },
    'accepts the same refund again, with nothing to record': {
      given: [...running, rungUp(), refunded()],
      when: refundSale(),
      then: nothing,
    },
    'accepts the same drop again, with nothing to record': {
      given: [...running, dropped()],
      when: dropToSafe(),
      then: nothing,
    },
    'refuses to prepare a shift twice': {
      given: [prepared()],
      when: prepare(),
      then: refusedWith('a shift is prepared only once'),
    },
    'refuses to start a shift that was never prepared': {
      given: [],
      when: start(),
      then: refusedWith('this shift has not been prepared'),
    },
    'refuses to start a shift twice': {
      given: running,
      when: start(),
      then: refusedWith('a shift is started only once'),
    },
    'refuses a sale before the shift runs': {
      given: [prepared()],
      when: ringUp(),
      then: refusedWith('money moves only while the shift is running'),
    },
    'refuses a sale of nothing': {
      given: running,
      when: ringUp({ amount: 0 }),
      then: refusedWith('the amount must be whole cents, more than 0'),
    },
    'refuses to refund a sale of another shift': {
      given: running,
      when: refundSale(),
      then: refusedWith('receipt-1 is no sale of this shift'),
    },
    'refuses refunds that together exceed the sale': {
      given: [...running, rungUp(), refunded()],
      when: refundSale({ refundId: 'refund-2', amount: 3001 }),
      then: refusedWith('refunds together cannot exceed the sale'),
    },
    'refuses a cash refund that the drawer cannot pay': {
      given: [...running, rungUp(), dropped({ amount: 24000 })],
      when: refundSale(),
      then: refusedWith('there is not that much cash in the drawer'),
    },
    'refuses to drop more than is in the drawer': {
      given: running,
      when: dropToSafe({ amount: 20001 }),
      then: refusedWith('there is not that much cash in the drawer'),
    },
    'refuses a count below zero': {
      given: running,
      when: close({ counted: -1 }),
      then: refusedWith('the count must be whole cents, at least 0'),
    },
    'refuses a float below zero': {
      given: running,
      when: close({ counted: 20000, leaveFloat: -1 }),
      then: refusedWith('the float must be whole cents, at least 0'),
    },
    'refuses to leave more than was counted': {
      given: running,
      when: close({ counted: 20000, leaveFloat: 20001 }),
      then: refusedWith('the float left cannot exceed what was counted'),
    },
    'refuses a sale after the shift is closed': {
      given: isClosed,
      when: ringUp({ receiptId: 'receipt-2' }),
      then: refusedWith('a closed shift is final'),
    },
    'refuses to close twice': { given: isClosed, when: close(), then: refusedWith('a closed shift is final') },
  });

export const tillDrawerSpecifications = (tillDrawer: Definition) =>
  readModelSpecifications(tillDrawer, {
    'expects float and cash sales, less refunds and drops': {
      given: [prepared(), rungUp(), refunded(), dropped()],
      then: {
        'front.7': { shiftId, float: 20000, cashSales: 5000, cashRefunds: 2000, dropped: 10000, expectedCash: 13000 },
      },
    },
    'leaves card sales out of the drawer': {
      given: [prepared(), rungUp({ tender: 'card' })],
      then: { 'front.7': { shiftId, float: 20000, cashSales: 0, cashRefunds: 0, dropped: 0, expectedCash: 20000 } },
    },
  });

export const shiftReportSpecifications = (shiftReport: Definition) =>
  readModelSpecifications(shiftReport, {
    'reports a shift that is exact': {
      given: [closed()],
      then: {
        'front.7': { shiftId, till: 'exact', expected: 25000, counted: 25000, difference: 0, takings: 5000 },
      },
    },
    'reports a shift that is short': {
      given: [closed({ counted: 24850, difference: -150, cardTakings: 1500 })],
      then: {
        'front.7': { shiftId, till: 'short', expected: 25000, counted: 24850, difference: -150, takings: 6500 },
      },
    },
  });

const nextDay = '2026-03-03T09:00:00.000Z';
const day = { registerId: 'front', shifts: 1, cash: 5000, card: 0, difference: 0 };

export const dailyTakingsSpecifications = (dailyTakings: Definition) =>
  readModelSpecifications(dailyTakings, {
    'adds up the shifts of a day': {
      given: [closed(), closed({ shiftId: 'front.8', number: 8, difference: -150, cashTakings: 3000 })],
      then: { 'front 2026-03-02': { ...day, day: '2026-03-02', shifts: 2, cash: 8000, difference: -150 } },
    },
    'begins anew with the next day': {
      given: [closed(), closed({ shiftId: 'front.8', number: 8, closedAt: nextDay })],
      then: {
        'front 2026-03-02': { ...day, day: '2026-03-02' },
        'front 2026-03-03': { ...day, day: '2026-03-03' },
      },
    },
  });
