import { expect, it } from 'vitest';
import { overlookedBy } from '../../../src/ui/timeline/overlookedBy.ts';
import { recordedCommand, recordedEvent } from '../../support/recorded.ts';

const stream = 'ShoppingCart-cart-2';
const [first, second] = [5, 6].map((streamPosition) =>
  recordedEvent('Added', streamPosition, { stream, streamPosition }),
);
const eventIds = [first, second].map((event) => event?.metadata.eventId ?? '');

it('tells of each event of a command that was stored unchecked which versions it never saw', () => {
  const outcome = { kind: 'appended' as const, eventIds, isUnchecked: true as const };
  const command = { ...recordedCommand('Add', 1, { stream }), decidedOnVersion: 2, outcome };

  for (const event of [first, second]) expect(event && overlookedBy(command, event)).toEqual({ first: 3, last: 4 });
});

it('has nothing to tell of one that was stored on the version that it was decided on', () => {
  const command = {
    ...recordedCommand('Add', 1, { stream }),
    decidedOnVersion: 4,
    outcome: { kind: 'appended' as const, eventIds },
  };

  expect(first && overlookedBy(command, first)).toBeUndefined();
});
