import type { CheckOut, GroupCheckoutStarted } from '#model';

/** Whenever a group leaves, then check out each stay. */
export const react = ({ data }: GroupCheckoutStarted): CheckOut[] =>
  data.stayIds.map((stayId) => ({
    type: 'CheckOut',
    data: { stayId, groupCheckoutId: data.groupCheckoutId },
  }));
