import { expect, it } from 'vitest';
import { type RecordedEvent, type Upcaster, upcastEvents } from '#event-store';

const stored = (type: string, data: RecordedEvent['data'], schemaVersion = 1): RecordedEvent => ({
  type,
  data,
  metadata: {
    eventId: 'e1',
    streamName: 'cart-1',
    streamPosition: 1,
    globalPosition: 7,
    recordedAt: '2026-01-01T12:00:00.000Z',
    schemaVersion,
    correlationId: 'c',
  },
});

const splitting: Upcaster = {
  type: 'ItemsMoved',
  fromVersion: 1,
  upcast: ({ data }) => [
    { type: 'ItemsRemoved', data },
    { type: 'ItemsAdded', data },
  ],
};

it('makes several events of one, each at the place of the stored one', () => {
  const event = stored('ItemsMoved', { count: 2 });

  const upcasted = upcastEvents([event], [splitting]);

  expect(upcasted).toEqual([stored('ItemsRemoved', { count: 2 }, 2), stored('ItemsAdded', { count: 2 }, 2)]);
  expect(event).toEqual(stored('ItemsMoved', { count: 2 }));
});

it('goes on with the results under their new type and version, and drops what becomes nothing', () => {
  const dropping: Upcaster = { type: 'ItemsRemoved', fromVersion: 2, upcast: () => [] };
  const renaming: Upcaster = {
    type: 'ItemsAdded',
    fromVersion: 2,
    upcast: ({ data }) => ({ type: 'ItemsPut', data, metadata: { upcasted: true, eventId: 'other' } }),
  };

  const [event, ...more] = upcastEvents([stored('ItemsMoved', {})], [renaming, dropping, splitting]);

  expect(more).toEqual([]);
  const { metadata } = stored('ItemsPut', {}, 3);
  expect(event).toEqual({ type: 'ItemsPut', data: {}, metadata: { ...metadata, upcasted: true } });
});

it('leaves events alone that no upcaster is for', () => {
  const events = [stored('ItemsMoved', {}, 2)];

  expect(upcastEvents(events, [splitting])).toEqual(events);
});
