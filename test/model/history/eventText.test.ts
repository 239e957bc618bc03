import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventsOfText, type Json, type LoggedEvent, textOfEvents } from '#model';

const times = ['2026-03-02T09:00:00.000Z', '2026-03-02T09:00:00.001Z', '2026-03-02T09:00:00Z', 'once'];

const page = fc
  .array(
    fc.record({
      type: fc.constantFrom('CartOpened', 'ItemAdded', ''),
      data: fc.jsonValue() as fc.Arbitrary<Json>,
      recordedAt: fc.constantFrom(...times),
      streamName: fc.constantFrom('Cart-1', 'Cart-2'),
      added: fc.constantFrom<{ [name: string]: Json }>({}, { commandId: 'c' }, { note: { by: ['hand', 1] } }),
    }),
    { maxLength: 30 },
  )
  .map((parts): LoggedEvent[] =>
    parts.map(({ type, data, recordedAt, streamName, added }, at) => ({
      type,
      data,
      metadata: {
        ...added,
        eventId: `id-${at}`,
        streamName,
        streamPosition: at * 2 + 1,
        globalPosition: 500 + at,
        recordedAt,
        schemaVersion: (at % 3) + 1,
      },
    })),
  );

describe('events as text', () => {
  it('come back to the letter, in the order of their keys too', () => {
    fc.assert(
      fc.property(page, (events) => {
        const before = JSON.stringify(events);
        expect(JSON.stringify(eventsOfText(textOfEvents(events)))).toBe(before);
      }),
    );
  });

  it('take less room than one by one: what they have in common is written once', () => {
    const events = Array.from({ length: 1000 }, (_, at) => ({
      type: 'ProductItemAdded',
      data: { productId: `product-${at % 20}`, quantity: 1 },
      metadata: {
        eventId: `command-${at}/1`,
        streamName: `ShoppingCart-${at % 9}`,
        streamPosition: at + 1,
        globalPosition: at + 1,
        recordedAt: '2026-03-02T09:00:00.000Z',
        schemaVersion: 1,
      },
    }));

    expect(textOfEvents(events).length).toBeLessThan(JSON.stringify(events).length / 2);
  });
});
