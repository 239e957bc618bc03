import { ConcurrencyConflict, type EventStore, openIndexedDbStore } from '#event-store';

/** Runs in pages of a real browser: see `realPages.kill.test.ts`. */

const nextVersion = async (store: EventStore, stream: string): Promise<number> =>
  (await store.readStream(stream, { direction: 'backwards', limit: 1 })).version;

/** Appends so many times to one stream that others write to as well, deciding anew after each conflict. */
export const race = async (name: string, writer: number, appends: number): Promise<{ conflicts: number }> => {
  const store = await openIndexedDbStore(name);
  let conflicts = 0;
  for (let n = 0; n < appends; ) {
    const expectedVersion = await nextVersion(store, 'cart');
    try {
      await store.appendToStream('cart', [{ type: 'Added', data: { writer, n } }], { expectedVersion });
      n += 1;
    } catch (error) {
      if (!(error instanceof ConcurrencyConflict)) throw error;
      conflicts += 1;
    }
  }
  store.close();
  return { conflicts };
};

export type Contents = { positions: number[]; versions: number[]; data: unknown[] };

export const contents = async (name: string): Promise<Contents> => {
  const store = await openIndexedDbStore(name);
  const { events } = await store.readAll();
  store.close();
  return {
    positions: events.map(({ metadata }) => metadata.globalPosition),
    versions: events.map(({ metadata }) => metadata.streamPosition),
    data: events.map(({ data }) => data),
  };
};

/** 100 kB that the database cannot make smaller. */
const filling = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(50_000)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Appends until the store refuses; answers how many appends it took, and what it said. */
export const fill = async (name: string) => {
  const store = await openIndexedDbStore(name);
  try {
    for (let stored = 0; ; stored += 1) {
      try {
        await store.appendToStream('full', [{ type: 'Filled', data: filling() }]);
      } catch (error) {
        const { reason = '', message = '' } = error as { reason?: string; message?: string };
        return { stored, reason, message };
      }
    }
  } finally {
    store.close();
  }
};

export const appendOne = async (name: string): Promise<number> => {
  const store = await openIndexedDbStore(name);
  const { version } = await store.appendToStream('full', [{ type: 'Filled', data: 'more' }]);
  store.close();
  return version;
};

/** Writes a long history and seals right behind it, until the page is gone. */
export const importWithoutEnd = async (name: string): Promise<void> => {
  const store = await openIndexedDbStore(name);
  const events = Array.from({ length: 50 }, (_, index) => ({ type: 'Added', data: { index } }));
  void (async () => {
    for (;;) await store.seal({ size: 100, unsealed: 0 });
  })();
  for (let batch = 0; ; batch += 1) {
    await store.append({ writes: [{ stream: `cart-${batch % 3}`, events, expectedVersion: 'any' }] });
    globalThis.storedSoFar = (batch + 1) * events.length;
  }
};

declare global {
  var storedSoFar: number;
}
