import { charge, checkIn, pay, startGroup } from '../group-checkout/staySteps.ts';
import type { HistoryStep } from '../Sample.ts';

/**
 * Two groups leave. Ada pays for the minibar of the first one, and all are gone. Nobody has paid for the second one
 * yet: its timeout waits, 30 minutes after its start.
 */
export const script: HistoryStep[] = [
  checkIn('stay-1', 'Ada', '104'),
  checkIn('stay-2', 'Alan', '105'),
  checkIn('stay-3', 'Linus', '106'),
  checkIn('stay-4', 'Margaret', '107'),

  { sleepUntil: '2026-03-03T08:00:00.000Z' },
  charge('stay-2', 'charge-1', 'minibar', 1200),
  charge('stay-4', 'charge-2', 'restaurant', 3600),
  startGroup('group-1', 'stay-1', 'stay-2'),
  pay('stay-1', 'payment-1', 1200, 'group-1'),
  startGroup('group-2', 'stay-3', 'stay-4'),
];
