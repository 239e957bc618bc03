import { describe, expect, it } from 'vitest';
import type { CommandRecord, DeletionStep, MarkedStream, RecordedEvent } from '#event-store';
import { branchHistory, startingAt } from '../../../src/engine/run/branchHistory.ts';

const event = (position: number, streamName: string, streamPosition: number, commandId: string): RecordedEvent => ({
  type: 'ItemAdded',
  data: { number: position },
  metadata: {
    eventId: `event-${position}`,
    streamName,
    streamPosition,
    globalPosition: position,
    recordedAt: `2026-03-02T09:0${position}:00.000Z`,
    schemaVersion: 1,
    commandId,
  },
});

const command = (sequence: number, commandId: string, stream: string, more: Partial<CommandRecord>): CommandRecord => ({
  commandId,
  type: 'AddItem',
  data: {},
  metadata: {},
  origin: { kind: 'person' },
  stream,
  decidedOnVersion: 0,
  codeVersion: 'c0de',
  afterPosition: 0,
  sequence,
  receivedAt: `2026-03-02T09:0${sequence}:00.000Z`,
  correlationId: commandId,
  outcome: { kind: 'rejected', message: 'No.' },
  ...more,
});

const appended = (...positions: number[]) => ({
  outcome: { kind: 'appended' as const, eventIds: positions.map((position) => `event-${position}`) },
});

/** Two streams: one command with two events, one refused, two with one. */
const history = {
  events: [
    event(1, 'Cart-a', 1, 'one'),
    event(2, 'Cart-a', 2, 'one'),
    event(3, 'Cart-b', 1, 'three'),
    event(4, 'Cart-a', 3, 'four'),
  ],
  commands: [
    command(1, 'one', 'Cart-a', appended(1, 2)),
    command(2, 'two', 'Cart-b', { afterPosition: 2 }),
    command(3, 'three', 'Cart-b', { afterPosition: 2, ...appended(3) }),
    command(4, 'four', 'Cart-a', { afterPosition: 3, decidedOnVersion: 2, ...appended(4) }),
  ],
};

const ids = (events: RecordedEvent[]) => events.map(({ metadata }) => metadata.eventId);
const places = (events: RecordedEvent[]) =>
  events.map(({ metadata }) => [metadata.eventId, metadata.globalPosition, metadata.streamPosition]);

const pagesOf = (events: RecordedEvent[]) =>
  async function* (from: number, to: number) {
    for (const one of events.slice(from - 1, to)) yield [one];
  };

/** What the branch begins with, as a list: its pages have one event each. */
const branch = async (
  request: Parameters<typeof branchHistory>[1],
  recorded = history.events,
  streams: MarkedStream[] = [],
) => {
  const parent = { total: recorded.length, commands: history.commands, streams, events: pagesOf(recorded) };
  const { kept, ...rest } = await branchHistory(parent, request, () => 'new');
  const events: RecordedEvent[] = [];
  for await (const page of kept.pages) events.push(...page);
  expect(kept.total).toBe(events.length);
  return { ...rest, kept: { events, commands: kept.commands, streams: kept.streams } };
};

describe('a branch at a position', () => {
  it('begins with the events up to there, as they are, and with the commands that came before', async () => {
    const { shared, kept, again } = await branch({ position: 3, rest: 'left-out' });

    expect(shared).toBe(3);
    expect(kept.events).toEqual(history.events.slice(0, 3));
    expect(kept.commands).toEqual(history.commands.slice(0, 3));
    expect(again).toEqual([]);
  });

  it('names only those events of a command that it has', async () => {
    expect((await branch({ position: 1, rest: 'left-out' })).kept.commands).toEqual([
      { ...history.commands[0], outcome: { kind: 'appended', eventIds: ['event-1'] } },
    ]);
  });

  it('is empty before the first event, and whole at the last one', async () => {
    expect((await branch({ position: 0, rest: 'left-out' })).kept).toEqual({ events: [], commands: [], streams: [] });
    expect((await branch({ position: 4, rest: 'left-out' })).kept).toEqual({ ...history, streams: [] });
  });

  it('leaves the commands after it to be decided anew, and halves none', async () => {
    const { shared, kept, again } = await branch({ position: 1, rest: 'sent-again' });

    expect(shared).toBe(2);
    expect(ids(kept.events)).toEqual(['event-1', 'event-2']);
    expect(again.map(({ commandId }) => commandId)).toEqual(['two', 'three', 'four']);
  });
});

