import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  type Commit,
  deleteEventStore,
  type EventStore,
  type ExpectedVersion,
  eventsInText,
  openIndexedDbStore,
  openMemoryStore,
  type RecordedEvent,
} from '#event-store';
import { sealAll } from './sealingStore.ts';

type Step =
  | { kind: 'commits'; commits: Commit[] }
  | { kind: 'documents'; projection: string; documentId: string; value: number | null; clear: boolean }
  | { kind: 'seal'; size: number }
  | { kind: 'mark'; stream: string; to: 'archive' | 'unarchive' | 'soft' | 'undelete' | 'tombstone' | 'describe' }
  /** From there on, appends of so many events or more go into segments at once. */
  | { kind: 'reopen'; segmentSize: number };

const streamName = fc.constantFrom('a-1', 'a-2', 'b');
const expectedVersion = fc.oneof(
  fc.constantFrom<ExpectedVersion>('any', 'stream-exists', 'no-stream', 'soft-deleted', 'tombstoned'),
  fc.nat({ max: 6 }),
);
const eventToAppend = fc.record(
  {
    type: fc.constantFrom('Added', 'Removed'),
    data: fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value)) as null),
    eventId: fc.constantFrom('x', 'y', 'z', 'c1/1', 'c1/2', 'c2/1'),
  },
  { requiredKeys: ['type', 'data'] },
);
const commandRecord = fc.constantFrom('c1', 'c2', 'c3').map((commandId) => ({
  commandId,
  type: 'Do',
  data: {},
  metadata: {},
  origin: { kind: 'person' as const },
  stream: 'a-1',
  decidedOnVersion: 0,
  codeVersion: 'hash',
  afterPosition: 0,
  receivedAt: '2026-01-01T00:00:00.000Z',
  correlationId: commandId,
  outcome: { kind: 'appended' as const, eventIds: [] },
}));
const commit = fc.record(
  {
    writes: fc.array(
      fc.record({ stream: streamName, events: fc.array(eventToAppend, { maxLength: 3 }), expectedVersion }),
      { minLength: 1, maxLength: 2 },
    ),
    checks: fc.array(fc.record({ stream: streamName, expectedVersion }), { maxLength: 1 }),
    documents: fc.array(
      fc.record({
        projection: fc.constantFrom('p', 'q'),
        documentId: fc.constantFrom('d', 'e'),
        document: fc.option(fc.nat(), { nil: null }),
      }),
      { maxLength: 2 },
    ),
    commandRecord,
    fence: fc.nat({ max: 8 }),
  },
  { requiredKeys: ['writes'] },
);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.array(commit, { minLength: 1, maxLength: 4 }).map((commits): Step => ({ kind: 'commits', commits })),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('documents' as const),
      projection: fc.constantFrom('p', 'q'),
      documentId: fc.constantFrom('d', 'e'),
      value: fc.option(fc.nat(), { nil: null }),
      clear: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('seal' as const), size: fc.integer({ min: 1, max: 4 }) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('mark' as const),
      stream: streamName,
      to: fc.constantFrom('archive', 'unarchive', 'soft', 'describe', 'archive', 'soft', 'undelete', 'tombstone'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('reopen' as const),
      segmentSize: fc.constantFrom(Number.POSITIVE_INFINITY, 1, 2, 3),
    }),
  },
);

let compared = 0;

it('does in IndexedDB, sealed later, at once or not, exactly what it does in memory', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      compared += 1;
      const name = `random ${compared}`;
      const inMemory = await play(openMemoryStore, name, steps);
      const inIndexedDb = await play(openIndexedDbStore, name, steps);
      await deleteEventStore(name);
      expect(inIndexedDb).toEqual(inMemory);
    }),
    { numRuns: 300 },
  );
}, 60_000);

type Open = typeof openMemoryStore;

/** Every answer along the way, and all that is stored in the end. */
const play = async (open: Open, name: string, steps: Step[]): Promise<unknown[]> => {
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `fresh-${ids}`;
  };
  const options = { now: () => 1_000_000, newId };
  let store = await open(name, options);
  const answers: unknown[] = [];
  for (const one of steps) {
    if (one.kind === 'reopen') {
      store.close();
      store = await open(name, { ...options, segmentSize: one.segmentSize });
    } else if (one.kind === 'seal') {
      await sealAll(store, one.size);
    } else if (one.kind === 'mark') {
      answers.push(await mark(store, one.stream, one.to).catch(describeError));
    } else if (one.kind === 'documents') {
      const { projection, documentId, value, clear } = one;
      const change = { projection, documentId, document: value };
      await store.storeDocuments([change], { clear: clear ? [projection] : [] });
    } else {
      const settled = await Promise.allSettled(one.commits.map((each) => store.append(each as Commit)));
      answers.push(settled.map((each) => (each.status === 'fulfilled' ? each.value : describeError(each.reason))));
    }
  }
  answers.push(await contentsOf(store));
  store.close();
  return answers;
};

const mark = (store: EventStore, stream: string, to: Extract<Step, { kind: 'mark' }>['to']): Promise<unknown> => {
  switch (to) {
    case 'archive':
      return store.archiveStream(stream);
    case 'unarchive':
      return store.unarchiveStream(stream);
    case 'undelete':
      return store.undeleteStream(stream);
    case 'describe':
      return store.describeStream(stream, { type: 'Cart' });
    default:
      return store.deleteStream(stream, { mode: to });
  }
};

const describeError = (error: unknown): unknown => (error instanceof Error ? { ...error, name: error.name } : error);

const contentsOf = async (store: EventStore): Promise<unknown> => {
  const streams = await store.streams();
  return {
    streams,
    log: await store.readAll(),
    whole: await store.readAll({ archived: 'included' }),
    marked: await store.markedStreams(),
    states: await Promise.all(streams.map(({ stream }) => store.streamState(stream))),
    event: await store.event('c1/1'),
    pages: await readPages(store),
    filtered: await store.readAll({ category: 'a', types: ['Added'], from: 2, limit: 2 }),
    reads: await Promise.all(
      streams.map(({ stream }) => store.readStream(stream, { from: 2, limit: 3 }).catch(describeError)),
    ),
    lives: await Promise.all(streams.map(({ stream }) => store.readStream(stream, { deleted: 'included' }))),
    backwards: await store.readStream('a-1', { direction: 'backwards', to: 4, limit: 2 }).catch(describeError),
    documents: [await store.documents('p'), await store.documents('q')],
    commands: await store.commandRecords(),
  };
};

/** The log once more, as the text that other threads get. */
const readPages = async (store: EventStore): Promise<unknown> => {
  const events: RecordedEvent[] = [];
  for (;;) {
    const { text, lastPosition, isEnd } = await store.readLogPage(events.length + 1);
    events.push(...eventsInText(text).filter(({ metadata }) => metadata.globalPosition > events.length));
    if (isEnd) return { events, lastPosition };
  }
};
