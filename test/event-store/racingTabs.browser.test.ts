import { afterEach, expect, it } from 'vitest';
import { deleteEventStore, type EventStore, openIndexedDbStore, type RecordedEvent } from '#event-store';
import type { RaceOrder, RaceResult } from './racingWriter.worker.ts';

const name = 'race';
const tabs = 4;
const appends = 60;

afterEach(() => deleteEventStore(name));

it.each(['one-stream', 'many-streams', 'mixed'] as const)(
  'keeps versions contiguous and positions gapless while four tabs race (%s)',
  async (mode) => {
    const watching = await openIndexedDbStore(name);
    const seen: number[] = [];
    const subscription = watching.subscribe({}, (events) => {
      seen.push(...events.map(({ metadata }) => metadata.globalPosition));
    });

    const results = await Promise.all(
      Array.from({ length: tabs }, (_, writer) => runTab({ store: name, writer, appends, mode })),
    );

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
