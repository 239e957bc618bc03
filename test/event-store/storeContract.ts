import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type CommandRecord,
  type Commit,
  ConcurrencyConflict,
  deleteEventStore,
  type EventStore,
  InvalidArgument,
  type OpenEventStore,
  type RecordedEvent,
  StaleFence,
} from '#event-store';

let opened = 0;

/** What every store promises beyond the cases: what is stored together, and what other stores on it see. */
export const describeStoreContract = (subject: string, open: OpenEventStore): void => {
  describe(`the contract of ${subject}`, () => {
    let name: string;
    let store: EventStore;
    let other: EventStore;

    beforeEach(async () => {
      opened += 1;
      name = `contract ${opened}`;
      store = await open(name);
      other = await open(name);
    });

    afterEach(async () => {
      store.close();
      other.close();
      await deleteEventStore(name);
    });

    it('stores events, documents, checkpoints and the command record together', async () => {
      const committed = await store.append({
        writes: [{ stream: 'cart-1', events: [added(1), added(2)], expectedVersion: 'no-stream' }],
        documents: [{ projection: 'totals', documentId: 'cart-1', document: { sum: 3 } }],
        checkpoints: [{ consumer: 'mails', position: 2 }],
        commandRecord: command('c1'),
        fence: 0,
        recordedAt: '2026-01-01T12:00:00.000Z',
      });

      const events = [1, 2].map((n) => ({
        type: 'Added',
        data: { n },
        metadata: {
          eventId: `c1/${n}`,
          streamName: 'cart-1',
          streamPosition: n,
          globalPosition: n,
          recordedAt: '2026-01-01T12:00:00.000Z',
          schemaVersion: 1,
          commandId: 'c1',
          correlationId: 'from-c1',
          causationId: 'c1',
        },
      }));
      expect(committed).toEqual({
        streams: [{ stream: 'cart-1', version: 2 }],
        events,
        lastPosition: 2,
        idempotent: false,
        commandRecord: { ...command('c1'), sequence: 1 },
      });
      expect(await other.readStream('cart-1')).toEqual({ events, version: 2, exists: true });
      expect(await other.document('totals', 'cart-1')).toEqual({ sum: 3 });
      expect(await other.checkpoint('mails')).toBe(2);
      expect(await other.commandRecord('c1')).toEqual({ ...command('c1'), sequence: 1 });
    });

    it('stores nothing of a commit whose fence has moved', async () => {
      await other.appendToStream('cart-2', [added(1)]);

      const commit = store.append({ ...everything('c1'), fence: 0 });

      await expect(commit).rejects.toEqual(new StaleFence(0, 1));
      expect(await nothingOf(store, 'c1')).toBe(true);
    });

    it('stores nothing of a commit that conflicts', async () => {
      await other.appendToStream('cart-1', [added(1)]);

      const commit = store.append(everything('c1'));

      await expect(commit).rejects.toEqual(
        new ConcurrencyConflict([{ stream: 'cart-1', expected: 'no-stream', actual: 1 }]),
      );
      expect(await nothingOf(store, 'c1')).toBe(true);
    });

    it('answers a repeated command with its first result', async () => {
      const first = await store.append(everything('c1'));
      await other.appendToStream('cart-2', [added(9)]);

      const again = await other.append(everything('c1'));

      expect(again).toEqual({ ...first, idempotent: true });
      expect(await store.lastPosition()).toBe(2);
    });

    it('answers a command that is sent twice at once with one result', async () => {
      const commit: Commit = { ...everything('c1'), writes: [{ stream: 'cart-1', events: [added(1), added(2)] }] };

      const results = await Promise.all([store.append(commit), store.append(commit), other.append(commit)]);

      expect(results.map(({ idempotent }) => idempotent).sort()).toEqual([false, true, true]);
      expect((await store.readStream('cart-1')).version).toBe(2);
    });

    it('finds a repeat whether its ids were given or made of the command', async () => {
      await store.append({
        writes: [{ stream: 'cart-1', events: [added(1), added(2)] }],
        commandRecord: command('c1'),
      });

      const given = [added(1), added(2)].map((event, index) => ({ ...event, eventId: `c1/${index + 1}` }));
      const again = await store.appendToStream('cart-1', given);

      expect(again.idempotent).toBe(true);
    });

    it('answers the first event of an id that streams share, however its ids were made', async () => {
      const writes = (stream: string, event: ReturnType<typeof added> & { eventId?: string }) => [
        { stream, events: [event], expectedVersion: 'any' as const },
      ];
      await store.append({ writes: writes('b', added(1)), commandRecord: command('c1') });
      await store.append({ writes: [{ stream: 'a', events: [added(2), { ...added(3), eventId: 'c1/1' }] }] });

      expect((await store.event('c1/1'))?.metadata).toMatchObject({ streamName: 'b', globalPosition: 1 });
    });

    it('keeps the version when there is nothing to append, and still checks it', async () => {
      await store.appendToStream('cart-1', [added(1)]);

      const empty = await store.append({
        writes: [{ stream: 'cart-1', events: [], expectedVersion: 1 }],
        commandRecord: command('c1'),
      });

      expect(empty).toMatchObject({ streams: [{ stream: 'cart-1', version: 1 }], events: [], lastPosition: 1 });
      expect(await store.commandRecord('c1')).toMatchObject({ sequence: 1 });
      const stale = store.append({ writes: [{ stream: 'cart-1', events: [], expectedVersion: 2 }] });
      await expect(stale).rejects.toBeInstanceOf(ConcurrencyConflict);
    });

    it('notices on an append without events that another store has written', async () => {
      await store.appendToStream('cart-1', [added(1)]);
      await other.appendToStream('cart-1', [added(2)]);

      const empty = store.append({
        ...everything('c1'),
        writes: [{ stream: 'cart-1', events: [], expectedVersion: 1 }],
      });

      await expect(empty).rejects.toBeInstanceOf(ConcurrencyConflict);
      expect(await store.commandRecord('c1')).toBeUndefined();
    });

    it('reads each event exactly as JSON keeps it, whatever the caller does to it later', async () => {
      const data = { n: 1, nested: { list: [1] } };
      const { events } = await store.appendToStream('s', [{ type: 'E', data }]);

      data.nested.list.push(2);
      (events[0]?.data as { n: number }).n = 99;

      expect((await store.readStream('s')).events[0]?.data).toEqual({ n: 1, nested: { list: [1] } });
    });

    it.each([
      [
        'an event id that is given twice',
        [
          { type: 'E', data: {}, eventId: 'x' },
          { type: 'E', data: {}, eventId: 'x' },
        ],
      ],
      ['an event without a type', [{ type: '', data: {} }]],
      ['data that is no JSON', [{ type: 'E', data: 1n as never }]],
    ])('refuses %s', async (_, events) => {
      await expect(store.appendToStream('s', events)).rejects.toBeInstanceOf(InvalidArgument);
    });

    it('never lets the time of recording run backwards', async () => {
      await store.append({ writes: [{ stream: 'a', events: [added(1)] }], recordedAt: '2026-06-01T00:00:00.000Z' });

      const late = await other.append({
        writes: [{ stream: 'b', events: [added(1)] }],
        recordedAt: '2026-01-01T00:00:00.000Z',
      });

      expect(late.events[0]?.metadata.recordedAt).toBe('2026-06-01T00:00:00.000Z');
    });

    it('lists streams in the order of their first event', async () => {
      await store.appendToStream('b', [added(1)]);
      await other.appendToStream('a', [added(1), added(2)]);
      await store.appendToStream('b', [added(2)]);

      expect(await store.streams()).toEqual([
        { stream: 'b', version: 2 },
        { stream: 'a', version: 2 },
      ]);
    });

    it('replaces, deletes and clears documents', async () => {
      await store.storeDocuments([document('p', 'b', 1), document('p', 'a', 2), document('q', 'a', 3)]);
      await store.storeDocuments([document('p', 'b', 4), document('q', 'a', null)]);

      expect(await store.documents('p')).toEqual([
        { documentId: 'a', document: 2 },
        { documentId: 'b', document: 4 },
      ]);
      expect(await store.document('q', 'a')).toBeUndefined();

      await store.storeDocuments([document('p', 'c', 5)], {
        clear: ['p'],
        checkpoints: [{ consumer: 'p@1', position: 7 }],
      });

      expect(await store.documents('p')).toEqual([{ documentId: 'c', document: 5 }]);
      expect(await store.checkpoint('p@1')).toBe(7);
      expect(await store.checkpoint('unknown')).toBe(0);
    });

    it('answers the first documents of a projection, and how many there are', async () => {
      const ids = ['c', 'a', 'd', 'b'];
      await store.storeDocuments([...ids.map((id) => document('p', id, 1)), document('q', 'a', 1)]);

      expect((await store.documents('p', 2)).map(({ documentId }) => documentId)).toEqual(['a', 'b']);
      expect(await store.documents('p', 0)).toEqual([]);
      expect(await store.documents('p', 9)).toHaveLength(4);
      expect([await store.countDocuments('p'), await store.countDocuments('none')]).toEqual([4, 0]);
    });

    it('does not store documents of a log that has moved on', async () => {
      await other.appendToStream('s', [added(1)]);

      const rebuilt = store.storeDocuments([document('p', 'a', 1)], { fence: 0 });

      await expect(rebuilt).rejects.toBeInstanceOf(StaleFence);
      expect(await store.documents('p')).toEqual([]);
    });

    it('stores nothing of what was computed from documents that another tab has changed since', async () => {
      const basedOn = [{ consumer: 'totals', position: 0 }];
      await other.storeDocuments([], { checkpoints: [{ consumer: 'totals', position: 1 }] });

      const rebuilt = store.storeDocuments([document('totals', 'a', 1)], { basedOn });
      const alone = store.append({ ...everything('c1'), basedOn });
      const beside = store.append({ writes: [{ stream: 's', events: [added(1)] }] });

      await expect(rebuilt).rejects.toBeInstanceOf(StaleFence);
      await expect(alone).rejects.toBeInstanceOf(StaleFence);
      expect((await beside).lastPosition).toBe(1);
      expect(await nothingOf(store, 'c1')).toBe(true);
    });

    it('stores what was computed from documents that nobody has changed', async () => {
      await other.storeDocuments([], { checkpoints: [{ consumer: 'totals', position: 1 }] });

      await store.append({
        writes: [{ stream: 's', events: [added(1)] }],
        documents: [document('totals', 'a', 1)],
        checkpoints: [{ consumer: 'totals', position: 2 }],
        basedOn: [{ consumer: 'totals', position: 1 }],
      });

      expect(await store.documents('totals')).toEqual([{ documentId: 'a', document: 1 }]);
      expect(await store.checkpoint('totals')).toBe(2);
    });

    it('keeps commands in the order in which they were received, and the place of one that is recorded again', async () => {
      const heard: CommandRecord[] = [];
      const bothHeard = new Promise<void>((resolve) => {
        other.onCommandRecorded((record) => heard.push(record) === 3 && resolve());
      });
      const unknown = { ...command('c1'), outcome: { kind: 'unknown' as const } };

      expect(await store.lastSequence()).toBe(0);
      await store.recordCommand(unknown);
      await other.recordCommand({ ...command('c2'), outcome: { kind: 'rejected', message: 'No.' } });
      const { commandRecord } = await store.append(everything('c1'));
      await bothHeard;

      expect(commandRecord).toEqual({ ...command('c1'), sequence: 1 });
      expect((await store.commandRecords()).map(({ commandId, outcome }) => [commandId, outcome.kind])).toEqual([
        ['c1', 'appended'],
        ['c2', 'rejected'],
      ]);
      expect([await store.lastSequence(), await other.lastSequence()]).toEqual([2, 2]);
      // Tabs hear of each other a little later than of themselves.
      expect(heard.map(({ commandId, sequence }) => `${sequence} ${commandId}`).sort()).toEqual([
        '1 c1',
        '1 c1',
        '2 c2',
      ]);
    });

    it('keeps the text of code by its hash, as it was when it first came', async () => {
      const version = { hash: 'h', moduleId: 'm', files: [{ path: 'index.ts', text: '' }], savedAt: '2026-01-01' };

      await store.keepCodeVersions([version, { ...version, hash: 'h2' }]);
      await store.keepCodeVersions([{ ...version, savedAt: '2027-01-01' }]);

      expect(await other.codeVersion('h')).toEqual(version);
      expect(await other.codeVersion('h2')).toEqual({ ...version, hash: 'h2' });
      expect(await other.codeVersion('unknown')).toBeUndefined();
    });

    it('hands a subscription the events of two stores without a gap or a repeat at the border', async () => {
      await store.appendToStream('s', [added(1), added(2)]);
      const positions: number[] = [];
      const allArrived = new Promise<void>((resolve) => {
        store.subscribe({ from: 2 }, async (events) => {
          positions.push(...events.map(({ metadata }) => metadata.globalPosition));
          await Promise.resolve();
          if (positions.at(-1) === 42) resolve();
        });
      });

      for (let n = 3; n <= 42; n += 1) await (n % 2 ? store : other).appendToStream(`s-${n % 3}`, [added(n)]);
      await allArrived;

      expect(positions).toEqual(Array.from({ length: 41 }, (_, index) => index + 2));
    });

    it('stops a subscription whose handler throws, and says so', async () => {
      await store.appendToStream('s', [added(1)]);

      const error = await new Promise((resolve) => {
        store.subscribe({ onError: resolve }, () => {
          throw new Error('Cannot.');
        });
      });

      expect(error).toEqual(new Error('Cannot.'));
    });

    it('hands over nothing after a subscription is closed', async () => {
      const seen: RecordedEvent[] = [];
      const subscription = store.subscribe({}, (events) => {
        seen.push(...events);
      });
      await subscription.caughtUp;

      subscription.close();
      await store.appendToStream('s', [added(1)]);
      await store.subscribe({}, () => undefined).caughtUp;

      expect(seen).toEqual([]);
    });

    it('reads the log in pages that each know where the next begins', async () => {
      for (let n = 1; n <= 5; n += 1) await store.appendToStream(n % 2 ? 'a-1' : 'b-1', [added(n), added(n)]);

      const pages: number[][] = [];
      let page = await store.readAll({ limit: 4 });
      while (page.events.length > 0) {
        pages.push(page.events.map(({ metadata }) => metadata.globalPosition));
        page = await store.readAll({ from: page.lastPosition + 1, limit: 4 });
      }

      expect(pages).toEqual([
        [1, 2, 3, 4],
        [5, 6, 7, 8],
        [9, 10],
      ]);
      expect(page).toEqual({ events: [], lastPosition: 10, isEnd: true });
      const filtered = await store.readAll({ category: 'b', types: ['Added'], limit: 3 });
      expect(filtered.events.map(({ metadata }) => metadata.globalPosition)).toEqual([3, 4, 7]);
      expect(filtered).toMatchObject({ lastPosition: 7, isEnd: false });
    });

    it('cuts a read out of the middle of change sets', async () => {
      for (let n = 0; n < 4; n += 1) await store.appendToStream('s', [added(1), added(2), added(3)]);

      const versions = async (options: Parameters<EventStore['readStream']>[1]) =>
        (await store.readStream('s', options)).events.map(({ metadata }) => metadata.streamPosition);

      expect(await versions({ from: 5, to: 8 })).toEqual([5, 6, 7, 8]);
      expect(await versions({ from: 3, limit: 2 })).toEqual([3, 4]);
      expect(await versions({ from: 2, to: 8, direction: 'backwards', limit: 3 })).toEqual([8, 7, 6]);
      expect(await versions({ direction: 'backwards' })).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    });

    it('shows what is physically there, the newest first', async () => {
      await store.appendToStream('cart-1', [added(1), added(2)]);
      await store.appendToStream('cart-2', [{ type: 'Added', data: 'x'.repeat(5_000) }]);
      await store.archiveStream('cart-1');

      const { parts, records } = await other.inspect({ kind: 'streams', limit: 1 });

      const counts = Object.fromEntries(parts.map(({ kind, count }) => [kind, count]));
      expect(counts).toMatchObject({ streams: 2, bars: 1, documents: 0 });
      expect(records).toMatchObject([{ key: 'cart-2', bytes: expect.any(Number) }]);
      const [newest] = (await other.inspect({ kind: 'changeSets', limit: 5 })).records;
      expect(newest?.text.length ?? 5_000).toBeLessThan(5_000);
    });

    it('takes a soft deletion back until the stream has begun again, and what an earlier one hid stays hidden', async () => {
      const shown = async () =>
        (await other.readStream('cart-1')).events.map(({ metadata }) => metadata.streamPosition);
      await store.appendToStream('cart-1', [added(1)]);
      await store.deleteStream('cart-1', { mode: 'soft' });
      await store.undeleteStream('cart-1');
      expect(await shown()).toEqual([1]);
      await store.deleteStream('cart-1', { mode: 'soft' });
      await store.appendToStream('cart-1', [added(2)]);
      await expect(store.undeleteStream('cart-1')).rejects.toMatchObject({ name: 'InvalidArgument' });

      await store.deleteStream('cart-1', { mode: 'soft' });
      expect(await shown()).toEqual([]);
      await store.undeleteStream('cart-1');

      expect(await shown()).toEqual([2]);
    });

    it('knows behind which event of the log a stream was deleted, taken back, and deleted for good', async () => {
      await store.appendToStream('cart-1', [added(1), added(2)]);
      await store.appendToStream('cart-2', [added(1)]);
      await store.deleteStream('cart-1', { mode: 'soft' });
      await other.appendToStream('cart-2', [added(2)]);
      await other.undeleteStream('cart-1');
      await store.deleteStream('cart-1', { mode: 'soft' });
      await store.appendToStream('cart-1', [added(3)]);
      await store.deleteStream('cart-1', { mode: 'tombstone' });

      expect(await other.markedStreams()).toEqual([
        {
          stream: 'cart-1',
          hiddenThrough: 2,
          isTombstoned: true,
          deletions: [
            { kind: 'deleted', position: 3, version: 2 },
            { kind: 'taken-back', position: 4, version: 2 },
            { kind: 'deleted', position: 4, version: 2 },
            { kind: 'deleted-for-good', position: 5, version: 3 },
          ],
        },
      ]);
    });

    it('takes a deletion whose place nobody knows, or that cannot have been there, to be behind the last event', async () => {
      await store.appendToStream('cart-1', [added(1)]);
      await store.appendToStream('cart-2', [added(1)]);
      await store.appendToStream('cart-1', [added(2)]);
      await store.appendToStream('cart-2', [added(2)]);
      const behind = (version: number) => [{ kind: 'deleted' as const, position: 2, version }];

      await store.restoreMarks([
        { stream: 'cart-1', hiddenThrough: 2, hiddenBefore: 1 },
        { stream: 'cart-2', isTombstoned: true, deletions: behind(1) },
      ]);
      const marked = async () => (await other.markedStreams()).map(({ deletions }) => deletions);
      expect(await marked()).toEqual([
        [
          { kind: 'deleted', position: 1, version: 1 },
          { kind: 'deleted', position: 3, version: 2 },
        ],
        [{ kind: 'deleted-for-good', position: 4, version: 2 }],
      ]);

      // Worked out once, and kept.
      const kept = (await store.inspect({ kind: 'streams', limit: 2 })).records.map(({ text }) => text);
      expect(kept.join()).toContain('deleted-for-good');

      await store.restoreMarks([
        { stream: 'cart-1', hiddenThrough: 9, deletions: behind(9) },
        { stream: 'cart-2', hiddenThrough: 1, deletions: behind(1) },
      ]);
      expect(await marked()).toEqual([[], behind(1)]);
    });

    it('hands out what a deletion hides to who asks for it, and says that it is deleted', async () => {
      await store.appendToStream('cart-1', [added(1), added(2)]);
      await store.deleteStream('cart-1', { mode: 'soft' });
      expect(await other.readStream('cart-1', { from: 2, deleted: 'included' })).toMatchObject({
        version: 2,
        exists: true,
        deleted: 'soft-deleted',
        events: [{ metadata: { streamPosition: 2 } }],
      });
      await store.deleteStream('cart-1', { mode: 'tombstone' });

      await expect(other.readStream('cart-1')).rejects.toMatchObject({ name: 'StreamDeleted' });
      const { events, deleted } = await other.readStream('cart-1', { deleted: 'included' });
      expect([events.length, deleted]).toEqual([2, 'tombstoned']);
    });

    it('tells other stores which streams were archived and taken back', async () => {
      await store.appendToStream('cart-1', [added(1)]);
      const heard: string[] = [];
      const heardTwice = new Promise<void>((resolve) => {
        other.onStreamChanged((stream) => heard.push(stream) === 2 && resolve());
      });

      await store.archiveStream('cart-1');
      await store.archiveStream('cart-1');
      expect(await other.markedStreams()).toMatchObject([{ stream: 'cart-1', archivedAt: expect.any(String) }]);
      await store.unarchiveStream('cart-1');
      await heardTwice;

      expect(heard).toEqual(['cart-1', 'cart-1']);
      expect(await other.markedStreams()).toEqual([]);
    });

    it('refuses everything once it is closed', async () => {
      store.close();

      const append = store.appendToStream('s', [added(1)]);

      await expect(append).rejects.toMatchObject({ name: 'StorageFailure', reason: 'closed' });
      await expect(store.lastPosition()).rejects.toMatchObject({ name: 'StorageFailure', reason: 'closed' });
    });
  });
};

