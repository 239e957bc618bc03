import type { ClientSummaryEvent } from '#model';

export type ClientSummary = {
  clientId: string;
  open: number;
  confirmed: number;
  canceled: number;
  /** Whole cents, of confirmed carts. */
  spent: number;
};

export const canHandle = [
  'CartOpened',
  'CartConfirmed',
  'CartCanceled',
] satisfies ClientSummaryEvent['type'][];

/** One document for each client. */
export const getDocumentId = (event: ClientSummaryEvent): string => event.data.clientId;

export const initialState = (): ClientSummary => ({
  clientId: '',
  open: 0,
  confirmed: 0,
  canceled: 0,
  spent: 0,
});

export const evolve = (client: ClientSummary, event: ClientSummaryEvent): ClientSummary => {
  switch (event.type) {
    case 'CartOpened':
      return { ...client, clientId: event.data.clientId, open: client.open + 1 };
    case 'CartConfirmed':
      return {
        ...client,
        open: client.open - 1,
        confirmed: client.confirmed + 1,
        spent: client.spent + event.data.total,
      };
    case 'CartCanceled':
      return { ...client, open: client.open - 1, canceled: client.canceled + 1 };
  }
};
