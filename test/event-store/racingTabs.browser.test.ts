import { afterEach, expect, it } from 'vitest';
import { deleteEventStore, type EventStore, openIndexedDbStore, type RecordedEvent } from '#event-store';
import { openUnheard } from './openUnheard.ts';
import type { RaceOrder, RaceResult } from './racingWriter.worker.ts';
import { sealAll } from './sealingStore.ts';

const name = 'race';
const tabs = 4;
const appends = 60;

afterEach(() => deleteEventStore(name));

it.each(['one-stream', 'many-streams', 'mixed'] as const)(
  'keeps versions contiguous and positions gapless while four tabs race and a fifth seals (%s)',
  async (mode) => {
    const watching = await openIndexedDbStore(name);
    const seen: number[] = [];
    const subscription = watching.subscribe({}, (events) => {
      seen.push(...events.map(({ metadata }) => metadata.globalPosition));
    });

    const sealing = sealWhile(watching);
    const results = await Promise.all(
      Array.from({ length: tabs }, (_, writer) => runTab({ store: name, writer, appends, mode })),
    );

    expect(await sealing.end()).toBeGreaterThan(0);

    const succeeded = results.reduce((sum, result) => sum + result.succeeded, 0);
    const { events } = await watching.readAll();
    expect(succeeded).toBe(tabs * appends * 2);
    expect(events.map(({ metadata }) => metadata.globalPosition)).toEqual(countTo(succeeded));
    for (const { stream, version } of await watching.streams()) {
      const ofStream = events.filter(({ metadata }) => metadata.streamName === stream);
      expect(ofStream.map(({ metadata }) => metadata.streamPosition)).toEqual(countTo(version));
    }
    expect(batchesOf(events)).toEqual(batchesInOrder());
    await seenUpTo(watching, succeeded);
    subscription.close();
    expect(seen).toEqual(countTo(succeeded));
    watching.close();
  },
);

it('refuses a tab that has slept while others wrote and sealed', async () => {
  const sleeping = await openIndexedDbStore(name);
  await sleeping.appendToStream('a', [{ type: 'E', data: 1 }]);
  const awake = await openUnheard(name);
  for (let n = 2; n <= 6; n += 1) await awake.appendToStream('b', [{ type: 'E', data: n }]);
  await sealAll(awake, 1);

  const late = await sleeping.appendToStream('a', [{ type: 'E', data: 7 }], { expectedVersion: 1 });

  const { events } = await awake.readAll();
  expect(late).toMatchObject({ version: 2, lastPosition: 7 });
  expect(events.map(({ data }) => data)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  for (const store of [sleeping, awake]) store.close();
});

it('refuses a tab that has slept while another one wrote segments at once, and the other way round', async () => {
  const sleeping = await openIndexedDbStore(name);
  await sleeping.appendToStream('a', [{ type: 'E', data: 1 }]);
  const filling = await openUnheard(name, { segmentSize: 2 });
  const fill = (from: number) =>
    Promise.all([from, from + 1, from + 2].map((n) => filling.appendToStream('b', [{ type: 'E', data: n }])));
  await fill(2);

  const late = await sleeping.appendToStream('a', [{ type: 'E', data: 5 }], { expectedVersion: 1 });
  await fill(6);

  const { events } = await sleeping.readAll();
  expect(late).toMatchObject({ version: 2, lastPosition: 5 });
  expect(events.map(({ data }) => data)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect((await sleeping.inspect({ kind: 'segments', limit: 10 })).records.length).toBeGreaterThan(1);
  for (const store of [sleeping, filling]) store.close();
});

const runTab = (order: RaceOrder): Promise<RaceResult> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./racingWriter.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('error', (event) => reject(new Error(event.message)));
    worker.addEventListener('message', ({ data }: MessageEvent<RaceResult | string>) => {
      worker.terminate();
      if (typeof data === 'string') reject(new Error(data));
      else resolve(data);
    });
    worker.postMessage(order);
  });

/** Seals whatever can be sealed, right behind the writers; answers how many segments came of it. */
const sealWhile = (store: EventStore): { end: () => Promise<number> } => {
  let isOver = false;
  const sealed = (async () => {
    let segments = 0;
    while (!isOver) segments += await sealAll(store, 3);
    return segments;
  })();
  return {
    end: () => {
      isOver = true;
      return sealed;
    },
  };
};

/** A second subscription that has caught up comes after the first one's last batch was asked for. */
const seenUpTo = (store: EventStore, position: number): Promise<void> =>
  new Promise((resolve) => {
    store.subscribe({ from: position }, () => resolve());
  });

const countTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);

/** Each writer's appends in the order of the log, every batch once for each of its events. */
const batchesOf = (events: RecordedEvent[]): number[][] =>
  Array.from({ length: tabs }, (_, tab) =>
    events
      .map(({ data }) => data as { writer: number; n: number })
      .flatMap(({ writer, n }) => (writer === tab ? n : [])),
  );

const batchesInOrder = (): number[][] =>
  Array.from({ length: tabs }, () =>
    Array.from({ length: appends }, (_, n) => n).flatMap((n) => Array.from({ length: 1 + (n % 3) }, () => n)),
  );
