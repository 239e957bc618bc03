import { expect, it } from 'vitest';
import { eventsReadFrom, mostRead, readAsIn, readAsKey } from '#sandbox';

const one = { type: 'Added', data: { amount: 1 }, schemaVersion: 2 };

it('tells what a stored event is read as', () => {
  expect(readAsIn({ [readAsKey]: [one, one] })).toEqual([one, one]);
  expect(readAsIn({ [readAsKey]: [] })).toEqual([]);
  expect(readAsIn({})).toBeUndefined();
});

it.each([
  ['nothing in the list', [null]],
  ['no data', [{ type: 'Added', schemaVersion: 1 }]],
  ['no type', [{ data: {}, schemaVersion: 1 }]],
  ['no list', { 0: one, length: 1 }],
  ['more than an upcaster may make', Array.from({ length: mostRead + 1 }, () => one)],
])('does not take at its word what a file brings under the name: %s', (_, forged) => {
  const stored = { type: 'Removed', data: {}, metadata: { [readAsKey]: forged } };

  expect(readAsIn(stored.metadata)).toBeUndefined();
  expect(eventsReadFrom(stored)).toEqual([stored]);
});