const added = (n: number) => ({ type: 'Added', data: { n } });

const document = (projection: string, documentId: string, value: number | null) => ({
  projection,
  documentId,
  document: value,
});

const command = (commandId: string): Omit<CommandRecord, 'sequence'> => ({
  commandId,
  type: 'AddItem',
  data: { n: 1 },
  metadata: {},
  origin: { kind: 'person' },
  stream: 'cart-1',
  decidedOnVersion: 0,
  codeVersion: 'hash',
  afterPosition: 0,
  receivedAt: '2026-01-01T12:00:00.000Z',
  correlationId: `from-${commandId}`,
  outcome: { kind: 'appended', eventIds: [`${commandId}/1`] },
});

const everything = (commandId: string): Commit => ({
  writes: [{ stream: 'cart-1', events: [added(1)], expectedVersion: 'no-stream' }],
  documents: [document('totals', commandId, 1)],
  checkpoints: [{ consumer: 'mails', position: 1 }],
  commandRecord: command(commandId),
});

const nothingOf = async (store: EventStore, commandId: string): Promise<boolean> =>
  (await store.lastPosition()) === 1 &&
  (await store.document('totals', commandId)) === undefined &&
  (await store.checkpoint('mails')) === 0 &&
  (await store.commandRecord(commandId)) === undefined;