describe('an edit of the past', () => {
  it('has a deleted stream begin again with the next event, where it drops the one with which it did', async () => {
    const again = (one: RecordedEvent): RecordedEvent => ({ ...one, metadata: { ...one.metadata, beginsAgain: true } });
    const twoLives = history.events.map((one, index) => (index === 1 ? again(one) : one));
    const begins = async (position: number) =>
      (await branch({ position: 0, edit: { kind: 'drop', position }, rest: 'as-recorded' }, twoLives)).kept.events
        .filter(({ metadata }) => metadata.beginsAgain)
        .map(({ metadata }) => metadata.eventId);

    expect(await begins(2)).toEqual(['event-4']);
    expect(await begins(1)).toEqual(['event-2']);
    expect(await begins(4)).toEqual(['event-2']);
  });

  it('drops an event: the ones behind it close the gap, and records follow', async () => {
    const { shared, kept } = await branch({ position: 0, edit: { kind: 'drop', position: 2 }, rest: 'as-recorded' });

    expect(shared).toBe(1);
    expect(places(kept.events)).toEqual([
      ['event-1', 1, 1],
      ['event-3', 2, 1],
      ['event-4', 3, 2],
    ]);
    expect(kept.commands).toMatchObject([
      { commandId: 'one', afterPosition: 0, outcome: { eventIds: ['event-1'] } },
      { commandId: 'two', afterPosition: 1 },
      { commandId: 'three', afterPosition: 1, decidedOnVersion: 0 },
      { commandId: 'four', afterPosition: 2, decidedOnVersion: 1 },
    ]);
  });

  it('changes the data of an event and nothing else', async () => {
    const edit = { kind: 'change' as const, position: 3, data: { number: 300 } };

    const { shared, kept } = await branch({ position: 0, edit, rest: 'as-recorded' });

    expect(shared).toBe(2);
    expect(kept.events).toEqual(
      history.events.map((one, index) => (index === 2 ? { ...one, data: { number: 300 } } : one)),
    );
    expect(kept.commands).toEqual(history.commands);
  });

  it('puts an event in between, at the time of the one before it', async () => {
    const inserted = { type: 'ItemLost', data: {}, stream: 'Cart-a', schemaVersion: 2 };

    const { shared, kept } = await branch({
      position: 0,
      edit: { kind: 'insert', after: 2, event: inserted },
      rest: 'as-recorded',
    });

    expect(shared).toBe(2);
    expect(places(kept.events)).toEqual([
      ['event-1', 1, 1],
      ['event-2', 2, 2],
      ['new', 3, 3],
      ['event-3', 4, 1],
      ['event-4', 5, 4],
    ]);
    expect(kept.events[2]?.metadata).toMatchObject({ recordedAt: '2026-03-02T09:02:00.000Z', schemaVersion: 2 });
    expect(kept.commands).toMatchObject([
      { afterPosition: 0 },
      { afterPosition: 3 },
      { afterPosition: 3, decidedOnVersion: 0 },
      { afterPosition: 4, decidedOnVersion: 3 },
    ]);
  });

  it('can be followed by nothing, or by the commands after it', async () => {
    const edit = { kind: 'drop' as const, position: 3 };

    expect(ids((await branch({ position: 0, edit, rest: 'left-out' })).kept.events)).toEqual(['event-1', 'event-2']);
    const { kept, again } = await branch({ position: 0, edit, rest: 'sent-again' });
    expect(ids(kept.events)).toEqual(['event-1', 'event-2']);
    expect(again.map(({ commandId }) => commandId)).toEqual(['four']);
  });

  it('works on the first event and before it', async () => {
    const event1 = { type: 'ItemLost', data: {}, stream: 'Cart-c', schemaVersion: 1 };

    expect(
      ids(
        (await branch({ position: 0, edit: { kind: 'insert', after: 0, event: event1 }, rest: 'as-recorded' })).kept
          .events,
      ),
    ).toEqual(['new', 'event-1', 'event-2', 'event-3', 'event-4']);
    expect((await branch({ position: 0, edit: { kind: 'drop', position: 1 }, rest: 'as-recorded' })).shared).toBe(0);
  });
});

