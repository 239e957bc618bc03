import type { TillDrawerEvent } from '#model';

/** Whole cents. */
export type TillDrawer = {
  shiftId: string;
  float: number;
  cashSales: number;
  cashRefunds: number;
  dropped: number;
  expectedCash: number;
};

export const canHandle = [
  'ShiftPrepared',
  'SaleRungUp',
  'SaleRefunded',
  'CashDropped',
] satisfies TillDrawerEvent['type'][];

/** One document for each shift. */
export const getDocumentId = (event: TillDrawerEvent): string => event.data.shiftId;

export const initialState = (): TillDrawer => ({
  shiftId: '',
  float: 0,
  cashSales: 0,
  cashRefunds: 0,
  dropped: 0,
  expectedCash: 0,
});

export const evolve = (till: TillDrawer, event: TillDrawerEvent): TillDrawer => {
  switch (event.type) {
    case 'ShiftPrepared':
      return counted({ ...till, shiftId: event.data.shiftId, float: event.data.float });
    case 'SaleRungUp':
      return counted({ ...till, cashSales: till.cashSales + cashOf(event.data) });
    case 'SaleRefunded':
      return counted({ ...till, cashRefunds: till.cashRefunds + cashOf(event.data) });
    case 'CashDropped':
      return counted({ ...till, dropped: till.dropped + event.data.amount });
  }
};

const cashOf = ({ amount, tender }: { amount: number; tender: 'cash' | 'card' }): number =>
  tender === 'cash' ? amount : 0;

const counted = (till: TillDrawer): TillDrawer => ({
  ...till,
  expectedCash: till.float + till.cashSales - till.cashRefunds - till.dropped,
});
