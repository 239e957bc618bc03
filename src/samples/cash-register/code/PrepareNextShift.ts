import type { PrepareShift, ShiftClosed } from '#model';

/** Whenever a shift closes, then prepare the next: its register's next number, with the float that was left. */
export const react = ({ data }: ShiftClosed): PrepareShift => {
  const { registerId, leftFloat } = data;
  const number = data.number + 1;
  return {
    type: 'PrepareShift',
    data: { shiftId: `${registerId}.${number}`, registerId, number, float: leftFloat },
  };
};
