import { describe, expect, it } from 'vitest';
import type { DefinitionOf } from '#model';
import { countOf, isYetToHappen } from '../../../src/ui/canvas/recordedFacts.ts';
import { recordedEvent } from '../../support/recorded.ts';

const event: DefinitionOf<'event'> = {
  id: 'opened',
  kind: 'event',
  name: 'CartOpened',
  formerNames: ['CartStarted'],
  schemaVersion: 1,
  fields: [{ name: 'cartId', type: { kind: 'text' } }],
};
const events = [
  recordedEvent('CartStarted', 1, { data: { cartId: '1' } }),
  recordedEvent('CartCanceled', 2),
  recordedEvent('CartOpened', 3, { data: { cartId: '2' } }),
  recordedEvent('CartOpened', 4),
];

describe('what is stored of an event', () => {
  it('is counted up to the cursor, former names included', () => {
    expect(countOf({ events, cursor: 'now' }, event)).toBe(3);
    expect(countOf({ events, cursor: 2 }, event)).toBe(1);
    expect(countOf({ events, cursor: 0 }, event)).toBe(0);
  });

  it('is yet to come before its first event, but not on a wall where nothing was run at all', () => {
    expect(isYetToHappen({ events, cursor: 0 }, event)).toBe(true);
    expect(isYetToHappen({ events, cursor: 1 }, event)).toBe(false);
    expect(isYetToHappen({ events: [], cursor: 'now' }, event)).toBe(false);
  });
});
