import { deleteEventStore, type EventStore, type EventToAppend, openIndexedDbStore } from '#event-store';
import { type BareStore, openBareStore } from './bareIndexedDb.ts';

export type BenchResult = {
  id: string;
  what: string;
  target: string;
  /** Raw figures of every round; milliseconds, or appends a second where the name says so. */
  measured: { [name: string]: number[] };
  /** What the target is about: the median over the rounds. */
  ratio: number;
  /** Where that is no ratio. */
  words?: string;
  /** Null where it is only reported. */
  passed: boolean | null;
};

const rounds = 7;
const writers = 170;

/** P1, P2 and P3 of the targets, in this page or worker: the store beside bare IndexedDB, round by round. */
export const runStoreBench = async (): Promise<BenchResult[]> => [
  await benchSingleAppends(),
  await benchBatches(),
  await benchConcurrentWriters(),
];

/** Blocks take turns, and a round counts as its median block: what else the machine does then disturbs both alike. */
const benchSingleAppends = async (): Promise<BenchResult> => {
  const blocks = 20;
  const appends = 10;
  const name = `bench ${Math.random()}`;
  const bare = await openBareStore(`${name} bare`);
  const store = await openIndexedDbStore(name);
  const measured = { bare: [] as number[], store: [] as number[] };
  let version = 0;
  const bareBlock = async () => {
    for (let n = 0; n < appends; n += 1) await bare.add([bareEvent(n)]);
  };
  const storeBlock = async () => {
    for (let n = 0; n < appends; n += 1) {
      await store.appendToStream('cart-1', [event(n)], { expectedVersion: version });
      version += 1;
    }
  };
  for (let round = 0; round <= rounds; round += 1) {
    const times = { bare: [] as number[], store: [] as number[] };
    for (let block = 0; block < blocks; block += 1) {
      times.bare.push((await timeOf(bareBlock)) / appends);
      times.store.push((await timeOf(storeBlock)) / appends);
    }
    if (round === 0) continue;
    measured.bare.push(median(times.bare));
    measured.store.push(median(times.store));
  }
  store.close();
  await deleteEventStore(name);
  await bare.delete();
  const ratio = medianRatio(measured.store, measured.bare);
  return {
    id: 'P1',
    what: 'awaited append of 1 event, version checked, against bare IndexedDB',
    target: 'at most 1.3 times the time',
    measured,
    ratio,
    passed: ratio <= 1.3,
  };
};

const benchBatches = async (): Promise<BenchResult> => {
  const batches = 10;
  const size = 100;
  const numbers = Array.from({ length: size }, (_, index) => index);
  const measured = await measureRounds({
    bare: (bare) =>
      timeOf(async () => {
        for (let n = 0; n < batches; n += 1) await bare.add(numbers.map(bareEvent));
      }),
    store: (store, round) =>
      timeOf(async () => {
        for (let n = 0; n < batches; n += 1) {
          await store.appendToStream(`cart-${round}`, numbers.map(event), { expectedVersion: n * size });
        }
      }),
  });
  const ratio = medianRatio(measured.store, measured.bare);
  return {
    id: 'P2',
    what: `${batches} appends of ${size} events in one call, against ${size} bare records in one transaction`,
    target: 'at most 0.3 times the time',
    measured,
    ratio,
    passed: ratio <= 0.3,
  };
};

const benchConcurrentWriters = async (): Promise<BenchResult> => {
  const appends = 10;
  const barePercentiles: number[] = [];
  const storePercentiles: number[] = [];
  const measured = await measureRounds({
    bare: async (bare) => {
      const { milliseconds, percentile99 } = await runWriters(appends, (_, n) => bare.add([bareEvent(n)]));
      barePercentiles.push(percentile99);
      return milliseconds;
    },
    store: async (store, round) => {
      const { milliseconds, percentile99 } = await runWriters(appends, (writer, n) =>
        store.appendToStream(`cart-${round}-${writer}`, [event(n)], { expectedVersion: n }),
      );
      storePercentiles.push(percentile99);
      return milliseconds;
    },
  });
  const ratio = medianRatio(measured.bare, measured.store);
  const isPrompt = median(storePercentiles) <= median(barePercentiles);
  return {
    id: 'P3',
    what: `${writers} concurrent writers on streams of their own, ${appends} appends each, against bare IndexedDB`,
    target: 'at least 2 times the throughput, 99th percentile no later than bare',
    measured: { ...measured, barePercentile99: barePercentiles, storePercentile99: storePercentiles },
    ratio,
    passed: ratio >= 2 && isPrompt,
  };
};

const runWriters = async (appends: number, append: (writer: number, n: number) => Promise<unknown>) => {
  const waits: number[] = [];
  const milliseconds = await timeOf(() =>
    Promise.all(
      Array.from({ length: writers }, async (_, writer) => {
        for (let n = 0; n < appends; n += 1) waits.push(await timeOf(() => append(writer, n)));
      }),
    ),
  );
  return { milliseconds, percentile99: percentile(waits, 0.99) };
};

type Contenders = {
  bare(bare: BareStore): Promise<number>;
  store(store: EventStore, round: number): Promise<number>;
};

/** One round of each to warm up, then taking turns, so that a slow moment of the machine meets both. */
const measureRounds = async (contenders: Contenders): Promise<{ bare: number[]; store: number[] }> => {
  const name = `bench ${Math.random()}`;
  const bare = await openBareStore(`${name} bare`);
  const store = await openIndexedDbStore(name);
  const measured = { bare: [] as number[], store: [] as number[] };
  for (let round = 0; round <= rounds; round += 1) {
    const bareTime = await contenders.bare(bare);
    const storeTime = await contenders.store(store, round);
    if (round === 0) continue;
    measured.bare.push(bareTime);
    measured.store.push(storeTime);
  }
  store.close();
  await deleteEventStore(name);
  await bare.delete();
  return measured;
};

const timeOf = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

/** About 400 bytes as JSON, like an event of the shopping cart sample. */
const event = (n: number): EventToAppend => ({
  type: 'ProductItemAdded',
  data: {
    cartId: `cart-${n}`,
    product: { productId: `product-${n % 50}`, name: 'Sturdy walking shoes for long days', unitPrice: 129.95 },
    quantity: (n % 7) + 1,
    addedBy: { userId: `user-${n % 170}`, session: 'b1946ac92492d2347c6235b4d2611184' },
    note: 'Please wrap it as a present, and put the card with the greeting inside.',
  },
});

const bareEvent = (n: number) => ({
  ...event(n),
  metadata: {
    eventId: `0b1946ac-9249-7d23-8c62-35b4d2611184/${n}`,
    streamName: `cart-${n}`,
    streamPosition: n,
    globalPosition: n,
    recordedAt: '2026-01-01T12:00:00.000Z',
  },
});

const medianRatio = (over: number[], under: number[]): number =>
  median(over.map((value, index) => value / (under[index] ?? value)));

const median = (values: number[]): number => percentile(values, 0.5);

const percentile = (values: number[], share: number): number => {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
};
