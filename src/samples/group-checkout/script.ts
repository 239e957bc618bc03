import type { HistoryStep } from '../Sample.ts';
import { charge, checkIn, pay, startGroup } from './staySteps.ts';

/** A family of three leaves together. Two have paid; the third forgot the minibar. Policies send all that follows. */
export const script: HistoryStep[] = [
  checkIn('stay-1', 'Ada', '104'),
  checkIn('stay-2', 'Grace', '105'),
  checkIn('stay-3', 'Alan', '106'),
  charge('stay-1', 'charge-1', 'room', 14000),
  charge('stay-2', 'charge-2', 'room', 12000),
  charge('stay-1', 'charge-3', 'restaurant', 3600),
  charge('stay-3', 'charge-4', 'minibar', 1200),

  { sleepUntil: '2026-03-03T08:00:00.000Z' },
  pay('stay-1', 'payment-1', 17600),
  pay('stay-2', 'payment-2', 12000),
  startGroup('group-1', 'stay-1', 'stay-2', 'stay-3'),
];
