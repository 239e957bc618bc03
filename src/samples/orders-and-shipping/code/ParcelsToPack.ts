import type { ParcelsToPackEvent } from '#model';

export type ParcelToPack = { orderId: string; since: string; label: string | null };

export const canHandle = [
  'OrderReleased',
  'LabelPrinted',
  'ParcelPacked',
] satisfies ParcelsToPackEvent['type'][];

/** One document for each order, until its parcel is packed. */
export const getDocumentId = (event: ParcelsToPackEvent): string => event.data.orderId;

export const evolve = (
  parcel: ParcelToPack | null,
  event: ParcelsToPackEvent,
): ParcelToPack | null => {
  switch (event.type) {
    case 'OrderReleased': {
      const { orderId, releasedAt } = event.data;
      return { orderId, since: releasedAt, label: null };
    }
    case 'LabelPrinted':
      return parcel && { ...parcel, label: event.data.label };
    case 'ParcelPacked':
      return null;
  }
};
