import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventAt, indexOf, openEventLog } from '#model';

type Event = {
  type: string;
  metadata: { streamName: string; recordedAt: string; globalPosition: number };
};

const event = (position: number): Event => ({
  type: position % 3 === 0 ? 'CartOpened' : 'ItemAdded',
  metadata: { streamName: `Cart-${position % 7}`, recordedAt: '2026-03-02T09:00:00.000Z', globalPosition: position },
});

const events = (from: number, to: number): Event[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => event(from + at));

const format = { read: (text: string): Event[] => JSON.parse(text), write: (all: Event[]) => JSON.stringify(all) };

describe('a log of events', () => {
  it('reads as the plain list of them does, however it grew', () => {
    const parts = fc.array(fc.record({ isText: fc.boolean(), back: fc.nat(30), size: fc.nat(1500) }), { maxLength: 8 });
    fc.assert(
      fc.property(parts, fc.integer({ min: -9000, max: 9000 }), fc.integer({ min: -9000, max: 9000 }), (all, a, b) => {
        const log = openEventLog<Event>(format);
        for (const { isText, back, size } of all) {
          const head = log.now().length;
          // Pages of text may begin with what is known already.
          const page = events(Math.max(1, head + 1 - back), head + size);
          if (isText) log.addText(JSON.stringify(page));
          else log.add(page);
        }
        const now = log.now();
        const list = events(1, now.length);

        expect([...now]).toEqual(list);
        expect(now.slice(a, b)).toEqual(list.slice(a, b));
        expect([now.at(a), now.at(-1), now.at(0)]).toEqual([list.at(a), list.at(-1), list.at(0)]);
        expect(now.index).toEqual(indexOf(list));
      }),
      { numRuns: 40 },
    );
  });

  it('stays what it was when more comes', () => {
    const log = openEventLog<Event>(format);
    log.add(events(1, 2500));
    const before = log.now();
    log.add(events(2501, 6000));

    expect(before.length).toBe(2500);
    expect(before.at(-1)).toEqual(event(2500));
    expect([...before]).toEqual(events(1, 2500));
    expect(log.now()).toBe(log.now());
  });

  it('holds a bounded number of a long history as objects, whatever was looked at', () => {
    const log = openEventLog<Event>(format);
    for (let from = 1; from <= 60_000; from += 1000) log.addText(JSON.stringify(events(from, from + 999)));
    log.add(events(60_001, 64_321));
    const now = log.now();
    for (let place = 0; place < now.length; place += 997) now.at(place);
    for (const one of now) expect(one).toBeDefined();

    expect(log.held()).toBeLessThanOrEqual(18_000);
  });

  it('has nothing before its first event', () => {
    expect([eventAt([event(1)], 0), eventAt([event(1)], 1), eventAt([event(1)], 2)]).toEqual([
      undefined,
      event(1),
      undefined,
    ]);
  });
});