describe('commands that are sent again at another time', () => {
  it('keep the time between them', () => {
    expect(
      startingAt(history.commands.slice(2), '2027-01-01T00:00:00.000Z').map(({ receivedAt }) => receivedAt),
    ).toEqual(['2027-01-01T00:00:00.000Z', '2027-01-01T00:01:00.000Z']);
    expect(startingAt(history.commands, undefined)).toBe(history.commands);
  });
});

describe('a deletion', () => {
  const [deleted, buried] = [
    { kind: 'deleted' as const, position: 3, version: 2 },
    { kind: 'deleted-for-good' as const, position: 4, version: 3 },
  ];
  const streams: MarkedStream[] = [
    { stream: 'Cart-a', hiddenThrough: 2, isTombstoned: true, deletions: [deleted, buried] },
    { stream: 'Cart-b', archivedAt: '2026-03-02T09:05:00.000Z' },
  ];
  const marksOf = async (request: Parameters<typeof branch>[0]) =>
    (await branch(request, history.events, streams)).kept.streams;

  it('is in a branch that begins behind it, and in none that begins before', async () => {
    expect(await marksOf({ position: 2, rest: 'left-out' })).toEqual([]);
    expect(await marksOf({ position: 3, rest: 'left-out' })).toEqual([
      { stream: 'Cart-a', hiddenThrough: 2, deletions: [deleted] },
    ]);
    expect(await marksOf({ position: 2, rest: 'as-recorded' })).toEqual([
      { stream: 'Cart-a', hiddenThrough: 2, isTombstoned: true, deletions: [deleted, buried] },
    ]);
  });

  it('is done again behind that, in the order of the log, where commands are', async () => {
    const { deletedAgain } = await branch({ position: 2, rest: 'sent-again' }, history.events, streams);

    expect(deletedAgain).toEqual([
      { ...deleted, stream: 'Cart-a' },
      { ...buried, stream: 'Cart-a' },
    ]);
  });

  it('is done again among the commands that were recorded at the end of what a branch takes over', async () => {
    const { kept, deletedAgain } = await branch({ position: 3, rest: 'sent-again' }, history.events, streams);

    expect(kept.streams).toEqual([]);
    expect(deletedAgain).toHaveLength(2);
  });

  describe('with an event of its stream that is put in behind it', () => {
    const again = event(4, 'Cart-a', 3, 'four');
    const twoLives = [...history.events.slice(0, 3), { ...again, metadata: { ...again.metadata, beginsAgain: true } }];
    const insertedBehind = (after: number, rest: 'as-recorded' | 'sent-again', deletions: DeletionStep[] = [deleted]) =>
      branch(
        {
          position: 0,
          edit: { kind: 'insert', after, event: { type: 'A', data: {}, stream: 'Cart-a', schemaVersion: 1 } },
          rest,
        },
        twoLives,
        [{ stream: 'Cart-a', hiddenThrough: 2, deletions }],
      );
    const beginnings = ({ kept }: Awaited<ReturnType<typeof insertedBehind>>) =>
      kept.events.filter(({ metadata }) => metadata.beginsAgain).map(({ metadata }) => metadata.eventId);

    it('has the stream begin again with that, and not once more with the next one', async () => {
      const made = await insertedBehind(3, 'as-recorded');

      expect(beginnings(made)).toEqual(['new']);
      expect(made.kept.streams).toEqual([{ stream: 'Cart-a', hiddenThrough: 2, deletions: [deleted] }]);
      expect(places(made.kept.events).slice(2)).toEqual([
        ['event-3', 3, 1],
        ['new', 4, 3],
        ['event-4', 5, 4],
      ]);
    });

    it('keeps to its life where that had begun, or had not ended', async () => {
      expect(beginnings(await insertedBehind(4, 'as-recorded'))).toEqual(['event-4']);
      expect(beginnings(await insertedBehind(2, 'as-recorded'))).toEqual(['event-4']);
    });

    it('is not done again with the commands that come behind', async () => {
      const made = await insertedBehind(3, 'sent-again');

      expect([beginnings(made), made.deletedAgain]).toEqual([['new'], []]);
      expect(made.kept.streams).toHaveLength(1);
    });

    it('is not taken back any more, and refuses all where it was for good', async () => {
      const takenBack = { ...deleted, kind: 'taken-back' as const, position: 4 };

      expect((await insertedBehind(3, 'as-recorded', [deleted, takenBack])).kept.streams).toEqual([
        { stream: 'Cart-a', hiddenThrough: 2, deletions: [deleted] },
      ]);
      await expect(insertedBehind(3, 'as-recorded', [{ ...deleted, kind: 'deleted-for-good' }])).rejects.toThrow(
        'deleted for good',
      );
    });
  });

  it('is done once where the only event between two deletions is dropped', async () => {
    const again = { ...event(4, 'Cart-a', 3, 'four') };
    const recorded = [...history.events.slice(0, 3), { ...again, metadata: { ...again.metadata, beginsAgain: true } }];
    const steps = [deleted, { kind: 'deleted' as const, position: 4, version: 3 }];
    const marked = [{ stream: 'Cart-a', hiddenThrough: 3, hiddenBefore: 2, deletions: steps }];

    const { kept } = await branch(
      { position: 0, edit: { kind: 'drop', position: 4 }, rest: 'as-recorded' },
      recorded,
      marked,
    );

    expect(kept.streams).toEqual([{ stream: 'Cart-a', hiddenThrough: 2, deletions: [deleted] }]);
  });

  it('moves with what is edited before it, and is not there where nothing is left to delete', async () => {
    const insert = {
      kind: 'insert' as const,
      after: 1,
      event: { type: 'A', data: {}, stream: 'Cart-a', schemaVersion: 1 },
    };
    expect(await marksOf({ position: 0, edit: insert, rest: 'as-recorded' })).toMatchObject([
      {
        hiddenThrough: 3,
        deletions: [
          { position: 4, version: 3 },
          { position: 5, version: 4 },
        ],
      },
    ]);
    expect(await marksOf({ position: 0, edit: { kind: 'drop', position: 3 }, rest: 'as-recorded' })).toMatchObject([
      {
        hiddenThrough: 2,
        deletions: [
          { position: 2, version: 2 },
          { position: 3, version: 3 },
        ],
      },
    ]);
    const first = {
      stream: 'Cart-b',
      hiddenThrough: 1,
      deletions: [{ kind: 'deleted' as const, position: 3, version: 1 }],
    };
    const dropped = { position: 0, edit: { kind: 'drop' as const, position: 3 }, rest: 'as-recorded' as const };
    expect((await branch(dropped, history.events, [first])).kept.streams).toEqual([]);
  });

  it('stands where the event is dropped with which the stream began again, and none came after it', async () => {
    const again = { ...event(4, 'Cart-a', 3, 'four') };
    const recorded = [...history.events.slice(0, 3), { ...again, metadata: { ...again.metadata, beginsAgain: true } }];
    const marked = [{ stream: 'Cart-a', hiddenThrough: 2, deletions: [deleted] }];

    const { kept } = await branch(
      { position: 0, edit: { kind: 'drop', position: 4 }, rest: 'as-recorded' },
      recorded,
      marked,
    );

    expect(kept.streams).toEqual(marked);
    expect(kept.events.filter(({ metadata }) => metadata.streamName === 'Cart-a')).toHaveLength(2);
  });
});
