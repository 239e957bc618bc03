import type { CashShiftCommand, CashShiftEvent } from '#model';

type Tender = 'cash' | 'card';
type Sale = { amount: number; tender: Tender; refunded: number };

/** Amounts are whole cents. */
export type CashShift = {
  status: 'not prepared' | 'prepared' | 'running' | 'closed';
  registerId: string;
  number: number;
  cashInDrawer: number;
  takings: { cash: number; card: number };
  sales: { [receiptId: string]: Sale };
  refundIds: string[];
  dropIds: string[];
};

export const initialState = (): CashShift => ({
  status: 'not prepared',
  registerId: '',
  number: 0,
  cashInDrawer: 0,
  takings: { cash: 0, card: 0 },
  sales: {},
  refundIds: [],
  dropIds: [],
});

/** Nothing follows the closing: the next shift has a stream of its own. */
export const isTerminal = (shift: CashShift): boolean => shift.status === 'closed';

export const decide = (
  command: CashShiftCommand,
  shift: CashShift,
): CashShiftEvent | CashShiftEvent[] => {
  const now = command.metadata.now.toISOString();

  switch (command.type) {
    case 'PrepareShift': {
      mustBeNew(shift);
      return { type: 'ShiftPrepared', data: { ...command.data, preparedAt: now } };
    }
    case 'StartShift': {
      mustBePrepared(shift);
      return { type: 'ShiftStarted', data: { ...command.data, startedAt: now } };
    }
    case 'RingUpSale': {
      if (shift.sales[command.data.receiptId]) return [];
      mustBeRunning(shift);
      mustBePositive(command.data.amount);
      return { type: 'SaleRungUp', data: { ...command.data, rungUpAt: now } };
    }
    case 'RefundSale': {
      const { refundId, receiptId, amount } = command.data;
      if (shift.refundIds.includes(refundId)) return [];
      mustBeRunning(shift);
      mustBePositive(amount);
      const { tender } = mustBeRefundable(shift, receiptId, amount);
      if (tender === 'cash') mustBeInDrawer(shift, amount);
      return { type: 'SaleRefunded', data: { ...command.data, tender, refundedAt: now } };
    }
    case 'DropToSafe': {
      if (shift.dropIds.includes(command.data.dropId)) return [];
      mustBeRunning(shift);
      mustBePositive(command.data.amount);
      mustBeInDrawer(shift, command.data.amount);
      return { type: 'CashDropped', data: { ...command.data, droppedAt: now } };
    }
    case 'CloseShift': {
      const { shiftId, counted, leaveFloat } = command.data;
      mustBeRunning(shift);
      mustBeCounted(counted, leaveFloat);
      return {
        type: 'ShiftClosed',
        data: {
          shiftId,
          registerId: shift.registerId,
          number: shift.number,
          expected: shift.cashInDrawer,
          counted,
          difference: counted - shift.cashInDrawer,
          leftFloat: leaveFloat,
          cashTakings: shift.takings.cash,
          cardTakings: shift.takings.card,
          closedAt: now,
        },
      };
    }
  }
};

export const evolve = (shift: CashShift, event: CashShiftEvent): CashShift => {
  switch (event.type) {
    case 'ShiftPrepared': {
      const { registerId, number, float } = event.data;
      return { ...shift, status: 'prepared', registerId, number, cashInDrawer: float };
    }
    case 'ShiftStarted':
      return { ...shift, status: 'running' };
    case 'SaleRungUp': {
      const { receiptId, amount, tender } = event.data;
      const sales = { ...shift.sales, [receiptId]: { amount, tender, refunded: 0 } };
      return { ...withMoney(shift, tender, amount), sales };
    }
    case 'SaleRefunded': {
      const { refundId, receiptId, amount, tender } = event.data;
      const sales = withRefund(shift.sales, receiptId, amount);
      return {
        ...withMoney(shift, tender, -amount),
        sales,
        refundIds: [...shift.refundIds, refundId],
      };
    }
    case 'CashDropped': {
      const { dropId, amount } = event.data;
      return {
        ...shift,
        cashInDrawer: shift.cashInDrawer - amount,
        dropIds: [...shift.dropIds, dropId],
      };
    }
    case 'ShiftClosed':
      return { ...shift, status: 'closed' };
  }
};

const withMoney = (shift: CashShift, tender: Tender, amount: number): CashShift => ({
  ...shift,
  cashInDrawer: shift.cashInDrawer + (tender === 'cash' ? amount : 0),
  takings: { ...shift.takings, [tender]: shift.takings[tender] + amount },
});

const withRefund = (
  sales: CashShift['sales'],
  receiptId: string,
  amount: number,
): CashShift['sales'] => {
  const sale = sales[receiptId];
  return sale
    ? { ...sales, [receiptId]: { ...sale, refunded: sale.refunded + amount } }
    : sales;
};

// The rules

const mustBeNew = (shift: CashShift): void => {
  if (shift.status !== 'not prepared') throw new Error('a shift is prepared only once');
};

const mustBePrepared = (shift: CashShift): void => {
  if (shift.status === 'not prepared') throw new Error('this shift has not been prepared');
  if (shift.status !== 'prepared') throw new Error('a shift is started only once');
};

const mustBeRunning = (shift: CashShift): void => {
  if (shift.status === 'closed') throw new Error('a closed shift is final');
  if (shift.status !== 'running')
    throw new Error('money moves only while the shift is running');
};

const mustBePositive = (amount: number): void => {
  if (!Number.isInteger(amount) || amount < 1)
    throw new Error('the amount must be whole cents, more than 0');
};

const mustBeRefundable = (shift: CashShift, receiptId: string, amount: number): Sale => {
  const sale = shift.sales[receiptId];
  if (!sale) throw new Error(`${receiptId} is no sale of this shift`);
  if (sale.refunded + amount > sale.amount)
    throw new Error('refunds together cannot exceed the sale');
  return sale;
};

const mustBeInDrawer = (shift: CashShift, amount: number): void => {
  if (amount > shift.cashInDrawer) throw new Error('there is not that much cash in the drawer');
};

const mustBeCounted = (counted: number, leaveFloat: number): void => {
  if (!Number.isInteger(counted) || counted < 0)
    throw new Error('the count must be whole cents, at least 0');
  if (!Number.isInteger(leaveFloat) || leaveFloat < 0)
    throw new Error('the float must be whole cents, at least 0');
  if (leaveFloat > counted) throw new Error('the float left cannot exceed what was counted');
};
