import type { FolioBalanceEvent } from '#model';

/** Whole cents. */
export type FolioBalance = {
  stayId: string;
  guest: string;
  charges: number;
  payments: number;
  balance: number;
};

export const canHandle = [
  'GuestCheckedIn',
  'ChargePosted',
  'PaymentTaken',
] satisfies FolioBalanceEvent['type'][];

/** One document for each stay. */
export const getDocumentId = (event: FolioBalanceEvent): string => event.data.stayId;

export const initialState = (): FolioBalance => ({
  stayId: '',
  guest: '',
  charges: 0,
  payments: 0,
  balance: 0,
});

export const evolve = (folio: FolioBalance, event: FolioBalanceEvent): FolioBalance => {
  switch (event.type) {
    case 'GuestCheckedIn':
      return { ...folio, stayId: event.data.stayId, guest: event.data.guest };
    case 'ChargePosted':
      return withBalance({ ...folio, charges: folio.charges + event.data.amount });
    case 'PaymentTaken':
      return withBalance({ ...folio, payments: folio.payments + event.data.amount });
  }
};

const withBalance = (folio: FolioBalance): FolioBalance => ({
  ...folio,
  balance: folio.charges - folio.payments,
});
