import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Json, openIndexedDbStore, openMemoryStore } from '#event-store';
import { type Program, partitionOf, workerCounts } from '#model';
import { faultsOf, type ReadModelControl } from '#runtime';
import { openTestRun } from '../support/openTestRun.ts';
import { plan } from '../support/policyRun.ts';

const file = (text: string) => [{ path: 'index.ts', text }];

const writer = file(`
export const initialState = {};
export const decide = (command) => command.data.poison ? { type: 'Poison', data: {} } : { type: 'Told', data: {} };
export const evolve = (state) => state;
`);

/** Keeps what it has heard, in the order in which it came; one document a stream, and one for all of them. */
const heardCode = file(`
export const canHandle = ['Told', 'Poison'];
export const getDocumentId = (event) => [event.metadata.streamName, 'all'];
export const evolve = (document, event) => {
  if (event.type === 'Poison') throw new Error('This event is poison.');
  return { heard: [...(document?.heard ?? []), Number(event.metadata.globalPosition)] };
};
`);

/** The same, however often and in whatever order it comes. */
const knownCode = file(`
export const canHandle = ['Told'];
export const getDocumentId = (event) => [event.metadata.streamName, 'all'];
export const evolve = (document, event) => ({
  known: [...new Set([...(document?.known ?? []), Number(event.metadata.globalPosition)])].sort((a, b) => a - b),
});
`);

const readModel = (id: string, code: ReturnType<typeof file>) => ({ id, name: id, lifecycle: 'async' as const, code });

const program: Program = {
  deciders: [{ id: 'writer', name: 'Writer', category: 'Tale', idField: 'id', code: writer }],
  readModels: [readModel('heard', heardCode), readModel('known', knownCode), readModel('known-by-one', knownCode)],
  policies: [],
  events: [],
  commands: [{ id: 'Tell', type: 'Tell', fields: [], deciderId: 'writer' }],
  clock: { kind: 'real' },
  storeAsJson: true,
};

const openTales = async (openStore = openMemoryStore) => {
  const { storeName, session, store, takeTurn, whileAsked, beforeStored, afterStored } = await openTestRun(
    undefined,
    openStore,
  );
  await session.useProgram(program);
  const tell = (stream: string, data: Json = {}) =>
    session.send({
      commandId: crypto.randomUUID(),
      type: 'Tell',
      data,
      metadata: {},
      origin: { kind: 'script' },
      correlationId: crypto.randomUUID(),
      stream,
      deciderId: 'writer',
      expectation: 'latest',
    });
  const control = async (how: ReadModelControl) => {
    await session.control('heard', how);
    await session.control('known', how);
  };
  const documentsOf = async (id: string): Promise<Record<string, { heard?: number[]; known?: number[] }>> => {
    const { readModels } = await session.moment({ position: Number.MAX_SAFE_INTEGER, streams: [] });
    const { documents = [] } = readModels.find(({ moduleId }) => moduleId === id) ?? {};
    return Object.fromEntries(documents.map(({ documentId, document }) => [documentId, document as object]));
  };
  /** Nobody waits for a read model with faults. */
  const turnUntil = (found: () => Promise<unknown>, expected: object): Promise<void> =>
    takeTurn(() => expect.poll(found).toMatchObject(expected));
  /** What has been handed over, in the order in which it was. */
  const happened = async () => (await faultsOf(store, 'heard'))?.handovers ?? [];
  const hasHandedAllOver = async () => {
    const end = await store.lastPosition();
    const desk = (await store.document('fault-desks', 'heard')) as { parts: { next: number; pending: Json[] }[] };
    return { isDone: desk.parts.every(({ next, pending }) => next > end && pending.length === 0) };
  };
  const openOtherTab = async () => {
    const other = await openTestRun(storeName, openStore);
    await other.session.useProgram(program);
    return other.session;
  };
  return {
    session,
    store,
    takeTurn,
    turnUntil,
    happened,
    hasHandedAllOver,
    tell,
    control,
    documentsOf,
    whileAsked,
    beforeStored,
    afterStored,
    openOtherTab,
  };
};

const streams = ['Tale-1', 'Tale-2', 'Tale-3', 'Tale-4', 'Tale-5'];
/** Enough for eight workers to have some each. */
const many = Array.from({ length: 16 }, (_, index) => `Tale-${index + 1}`);
/** Two streams that two workers do not share. */
const [one = '', other = ''] = [1, 2].map((number) => streams.find((name) => partitionOf(name, 2) === number) ?? '');

