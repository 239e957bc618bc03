import { deleteEventStore, type EventStore, eventsInText, openIndexedDbStore, type RecordedEvent } from '#event-store';
import { createSandbox, type ModelModule, openFrameHost, type Sandbox } from '#sandbox';
import { readingOf, upcastingStore } from '../../src/engine/program/upcasting.ts';
import { cartOf, cartsCode, fillWithCarts } from './cartLog.ts';
import { median, percentile } from './figures.mjs';
import type { BenchResult } from './storeBench.ts';

const rounds = 5;

/** P5, P6 and P7 of the targets: a log of many events, read, folded and sought through. */
export const runReplayBench = async (events: number): Promise<BenchResult[]> => {
  const name = `replay bench ${Math.random()}`;
  const store = await openIndexedDbStore(name);
  await fillWithCarts(store, events);
  const results = [
    await benchScan(store, events),
    await benchUpcasting(store, events),
    ...(await benchRebuild(store, events)),
    await benchSeek(store, events),
  ];
  store.close();
  await deleteEventStore(name);
  return results;
};

const timeOf = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

const medianRatio = (over: number[], under: number[]): number =>
  median(over.map((value, index) => value / (under[index] ?? value)));

/** Taking turns, so that a slow moment of the machine meets both. */
const inTurns = async (bare: () => Promise<number>, ours: () => Promise<number>) => {
  const measured = { bare: [] as number[], store: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    measured.bare.push(await bare());
    measured.store.push(await ours());
  }
  return measured;
};

const readAllPages = async (store: EventStore, take: (text: string) => unknown): Promise<void> => {
  for (let from = 1; ; ) {
    const { text, lastPosition, isEnd } = await store.readLogPage(from);
    await take(text);
    if (isEnd) return;
    from = lastPosition + 1;
  }
};

const size = (events: number): string => events.toLocaleString('en');

const benchScan = async (store: EventStore, events: number): Promise<BenchResult> => {
  const bare = await openBareLog(`${store.name} bare`);
  await readAllPages(store, (text) => bare.add(eventsInText(text)));
  const measured = await inTurns(
    () => timeOf(() => bare.scan()),
    () => timeOf(() => readAllPages(store, eventsInText)),
  );
  await bare.delete();
  const ratio = medianRatio(measured.bare, measured.store);
  return {
    id: 'P5',
    what: `scan of ${size(events)} events from disk, against getAll pages of 1,000 records`,
    target: 'at least 2.5 times the speed',
    measured,
    ratio,
    passed: ratio >= 2.5,
  };
};

const upcaster: ModelModule = {
  id: 'added-v2',
  kind: 'upcaster',
  name: 'Added',
  files: [{ path: 'AddedV2.ts', text: 'export const upcast = (data) => ({ ...data, channel: "web" });' }],
};

/** Every event through code, page by page, as what is to be folded is read. */
const benchUpcasting = async (store: EventStore, events: number): Promise<BenchResult> => {
  const host = await openFrameHost();
  const sandbox = createSandbox(host);
  await sandbox.load([upcaster]);
  const { id: moduleId, files: code } = upcaster;
  const event = { id: 'added', type: 'ProductItemAdded', fields: [], schemaVersion: 2, formerNames: [] };
  const reading = readingOf(
    { events: [{ ...event, upcasts: [{ to: 2, code }] }] },
    { sandbox: () => sandbox, modules: new Map([[moduleId, { kind: 'ready', hash: '' }]]) },
  );
  const upcast = upcastingStore(store, () => reading);
  const measured = await inTurns(
    () => timeOf(() => readAllPages(store, eventsInText)),
    () => timeOf(() => readAllPages(upcast, (text) => text)),
  );
  sandbox.close();
  host.close();
  return {
    id: 'P5b',
    what: `scan of ${size(events)} events, each through an upcaster's code, against the scan of what is stored`,
    target: 'reported',
    measured,
    ratio: medianRatio(measured.store, measured.bare),
    passed: null,
  };
};

const modules: ModelModule[] = [
  readModel('carts', cartsCode(1)),
  readModel('carts-again', cartsCode(1)),
  {
    id: 'cart',
    kind: 'decider',
    name: 'Cart',
    files: [
      {
        path: 'Cart.ts',
        text: `export const initialState = () => ({ items: 0 });
export const evolve = (state, event) => ({ items: state.items + event.data.quantity });
export const decide = () => [];`,
      },
    ],
  },
];

