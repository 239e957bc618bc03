import { describe, expect, it } from 'vitest';
import type { RecordedEvent } from '../../../src/event-store/EventStore.ts';
import { commitsOf } from '../../../src/files/importing/commitsOf.ts';
import { createOrdered } from '../../../src/files/importing/inOrder.ts';
import { cloudEventPieces } from '../../../src/files/notations/cloudEvents/writeCloudEvents.ts';
import cashRegister from '../../../src/samples/cash-register/history.json';
import shoppingCart from '../../../src/samples/shopping-cart/history.json';
import { imported } from '../support/reading.ts';

const exported = (events: readonly RecordedEvent[]): string => [...cloudEventPieces(events)].join('');

/** What would be stored of a file, in the order of storing. */
const stored = (text: string) => {
  const { facts, summary, events } = imported(text, 'x.cloudevents.json');
  const ordered = createOrdered();
  for (const event of events) ordered.add(event);
  const commits = commitsOf(ordered.part(0, ordered.size()));
  return {
    facts,
    summary,
    events: commits.flatMap(({ writes, recordedAt }) =>
      writes.flatMap(({ stream, events: written }) =>
        written.map(({ type, data, eventId, schemaVersion = 1, metadata }) => ({
          stream,
          type,
          data,
          eventId,
          recordedAt,
          schemaVersion,
          correlationId: metadata?.correlationId,
          causationId: metadata?.causationId,
        })),
      ),
    ),
  };
};

const essence = ({ type, data, metadata }: RecordedEvent) => ({
  stream: metadata.streamName,
  type,
  data,
  eventId: metadata.eventId,
  recordedAt: metadata.recordedAt,
  schemaVersion: metadata.schemaVersion,
  correlationId: metadata.correlationId,
  causationId: metadata.causationId,
});

describe('events as CloudEvents', () => {
  it.each([
    ['shopping cart', shoppingCart.events as RecordedEvent[]],
    ['cash register', cashRegister.events as RecordedEvent[]],
  ])('come back to the same streams, types, data and order: %s', (_name, events) => {
    const { facts, summary, events: again } = stored(exported(events));
    expect(facts.format).toBe('cloud-events');
    expect(summary.unread.count).toBe(0);
    expect(again).toEqual(events.map(essence));
  });

  const odd = (
    streamName: string,
    position: number,
    added: Partial<RecordedEvent['metadata']> = {},
  ): RecordedEvent => ({
    type: `Happened ${position}`,
    data: { position },
    metadata: {
      eventId: `e-${position}`,
      streamName,
      streamPosition: 1,
      globalPosition: position,
      recordedAt: '2026-01-01T00:00:00.000Z',
      schemaVersion: 1,
      ...added,
    },
  });

  it('keep categories that no address could hold, and the version of fields', () => {
    const events = [odd('a/b?c:d-1', 1), odd('Käse-x-y', 2, { schemaVersion: 3 }), odd('100%-1', 3)];
    expect(stored(exported(events)).events).toEqual(events.map(essence));
  });

  it('have the attributes that are needed, and only names that are allowed', () => {
    const [event] = JSON.parse(
      exported([odd('Cart-1', 1, { commandId: 'c-1', 'by whom': 'ada', nested: { no: 1 }, Data: 'no' })]),
    ) as { [name: string]: unknown }[];
    expect(event).toEqual({
      specversion: '1.0',
      id: 'e-1',
      source: '/Cart',
      type: 'Happened 1',
      subject: '1',
      time: '2026-01-01T00:00:00.000Z',
      datacontenttype: 'application/json',
      commandid: 'c-1',
      bywhom: 'ada',
      data: { position: 1 },
    });
  });

  it('are an empty batch where there are none', () => {
    expect(JSON.parse(exported([]))).toEqual([]);
  });
});
