import type {
  CheckoutDeclined,
  GuestCheckedOut,
  RecordOpenStay,
  RecordSettledStay,
} from '#model';

/** Whenever a stay answers, then record it with its group. A guest who leaves alone has none. */
export const react = (
  event: GuestCheckedOut | CheckoutDeclined,
): RecordSettledStay | RecordOpenStay | [] => {
  const { groupCheckoutId, stayId } = event.data;
  if (!groupCheckoutId) return [];

  switch (event.type) {
    case 'GuestCheckedOut':
      return { type: 'RecordSettledStay', data: { groupCheckoutId, stayId } };
    case 'CheckoutDeclined':
      return {
        type: 'RecordOpenStay',
        data: { groupCheckoutId, stayId, balance: event.data.balance },
      };
  }
};
