import { describe, expect, it } from 'vitest';
import { type CommandRecord, eventsInText, openMemoryStore, type RecordedEvent } from '#event-store';
import { pagesOf, wholeHistory, writeHistory } from '../../../src/engine/run/copyHistory.ts';
import { historyPage, openHistory } from '../../../src/engine/run/history.ts';
import { readHistory } from '../../support/readHistory.ts';

const record = (sequence: number, commandId: string, more: Partial<CommandRecord>): CommandRecord => ({
  commandId,
  type: 'AddItem',
  data: { cartId: 'cart-1' },
  metadata: {},
  origin: { kind: 'person' },
  stream: 'Cart-cart-1',
  decidedOnVersion: 0,
  codeVersion: 'c0de',
  afterPosition: 0,
  sequence,
  receivedAt: `2026-03-02T09:0${sequence}:00.000Z`,
  correlationId: commandId,
  outcome: { kind: 'rejected', message: 'The cart is closed.' },
  ...more,
});

const event = (position: number, commandId: string, number: number, recordedAt: string): RecordedEvent => ({
  type: 'ItemAdded',
  data: { cartId: 'cart-1', number },
  metadata: {
    commandId,
    correlationId: commandId,
    causationId: commandId,
    room: 'by the code of the person',
    eventId: `${commandId}/${number}`,
    streamName: 'Cart-cart-1',
    streamPosition: position,
    globalPosition: position,
    recordedAt,
    schemaVersion: 2,
  },
});

describe('a recorded history', () => {
  it('is read as it was written: events with their metadata, commands in their order, refusals in between', async () => {
    const history = {
      events: [
        event(1, 'one', 1, '2026-03-02T09:01:00.000Z'),
        event(2, 'one', 2, '2026-03-02T09:01:00.000Z'),
        event(3, 'four', 1, '2026-03-02T09:04:00.000Z'),
      ],
      commands: [
        record(1, 'one', { outcome: { kind: 'appended', eventIds: ['one/1', 'one/2'] } }),
        record(2, 'two', { afterPosition: 2 }),
        record(3, 'three', { afterPosition: 2, outcome: { kind: 'appended', eventIds: [] } }),
        record(4, 'four', { afterPosition: 2, outcome: { kind: 'appended', eventIds: ['four/1'] } }),
        record(5, 'five', { afterPosition: 3, outcome: { kind: 'conflict', expected: 2, actual: 3 } }),
      ],
    };
    const store = await openMemoryStore('history/written');

    await writeHistory(store, pagesOf(history));

    expect(await readHistory(store)).toEqual(history);
  });

  it('keeps events that no command is known of', async () => {
    const {
      commandId: _,
      correlationId: __,
      causationId: ___,
      ...metadata
    } = event(1, 'gone', 1, '2026-03-02T09:01:00.000Z').metadata;
    const history = { events: [{ type: 'ItemAdded', data: {}, metadata }], commands: [] };
    const store = await openMemoryStore('history/foreign');

    await writeHistory(store, pagesOf(history));

    expect(await readHistory(store)).toEqual(history);
  });
});

it('is copied from store to store by pages, commands across their borders, and stops where nobody wants it', async () => {
  const from = await openMemoryStore('history/from');
  for (let number = 0; number < 700; number += 1) {
    const { sequence: _, ...command } = record(0, `command-${number}`, { afterPosition: number * 3 });
    const outcome = { kind: 'appended' as const, eventIds: [1, 2, 3].map((n) => `command-${number}/${n}`) };
    await from.append({
      writes: [{ stream: 's', events: [1, 2, 3].map(eventWith) }],
      commandRecord: { ...command, outcome },
    });
    await from.recordCommand({ ...command, commandId: `refused-${number}`, afterPosition: (number + 1) * 3 });
  }
  await from.describeStream('s', { type: 'Cart' });
  const to = await openMemoryStore('history/to');
  const done: number[] = [];

  const task = { signal: new AbortController().signal, onProgress: (at: number) => done.push(at) };
  await writeHistory(to, await wholeHistory(from), task);

  expect(await to.readAll()).toEqual(await from.readAll());
  expect(await to.commandRecords()).toEqual(await from.commandRecords());
  expect(await to.markedStreams()).toEqual(await from.markedStreams());
  const stopped = AbortSignal.abort();
  await expect(
    writeHistory(await openMemoryStore('history/stopped'), await wholeHistory(from), { ...task, signal: stopped }),
  ).rejects.toThrow('abort');
});

describe('an opened history', () => {
  it('is whole where it is short', async () => {
    const store = await openMemoryStore('short history');
    await store.appendToStream('s', [{ type: 'E', data: 1 }]);

    expect(await openHistory(store)).toMatchObject({ events: [{ data: 1 }], commands: [], isWhole: true, total: 1 });
  });

  it('begins, and goes on page by page to its end, where it is long', async () => {
    const store = await openMemoryStore('long history');
    const data = Array.from({ length: 2_500 }, (_, index) => index + 1);
    await store.appendToStream('s', data.slice(0, 900).map(eventWith));
    await store.appendToStream('s', data.slice(900).map(eventWith));
    for (const n of data.slice(0, 1_200)) await store.recordCommand(record(0, `command-${n}`, {}));

    const { events, commands, isWhole, total } = await openHistory(store);
    for (let isEnd = isWhole; !isEnd; ) {
      const page = await historyPage(store, { events: events.length, sequence: commands.at(-1)?.sequence ?? 0 });
      events.push(...eventsInText(page.text).filter(({ metadata }) => metadata.globalPosition > events.length));
      commands.push(...page.commands);
      ({ isEnd } = page);
    }

    expect({ isWhole, total }).toEqual({ isWhole: false, total: 2_500 });
    expect(events).toEqual((await store.readAll()).events);
    expect(commands).toEqual(await store.commandRecords());
  });
});

const eventWith = (data: number) => ({ type: 'E', data });
