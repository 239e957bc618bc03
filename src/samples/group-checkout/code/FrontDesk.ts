import type { FrontDeskEvent } from '#model';

export type InHouseGuest = { room: string; guest: string; stayId: string; since: string };

export const canHandle = [
  'GuestCheckedIn',
  'GuestCheckedOut',
] satisfies FrontDeskEvent['type'][];

/** One document for each stay, for as long as the guest is in the house. */
export const getDocumentId = (event: FrontDeskEvent): string => event.data.stayId;

export const evolve = (_: InHouseGuest | null, event: FrontDeskEvent): InHouseGuest | null => {
  switch (event.type) {
    case 'GuestCheckedIn': {
      const { room, guest, stayId, checkedInAt } = event.data;
      return { room, guest, stayId, since: checkedInAt };
    }
    case 'GuestCheckedOut':
      return null;
  }
};
