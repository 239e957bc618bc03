import type { DailyTakingsEvent } from '#model';

/** Whole cents. */
export type DailyTakings = {
  registerId: string;
  day: string;
  shifts: number;
  cash: number;
  card: number;
  difference: number;
};

/** From closings alone, so that the takings stay when the shifts behind them are archived. */
export const canHandle = ['ShiftClosed'] satisfies DailyTakingsEvent['type'][];

const dayOf = (event: DailyTakingsEvent): string =>
  event.data.closedAt.slice(0, 'YYYY-MM-DD'.length);

/** One document for each register and day. */
export const getDocumentId = (event: DailyTakingsEvent): string =>
  `${event.data.registerId} ${dayOf(event)}`;

export const initialState = (): DailyTakings => ({
  registerId: '',
  day: '',
  shifts: 0,
  cash: 0,
  card: 0,
  difference: 0,
});

export const evolve = (takings: DailyTakings, event: DailyTakingsEvent): DailyTakings => ({
  registerId: event.data.registerId,
  day: dayOf(event),
  shifts: takings.shifts + 1,
  cash: takings.cash + event.data.cashTakings,
  card: takings.card + event.data.cardTakings,
  difference: takings.difference + event.data.difference,
});
