import { ConcurrencyConflict, type EventStore, openIndexedDbStore, StaleFence } from '#event-store';

export type RaceOrder = {
  store: string;
  writer: number;
  appends: number;
  mode: 'one-stream' | 'many-streams' | 'mixed';
};
export type RaceResult = { succeeded: number; conflicts: number };

/** One tab of a race: its own connection, its own cache, its own event loop. */
const race = async ({ store: name, writer, appends, mode }: RaceOrder): Promise<RaceResult> => {
  const store = await openIndexedDbStore(name);
  const result: RaceResult = { succeeded: 0, conflicts: 0 };
  for (let n = 0; n < appends; n += 1) {
    const stream = mode === 'many-streams' ? `cart-${(writer + n) % 3}` : 'cart';
    const events = Array.from({ length: 1 + (n % 3) }, () => ({ type: 'Added', data: { writer, n } }));
    const isUnchecked = mode === 'mixed' && n % 4 === 0;
    result.conflicts += await appendUntilStored(store, stream, events, isUnchecked);
    result.succeeded += events.length;
  }
  store.close();
  return result;
};

type Events = { type: string; data: { writer: number; n: number } }[];

const appendUntilStored = async (store: EventStore, stream: string, events: Events, isUnchecked: boolean) => {
  for (let conflicts = 0; ; conflicts += 1) {
    const { version } = await store.readStream(stream, { direction: 'backwards', limit: 1 });
    const fence = await store.lastPosition();
    try {
      const write = { stream, events, expectedVersion: isUnchecked ? ('any' as const) : version };
      await store.append({ writes: [write], ...(conflicts % 2 ? { fence } : {}) });
      return conflicts;
    } catch (error) {
      if (!(error instanceof ConcurrencyConflict || error instanceof StaleFence)) throw error;
    }
  }
};

self.addEventListener('message', ({ data }: MessageEvent<RaceOrder>) => {
  race(data).then(
    (result) => self.postMessage(result),
    (error: unknown) => self.postMessage(String(error)),
  );
});
