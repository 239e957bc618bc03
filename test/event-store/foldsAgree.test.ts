import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { deleteEventStore, type EventStore, openMemoryStore } from '#event-store';
import { CaseProjections } from './CaseProjections.ts';
import { copyByFile, fileOf } from './copyByFile.ts';
import { type CaseState, foldCase } from './foldCase.ts';

const event = fc.record({
  type: fc.constantFrom('Started', 'Added', 'Deleted', '$note'),
  data: fc.record({ n: fc.integer({ min: -9, max: 9 }), name: fc.constantFrom('P', 'Q') }, { requiredKeys: ['n'] }),
});
const write = fc.record({
  stream: fc.constantFrom('cart-1', 'cart-2', 'shift'),
  events: fc.array(event, { minLength: 1, maxLength: 4 }),
});
const history = fc.array(write, { maxLength: 12 });

let opened = 0;

const withStore = async (play: (store: EventStore) => Promise<void>): Promise<void> => {
  opened += 1;
  const store = await openMemoryStore(`folds ${opened}`, { now: () => 1_000_000 });
  await play(store).finally(() => {
    store.close();
    return deleteEventStore(store.name);
  });
};

const foldFromScratch = async (store: EventStore) => {
  const states = new Map<string, CaseState>();
  for (const one of (await store.readAll()).events) {
    const { streamName } = one.metadata;
    states.set(streamName, foldCase(states.get(streamName) ?? null, one));
  }
  return [...states]
    .filter(([, document]) => document !== null)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([documentId, document]) => ({ documentId, document }));
};

it('comes to the same documents inline, asynchronously, rebuilt and folded from scratch', async () => {
  await fc.assert(
    fc.asyncProperty(history, fc.array(fc.nat({ max: 11 })), async (writes, runs) => {
      await withStore(async (store) => {
        const projections = new CaseProjections();
        projections.register({ op: 'project', name: 'inline', lifecycle: 'inline' });
        projections.register({ op: 'project', name: 'async', lifecycle: 'async' });
        projections.register({ op: 'project', name: 'rebuilt', lifecycle: 'async' });
        for (const [index, one] of writes.entries()) {
          await store.append({ writes: [one], ...(await projections.documentsFor(store, one)) });
          if (runs.includes(index)) await projections.run(store);
        }
        await projections.run(store);
        await store.storeDocuments([{ projection: 'rebuilt', documentId: 'stray', document: 1 }]);
        await projections.rebuild(store, 'rebuilt');

        const wanted = await foldFromScratch(store);
        for (const name of projections.names()) expect(await store.documents(name)).toEqual(wanted);
      });
    }),
  );
});

it('comes to the same state from a snapshot and what came after it, wherever it was taken', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (writes) => {
      await withStore(async (store) => {
        for (const one of writes) await store.append({ writes: [one] });
        for (const { stream, version } of await store.streams()) {
          const whole = (await store.readStream(stream)).events.reduce(foldCase, null as CaseState);
          for (let cut = 0; cut <= version; cut += 1) {
            const head = cut === 0 ? [] : (await store.readStream(stream, { to: cut })).events;
            const tail = (await store.readStream(stream, { from: cut + 1 })).events;
            const snapshot = JSON.parse(JSON.stringify(head.reduce(foldCase, null as CaseState))) as CaseState;
            expect(tail.reduce(foldCase, snapshot)).toEqual(whole);
          }
        }
      });
    }),
  );
});

const mark = fc.constantFrom('archive', 'soft', 'undelete', 'tombstone', 'none', 'none', 'none');
const outcome = fc.constantFrom('appended', 'rejected', 'none');
const step = fc.record({ write, outcome, mark, stream: fc.constantFrom('cart-1', 'cart-2', 'shift') });

const commandFor = (commandId: string, stream: string, outcome: 'appended' | 'rejected', events: number) => ({
  commandId,
  type: 'Do',
  data: { events },
  metadata: {},
  origin: { kind: 'person' as const },
  stream,
  decidedOnVersion: 0,
  codeVersion: 'code',
  afterPosition: 0,
  receivedAt: '2026-01-01T00:00:00.000Z',
  correlationId: commandId,
  outcome:
    outcome === 'appended'
      ? { kind: outcome, eventIds: Array.from({ length: events }, (_, index) => `${commandId}/${index + 1}`) }
      : { kind: outcome, message: 'Not now.' },
});

const markAs = (store: EventStore, stream: string, as: string): Promise<unknown> => {
  switch (as) {
    case 'archive':
      return store.archiveStream(stream);
    case 'undelete':
      return store.undeleteStream(stream);
    case 'soft':
    case 'tombstone':
      return store.deleteStream(stream, { mode: as });
    default:
      return Promise.resolve();
  }
};

/** What a step is refused (a stream that is closed, a mark that cannot be) is no part of the history. */
const unlessRefused = (work: Promise<unknown>): Promise<unknown> => work.catch(() => undefined);

it('writes the same file, byte by byte, after export and import', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      await withStore(async (store) => {
        for (const [index, one] of steps.entries()) {
          const id = `command-${index}`;
          const { stream, events } = one.write;
          const afterPosition = await store.lastPosition();
          const record =
            one.outcome === 'none'
              ? undefined
              : { ...commandFor(id, stream, one.outcome, events.length), afterPosition };
          if (one.outcome === 'rejected' && record) await store.recordCommand(record);
          else await unlessRefused(store.append({ writes: [one.write], ...(record ? { commandRecord: record } : {}) }));
          await unlessRefused(markAs(store, one.stream, one.mark));
        }
        await withStore(async (copy) => {
          await copyByFile(store, copy);

          expect(await fileOf(copy)).toBe(await fileOf(store));
        });
      });
    }),
    { numRuns: 300 },
  );
});