function readModel(id: string, text: string): ModelModule {
  return { id, kind: 'read-model', name: id, files: [{ path: 'Carts.ts', text }] };
}

const openLoaded = async (store: EventStore): Promise<{ sandbox: Sandbox; close: () => void }> => {
  const host = await openFrameHost();
  const sandbox = createSandbox(host);
  await sandbox.load(modules);
  sandbox.readLogBy(store.readLogPage);
  const close = (): void => {
    sandbox.close();
    host.close();
  };
  return { sandbox, close };
};

const openBareFold = () => {
  const worker = new Worker(new URL('./bareFold.worker.ts', import.meta.url), { type: 'module' });
  const ask = (message: { text?: string; again?: boolean }): Promise<unknown> =>
    new Promise((resolve) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.postMessage(message);
    });
  return { ask, close: () => worker.terminate() };
};

const benchRebuild = async (store: EventStore, events: number): Promise<BenchResult[]> => {
  const fromDisk = { bare: [] as number[], store: [] as number[] };
  const fromMemory = { bare: [] as number[], store: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    const bare = openBareFold();
    await bare.ask({ text: '[]' });
    fromDisk.bare.push(await timeOf(() => readAllPages(store, (text) => bare.ask({ text }))));
    fromMemory.bare.push(await timeOf(() => bare.ask({ again: true })));
    bare.close();

    const { sandbox, close } = await openLoaded(store);
    const project = (id: string) => sandbox.moment({ position: events, states: [], readModels: [id] });
    fromDisk.store.push(await timeOf(() => project('carts')));
    fromMemory.store.push(await timeOf(() => project('carts-again')));
    close();
  }
  const result = (from: string, measured: typeof fromDisk, target: number): BenchResult => {
    const ratio = medianRatio(measured.store, measured.bare);
    return {
      id: 'P6',
      what: `rebuild of a read model over ${size(events)} events from ${from}, every version kept, against a bare loop`,
      target: `at most ${target} times the time`,
      measured,
      ratio,
      passed: ratio <= target,
    };
  };
  return [result('disk', fromDisk, 1.5), result('memory', fromMemory, 1.2)];
};

const seeks = 500;
const rowsInSight = 24;

/** States, and documents as many as the screen shows, at random positions, once the log has been projected. */
const benchSeek = async (store: EventStore, events: number): Promise<BenchResult> => {
  const { sandbox, close } = await openLoaded(store);
  const seek = (position: number) =>
    sandbox.moment({
      position,
      states: [{ moduleId: 'cart', stream: cartOf(position) }],
      readModels: ['carts'],
      first: { carts: rowsInSight },
    });
  await seek(events);
  const times: number[] = [];
  for (let n = 0; n < seeks; n += 1) times.push(await timeOf(() => seek(1 + Math.floor(Math.random() * events))));
  close();
  const late = percentile(times, 0.99);
  return {
    id: 'P7',
    what: `seek to a random position of ${size(events)} events`,
    words: `half within ${median(times).toFixed(1)} ms, 99 % ${late.toFixed(1)} ms`,
    target: '99th percentile at most 16 ms',
    measured: { store: times },
    ratio: late,
    passed: late <= 16,
  };
};

/** One record for each event, as one would store them without thinking about it. */
const openBareLog = async (name: string) => {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(name, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('events');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const page = (from: number): Promise<RecordedEvent[]> =>
    new Promise((resolve, reject) => {
      const events = database.transaction('events').objectStore('events');
      const request = events.getAll(IDBKeyRange.lowerBound(from), 1000);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  return {
    add: (events: RecordedEvent[]): Promise<void> =>
      new Promise((resolve, reject) => {
        const transaction = database.transaction('events', 'readwrite', { durability: 'relaxed' });
        for (const event of events) transaction.objectStore('events').put(event, event.metadata.globalPosition);
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error);
      }),
    scan: async (): Promise<void> => {
      for (let from = 1; ; ) {
        const events = await page(from);
        const last = events.at(-1);
        if (!last) return;
        from = last.metadata.globalPosition + 1;
      }
    },
    delete: (): Promise<void> =>
      new Promise((resolve, reject) => {
        database.close();
        const deleting = indexedDB.deleteDatabase(name);
        deleting.onsuccess = () => resolve();
        deleting.onerror = () => reject(deleting.error);
      }),
  };
};
