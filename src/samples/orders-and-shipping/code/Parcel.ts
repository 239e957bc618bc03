import type { ParcelCommand, ParcelEvent } from '#model';

export type Parcel = { status: 'unknown' | 'labeled' | 'packed' };

export const initialState = (): Parcel => ({ status: 'unknown' });

export const decide = (command: ParcelCommand, parcel: Parcel): ParcelEvent | ParcelEvent[] => {
  const now = command.metadata.now.toISOString();

  switch (command.type) {
    case 'PrintLabel': {
      // A public event may be delivered twice.
      if (parcel.status !== 'unknown') return [];
      const { orderId, recipient, address } = command.data;
      return {
        type: 'LabelPrinted',
        data: { orderId, label: `${recipient}, ${address}`, printedAt: now },
      };
    }
    case 'PackParcel': {
      if (parcel.status === 'unknown') throw new Error('a parcel needs a label first');
      if (parcel.status === 'packed') throw new Error('this parcel is packed already');
      return { type: 'ParcelPacked', data: { ...command.data, packedAt: now } };
    }
  }
};

export const evolve = (_: Parcel, event: ParcelEvent): Parcel => {
  switch (event.type) {
    case 'LabelPrinted':
      return { status: 'labeled' };
    case 'ParcelPacked':
      return { status: 'packed' };
  }
};
