import type { ShiftReportEvent } from '#model';

/** Whole cents. */
export type ShiftReport = {
  shiftId: string;
  till: 'exact' | 'short' | 'over';
  expected: number;
  counted: number;
  difference: number;
  takings: number;
};

export const canHandle = ['ShiftClosed'] satisfies ShiftReportEvent['type'][];

/** One document for each closed shift. */
export const getDocumentId = (event: ShiftReportEvent): string => event.data.shiftId;

export const evolve = (_: ShiftReport | null, { data }: ShiftReportEvent): ShiftReport => ({
  shiftId: data.shiftId,
  till: tillWith(data.difference),
  expected: data.expected,
  counted: data.counted,
  difference: data.difference,
  takings: data.cashTakings + data.cardTakings,
});

const tillWith = (difference: number): ShiftReport['till'] => {
  if (difference === 0) return 'exact';
  return difference < 0 ? 'short' : 'over';
};