describe('an asynchronous read model that several workers share', () => {
  it('hears the events of one stream in their order, and those of two streams as the workers get to them', async () => {
    const { tell, control, takeTurn, documentsOf } = await openTales();
    await control({ kind: 'follow', pace: { kind: 'paused' } });
    await control({ kind: 'share-out', count: 2, by: 'stream' });
    for (const stream of [one, other, one, other]) await tell(stream);

    await control({ kind: 'step', worker: 2 });
    await control({ kind: 'step', worker: 2 });
    await control({ kind: 'follow', pace: { kind: 'full' } });
    await takeTurn();

    expect(await documentsOf('heard')).toEqual({
      [one]: { heard: [1, 3] },
      [other]: { heard: [2, 4] },
      all: { heard: [2, 4, 1, 3] },
    });
  });

  it('hears all in its order where it is shared out by document', async () => {
    const { tell, control, takeTurn, documentsOf } = await openTales();
    await control({ kind: 'share-out', count: 8, by: 'document' });
    for (const stream of [one, other, one, other]) await tell(stream);
    await takeTurn();

    expect((await documentsOf('heard')).all).toEqual({ heard: [1, 2, 3, 4] });
  });

  it('hears an event twice whose worker died before its checkpoint, from the one that takes over', async () => {
    const { tell, control, takeTurn, documentsOf } = await openTales();
    await control({ kind: 'follow', pace: { kind: 'paused' } });
    await control({ kind: 'share-out', count: 2, by: 'stream' });
    for (const stream of [one, other, one]) await tell(stream);

    await control({ kind: 'kill-worker', worker: 1 });
    expect((await documentsOf('heard'))[one]).toEqual({ heard: [1] });
    await control({ kind: 'follow', pace: { kind: 'full' } });
    await takeTurn();

    expect(await documentsOf('heard')).toMatchObject({ [one]: { heard: [1, 1, 3] }, [other]: { heard: [2] } });
    expect(await documentsOf('known')).toMatchObject({ [one]: { known: [1, 3] } });
  });

  it('stands still where all workers were killed, and goes on once one is back', async () => {
    const { tell, control, takeTurn, documentsOf } = await openTales();
    await control({ kind: 'share-out', count: 2, by: 'stream' });
    for (const worker of [1, 2]) await control({ kind: 'kill-worker', worker });
    await tell(one);
    await takeTurn();
    expect(await documentsOf('heard')).toEqual({});

    await control({ kind: 'revive-worker', worker: 2 });
    await takeTurn();
    expect(await documentsOf('heard')).toMatchObject({ [one]: { heard: [1] } });
  });

  it('goes on in other partitions where one stops, and past its poison event once that is skipped', async () => {
    const { session, tell, control, takeTurn, documentsOf } = await openTales();
    await control({ kind: 'share-out', count: 2, by: 'stream' });
    await tell(one, { poison: true });
    for (const stream of [other, one]) await tell(stream);
    await takeTurn();
    expect(await documentsOf('heard')).toEqual({ [other]: { heard: [2] }, all: { heard: [2] } });

    await session.control('heard', { kind: 'skip' });
    await takeTurn();
    await session.control('heard', { kind: 'share-out', count: 1, by: 'stream' });
    await takeTurn();

    expect(await documentsOf('heard')).toMatchObject({ [one]: { heard: [3] }, all: { heard: [2, 3] } });
  });

  it('leaves its poison event out while another tab goes on in another partition', async () => {
    const { session, tell, control, takeTurn, documentsOf, beforeStored, openOtherTab } = await openTales();
    const otherTab = await openOtherTab();
    await control({ kind: 'share-out', count: 2, by: 'stream' });
    await tell(one, { poison: true });
    await takeTurn();
    await control({ kind: 'follow', pace: { kind: 'paused' } });
    for (const stream of [other, one]) await tell(stream);
    beforeStored(() => otherTab.control('heard', { kind: 'step', worker: 2 }));

    await session.control('heard', { kind: 'park' });
    await expect(otherTab.control('heard', { kind: 'park' })).rejects.toThrow('It has not stopped');
    await control({ kind: 'follow', pace: { kind: 'full' } });
    await takeTurn();

    expect(await documentsOf('heard')).toMatchObject({ [one]: { heard: [3] }, [other]: { heard: [2] } });
  });

  it.each(['stream', 'document'] as const)('meets the faults of each event in its partition, by %s', async (by) => {
    const { session, store, tell, control, takeTurn, turnUntil, happened, documentsOf } = await openTales();
    await control({ kind: 'share-out', count: 2, by });
    await control({ kind: 'inject-faults', plan: plan('duplicate') });
    for (const stream of [one, other, one]) await tell(stream);
    await takeTurn();
    // By document, an event comes to each partition that holds one of its documents.
    const partitionsOf = (stream: string) =>
      new Set((by === 'stream' ? [stream] : [stream, 'all']).map((name) => partitionOf(name, 2)));
    const times = 2 * [one, other, one].reduce((sum, stream) => sum + partitionsOf(stream).size, 0);
    const heardAll = async () => ({
      ...(await documentsOf('heard')),
      times: (await faultsOf(store, 'heard'))?.handedOver,
    });
    const ofStreams = { times, [one]: { heard: [1, 1, 3, 3] }, [other]: { heard: [2, 2] } };
    await turnUntil(heardAll, ofStreams);
    expect((await documentsOf('known')).all).toEqual({ known: [1, 2, 3] });
    const once = await happened();

    await control({ kind: 'inject-faults', plan: plan('duplicate') });
    await turnUntil(heardAll, ofStreams);
    expect(await happened()).toEqual(once);
    await control({ kind: 'stop-faults' });
    await takeTurn();
    expect((await documentsOf('heard'))[one]).toEqual({ heard: [1, 3] });
    expect(await session.settled()).toEqual([]);
  });

  it.each(['stream', 'document'] as const)(
    'is handed all again in the order in which it came, whosever turn it was, by %s',
    async (by) => {
      const { tell, control, turnUntil, happened, hasHandedAllOver } = await openTales();
      const mixed = { ...plan('duplicate', 'delay', 'reorder', 'crash'), oneIn: 2 };
      await control({ kind: 'share-out', count: 4, by });
      await control({ kind: 'inject-faults', plan: mixed });
      const isDone = async () => {
        for (const worker of [1, 2, 3, 4]) await control({ kind: 'revive-worker', worker });
        return hasHandedAllOver();
      };
      for (const stream of [...streams, ...streams, ...streams]) {
        await tell(stream);
        await turnUntil(isDone, { isDone: true });
      }
      const once = await happened();
      expect(once.length).toBeGreaterThan(10);

      await control({ kind: 'inject-faults', plan: mixed });
      await turnUntil(isDone, { isDone: true });

      expect(await happened()).toEqual(once);
    },
  );

  it('loses the worker that a fault crashes, and hears that event again from the one that takes over', async () => {
    const { session, tell, control, turnUntil, documentsOf } = await openTales();
    await control({ kind: 'share-out', count: 2, by: 'stream' });
    await control({ kind: 'inject-faults', plan: { ...plan('crash'), oneIn: 3 } });
    for (const stream of [one, other, one, other, one, other]) await tell(stream);
    const known = async () => {
      for (const worker of [1, 2]) await control({ kind: 'revive-worker', worker });
      return documentsOf('known');
    };
    await turnUntil(known, { all: { known: [1, 2, 3, 4, 5, 6] } });

    await turnUntil(session.settled, []);
    const { heard = [] } = (await documentsOf('heard')).all ?? {};
    expect(heard.length).toBeGreaterThan(6);
  });

  it('is handed all anew by the same plan where it is shared out with faults on', async () => {
    const { tell, control, turnUntil, happened, documentsOf } = await openTales();
    await control({ kind: 'inject-faults', plan: plan('lost-acknowledgement') });
    for (const stream of [one, other]) await tell(stream);
    await turnUntil(() => documentsOf('heard'), { [one]: { heard: [1, 1] } });

    await control({ kind: 'share-out', count: 4, by: 'stream' });

    await turnUntil(() => documentsOf('heard'), { [one]: { heard: [1, 1] }, [other]: { heard: [2, 2] } });
    expect((await happened()).map(({ partition }) => partition)).toEqual(
      [one, one, other, other].map((stream) => partitionOf(stream, 4)),
    );
  });

  it.each([
    [8, 4],
    [4, 1],
  ] as const)(
    'hears all once where another tab shares it out anew while something is projected, %i to %i',
    async (before, after) => {
      const { session, control, tell, takeTurn, documentsOf, whileAsked, openOtherTab } = await openTales();
      const otherTab = await openOtherTab();
      await control({ kind: 'follow', pace: { kind: 'paused' } });
      await control({ kind: 'share-out', count: before, by: 'stream' });
      for (const stream of [...many, ...many]) await tell(stream);
      whileAsked('heard', () => otherTab.control('heard', { kind: 'share-out', count: after, by: 'stream' }));
      await session.control('heard', { kind: 'step' });
      await control({ kind: 'follow', pace: { kind: 'full' } });
      await takeTurn();

      const { all, ...heard } = await documentsOf('heard');
      expect(heard).toEqual(
        Object.fromEntries(many.map((stream, index) => [stream, { heard: [index + 1, many.length + index + 1] }])),
      );
      expect(all?.heard).toHaveLength(2 * many.length);
    },
  );

  it.each([
    [8, 4],
    [4, 8],
  ] as const)(
    'hears all once where another tab shares it out anew while the fault desk hands it an event, %i to %i',
    async (before, after) => {
      const { control, tell, takeTurn, documentsOf, whileAsked, openOtherTab } = await openTales();
      const otherTab = await openOtherTab();
      await control({ kind: 'share-out', count: before, by: 'stream' });
      await control({ kind: 'inject-faults', plan: { ...plan('delay'), oneIn: 1_000_000 } });
      for (const stream of many) await tell(stream);
      whileAsked('heard', () => otherTab.control('heard', { kind: 'share-out', count: after, by: 'stream' }));

      const heard = async () => (await documentsOf('heard')).all?.heard?.toSorted((a, b) => a - b);
      await takeTurn(() => expect.poll(heard).toEqual(many.map((_, index) => index + 1)));
    },
  );

  it.each(['beforeStored', 'afterStored'] as const)(
    'hears all once where another tab goes on while it is rebuilt, %s',
    async (moment) => {
      const { session, control, tell, takeTurn, documentsOf, openOtherTab, ...moments } =
        await openTales(openIndexedDbStore);
      const otherTab = await openOtherTab();
      await control({ kind: 'follow', pace: { kind: 'paused' } });
      await control({ kind: 'share-out', count: 2, by: 'stream' });
      for (const stream of [one, other, one, other]) await tell(stream);
      moments[moment](() => otherTab.control('heard', { kind: 'step', worker: 1 }));

      await session.rebuild('heard', 0);
      await control({ kind: 'follow', pace: { kind: 'full' } });
      await takeTurn();

      expect(await documentsOf('heard')).toEqual({
        [one]: { heard: [1, 3] },
        [other]: { heard: [2, 4] },
        all: { heard: [1, 2, 3, 4] },
      });
    },
  );

  it('comes to the same as with one worker, whatever dies, comes back and is shared out anew on the way', async () => {
    const step = fc.record({ kind: fc.constant('step' as const), worker: fc.integer({ min: 1, max: 8 }) });
    const worker = fc.integer({ min: 1, max: 8 });
    const control = fc.oneof(
      { weight: 4, arbitrary: step },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('kill-worker' as const), worker }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('revive-worker' as const), worker }) },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constant('share-out' as const),
          count: fc.constantFrom(...workerCounts),
          by: fc.constantFrom('stream' as const, 'document' as const),
        }),
      },
    );
    const operation = fc.oneof(fc.constantFrom(...streams), control);
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { minLength: 10, maxLength: 40 }), async (operations) => {
        const tales = await openTales();
        const told = new Map<string, number[]>();
        await tales.control({ kind: 'follow', pace: { kind: 'paused' } });
        await tales.control({ kind: 'share-out', count: 4, by: 'stream' });
        for (const next of operations) {
          if (typeof next !== 'string') await tales.control(next).catch(noSuchWorker);
          else {
            await tales.tell(next);
            told.set(next, [...(told.get(next) ?? []), await tales.store.lastPosition()]);
          }
        }
        for (const number of [1, 2, 3, 4, 5, 6, 7, 8])
          await tales.control({ kind: 'revive-worker', worker: number }).catch(noSuchWorker);
        await tales.control({ kind: 'follow', pace: { kind: 'full' } });
        await tales.takeTurn();

        expect(await tales.documentsOf('known')).toEqual(await tales.documentsOf('known-by-one'));
        const heard = await tales.documentsOf('heard');
        for (const [stream, positions] of told) expectInOrder(heard[stream]?.heard ?? [], positions);
      }),
      { numRuns: 15 },
    );
  });
});

const noSuchWorker = (error: Error): void => expect(error.message).toBe('There is no such worker.');

/** Nothing is left out, and after each event comes the next one of its stream, or one that comes again. */
const expectInOrder = (heard: number[], positions: number[]): void => {
  expect([...new Set(heard)]).toEqual(positions);
  for (const [index, position] of heard.entries()) {
    const next = heard[index + 1];
    if (next !== undefined) expect(next).toBeLessThanOrEqual(positions[positions.indexOf(position) + 1] ?? position);
  }
};
