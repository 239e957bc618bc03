import { describe, expect, it } from 'vitest';
import type { CommandRecord, RecordedEvent } from '#event-store';
import {
  correlatedWith,
  indexOf,
  keyOfTraced,
  reachOf,
  stretchAround,
  type TraceNode,
  traceOf,
  traceTree,
  wayTo,
} from '#model';
import { recordedCommand, recordedEvent } from '../../support/recorded.ts';

type Node = TraceNode<RecordedEvent, CommandRecord>;

const withMetadata = (event: RecordedEvent, metadata: Partial<RecordedEvent['metadata']>): RecordedEvent => ({
  ...event,
  metadata: { ...event.metadata, ...metadata },
});

const opened = withMetadata(recordedEvent('CartOpened', 1), { correlationId: 'command-1' });
const booked = withMetadata(recordedEvent('RoomBooked', 2), { correlationId: 'command-1' });
const cancelled = withMetadata(recordedEvent('CartCancelled', 3), { correlationId: 'command-3' });
const open = recordedCommand('OpenCart', 1);
const book = recordedCommand('BookRoom', 2, {
  origin: { kind: 'policy', policyId: 'Booking', eventId: 'command-1/1' },
  correlationId: 'command-1',
  causationId: 'command-1/1',
});
const cancel = recordedCommand('CancelCart', 3);

const history = { events: [opened, booked, cancelled], commands: [open, book, cancel] };
const heardBy = (type: string): string[] => (type === 'RoomBooked' ? ['Bookings'] : []);

const gather = (events: RecordedEvent[], commands: CommandRecord[], correlation: string) =>
  correlatedWith({ events, commands, correlations: indexOf(events).correlations }, correlation);

/** The tree below a node, as keys in lists. */
type Outline = [string, ...Outline[]];
const outline = (childrenOf: (node: Node) => readonly Node[], node: Node): Outline => [
  keyOfTraced(node),
  ...childrenOf(node).map((child) => outline(childrenOf, child)),
];

describe('what led to what', () => {
  const trace = traceOf({ ...gather(history.events, history.commands, 'command-1'), heardBy });

  it('goes from a command over its events and a policy to the next command, read models at the leaves', () => {
    const { root, childrenOf } = traceTree(trace, { kind: 'event', event: booked }, 'command-1');
    expect(outline(childrenOf, root)).toEqual([
      'command command-1',
      ['event 1', ['policy Booking 1', ['command command-2', ['event 2', ['read-model Bookings 2']]]]],
    ]);
  });

  it('leads back from any event to the command that it began with', () => {
    expect(wayTo(trace, { kind: 'event', event: booked }).map(keyOfTraced)).toEqual([
      'command command-1',
      'event 1',
      'policy Booking 1',
      'command command-2',
      'event 2',
    ]);
  });

  it('counts what led to the middle of it, and what came of that', () => {
    const { causes, consequences, hops } = reachOf(trace, { kind: 'command', command: book });
    expect([causes, consequences]).toEqual([3, 2]);
    expect(hops.map(({ from, to, depth }) => `${depth} ${keyOfTraced(from)} > ${keyOfTraced(to)}`)).toEqual([
      '0 command command-1 > event 1',
      '1 event 1 > policy Booking 1',
      '2 policy Booking 1 > command command-2',
      '3 command command-2 > event 2',
      '4 event 2 > read-model Bookings 2',
    ]);
  });

  it('keeps to its own correlation', () => {
    expect(trace.starts.map(keyOfTraced)).toEqual(['command command-1']);
  });

  it('has the correlation for its root where several commands carry one', () => {
    const second = { ...cancel, correlationId: 'command-1' };
    const events = [opened, booked, withMetadata(cancelled, { correlationId: 'command-1' })];
    const shared = traceOf({ ...gather(events, [open, book, second], 'command-1'), heardBy });
    const { root, childrenOf, pathTo } = traceTree(shared, { kind: 'command', command: second }, 'command-1');
    expect(
      outline(childrenOf, root)
        .slice(1)
        .map(([key]) => key),
    ).toEqual(['command command-1', 'command command-3']);
    expect(pathTo({ kind: 'command', command: second })).toEqual(['correlation command-1', 'command command-3']);
  });
});

describe('of events that were recorded elsewhere', () => {
  const imported = (type: string, position: number, metadata: Partial<RecordedEvent['metadata']>): RecordedEvent => {
    const { commandId: _, ...own } = recordedEvent(type, position).metadata;
    return { type, data: {}, metadata: { ...own, eventId: `e${position}`, ...metadata } };
  };

  it('one names another as its cause, with or without a correlation', () => {
    const events = [imported('Ordered', 1, {}), imported('Paid', 2, { causationId: 'e1' })];
    const trace = traceOf({ ...gather(events, [], ''), heardBy });
    const { root, childrenOf } = traceTree(trace, { kind: 'event', event: events[1] ?? opened }, '');
    expect(outline(childrenOf, root)).toEqual(['event 1', ['event 2']]);
  });

  it('a cause that nobody recorded here stands for what it is: named, and not known', () => {
    const events = [imported('Ordered', 1, { causationId: 'c9', correlationId: 'x' })];
    const both = [...events, imported('Paid', 2, { causationId: 'c9', correlationId: 'x' })];
    const trace = traceOf({ ...gather(both, [], 'x'), heardBy });
    const { root, childrenOf } = traceTree(trace, { kind: 'event', event: both[1] ?? opened }, 'x');
    expect(outline(childrenOf, root)).toEqual(['unrecorded c9', ['event 1'], ['event 2']]);
  });

  it('a cause that comes later is none, so that no circle arises', () => {
    const events = [imported('Ordered', 1, { causationId: 'e2' }), imported('Paid', 2, { causationId: 'e1' })];
    const trace = traceOf({ ...gather(events, [], ''), heardBy });
    expect(wayTo(trace, { kind: 'event', event: events[1] ?? opened }).map(keyOfTraced)).toEqual([
      'event 1',
      'event 2',
    ]);
  });

  it('what a policy sent in answer to one without a correlation belongs to it from either end', () => {
    const start = imported('Ordered', 1, {});
    const answer = recordedCommand('Ship', 2, {
      origin: { kind: 'policy', policyId: 'Shipping', eventId: 'e1' },
      correlationId: 'e1',
      causationId: 'e1',
    });
    const shipped = withMetadata(recordedEvent('Shipped', 2), { correlationId: 'e1' });
    for (const correlation of ['', 'e1']) {
      const trace = traceOf({ ...gather([start, shipped], [answer], correlation), heardBy });
      expect(wayTo(trace, { kind: 'event', event: shipped }).map(keyOfTraced)).toEqual([
        'event 1',
        'policy Shipping 1',
        'command command-2',
        'event 2',
      ]);
    }
  });

  it('of very many only those around the one that is asked for are looked at', () => {
    const events = Array.from({ length: 30_000 }, (_, index) => recordedEvent('Imported', index + 1)).map((event) => ({
      ...event,
      metadata: { ...event.metadata, correlationId: undefined },
    }));
    const found = correlatedWith(
      { events, commands: [], correlations: indexOf(events).correlations },
      '',
      stretchAround(20_001),
    );
    const positions = found.events.map(({ metadata }) => metadata.globalPosition);
    expect(positions).toContain(20_001);
    expect([positions.at(0), positions.at(-1)]).toEqual([15_001, 30_000]);
  });
});
