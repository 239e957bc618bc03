import { type DBSchema, openDB } from 'idb';
import type { ClockShift, Pins } from '#model';
import type { ModelModule } from '#sandbox';
import type { KeptOfFile } from '../ModelsAndRuns.ts';

export type CatalogueModel = {
  modelId: string;
  name: string;
  createdAt: string;
  changedAt: string;
  notes: number;
  currentRunId: string;
  sample?: string;
  deletedAt?: string;
} & KeptOfFile;

/** Each run has a store of its own under an opaque id. */
export type CatalogueRun = {
  runId: string;
  modelId: string;
  name: string;
  createdAt: string;
  /** As last known: the run in use counts its own. */
  events: number;
  deletedAt?: string;
  /** These are in branches alone; runs of older versions have none of them. */
  parent?: { runId: string; position: number };
  adoptedAt?: string;
  clock?: ClockShift;
  pins?: Pins;
};

/** The text of a module that last compiled and loaded: what runs while somebody is typing, also after a reload. */
export type WorkingCode = { modelId: string; moduleId: string; module: ModelModule };

/** Where there are no Web Locks: who works on behalf of all tabs, until when (milliseconds since 1970). */
export type Lease = { name: string; owner: string; expiresAt: number };

interface CatalogueSchema extends DBSchema {
  models: { key: string; value: CatalogueModel };
  runs: { key: string; value: CatalogueRun; indexes: { modelId: string } };
  workingCode: { key: [string, string]; value: WorkingCode; indexes: { modelId: string } };
  leases: { key: string; value: Lease };
}

const formatVersion = 1;

/** What models and runs there are. Events are elsewhere: this is the list, not the truth about them. */
export type Catalogue = Awaited<ReturnType<typeof openCatalogue>>;

export const openCatalogue = async (name = 'replayground/catalogue') => {
  const database = await openDB<CatalogueSchema>(name, formatVersion, {
    upgrade: (db) => {
      db.createObjectStore('models', { keyPath: 'modelId' });
      db.createObjectStore('runs', { keyPath: 'runId' }).createIndex('modelId', 'modelId');
      db.createObjectStore('workingCode', { keyPath: ['modelId', 'moduleId'] }).createIndex('modelId', 'modelId');
      db.createObjectStore('leases', { keyPath: 'name' });
    },
    blocking: (_, __, event) => (event.target as IDBDatabase).close(),
  });

  const change = async <S extends 'models' | 'runs'>(
    store: S,
    key: string,
    alter: (record: CatalogueSchema[S]['value']) => CatalogueSchema[S]['value'],
  ): Promise<void> => {
    const transaction = database.transaction(store, 'readwrite');
    const record = await transaction.store.get(key);
    if (record) await transaction.store.put(alter(record));
    await transaction.done;
  };

  return {
    models: () => database.getAll('models'),
    model: (modelId: string) => database.get('models', modelId),
    /** A model and its first run come together or not at all. */
    add: async (model: CatalogueModel, run: CatalogueRun): Promise<void> => {
      const transaction = database.transaction(['models', 'runs'], 'readwrite');
      await Promise.all([
        transaction.objectStore('models').add(model),
        // An imported one is there already, hidden until now.
        transaction.objectStore('runs').put(run),
        transaction.done,
      ]);
    },
    changeModel: (modelId: string, alter: (model: CatalogueModel) => CatalogueModel) =>
      change('models', modelId, alter),

    run: (runId: string) => database.get('runs', runId),
    runs: (modelId: string) => database.getAllFromIndex('runs', 'modelId', modelId),
    allRuns: () => database.getAll('runs'),
    addRun: async (run: CatalogueRun): Promise<void> => {
      await database.add('runs', run);
    },
    changeRun: (runId: string, alter: (run: CatalogueRun) => CatalogueRun) => change('runs', runId, alter),
    forgetRun: (runId: string) => database.delete('runs', runId),

    workingCode: (modelId: string) => database.getAllFromIndex('workingCode', 'modelId', modelId),
    keepWorkingCode: async (codes: WorkingCode[]): Promise<void> => {
      const transaction = database.transaction('workingCode', 'readwrite');
      await Promise.all([...codes.map((code) => transaction.store.put(code)), transaction.done]);
    },

    forgetModel: async (modelId: string): Promise<void> => {
      const transaction = database.transaction(['models', 'runs', 'workingCode'], 'readwrite');
      for (const store of ['runs', 'workingCode'] as const) {
        const keys = await transaction.objectStore(store).index('modelId').getAllKeys(modelId);
        for (const key of keys) await transaction.objectStore(store).delete(key as never);
      }
      await transaction.objectStore('models').delete(modelId);
      await transaction.done;
    },

    /** Takes or renews a lease, unless somebody else has it. */
    lease: async (lease: Lease, now: number): Promise<boolean> => {
      const transaction = database.transaction('leases', 'readwrite');
      const held = await transaction.store.get(lease.name);
      const isFree = !held || held.owner === lease.owner || held.expiresAt < now;
      if (isFree) await transaction.store.put(lease);
      await transaction.done;
      return isFree;
    },
    endLease: async ({ name, owner }: Pick<Lease, 'name' | 'owner'>): Promise<void> => {
      const transaction = database.transaction('leases', 'readwrite');
      const held = await transaction.store.get(name);
      if (held?.owner === owner) await transaction.store.delete(name);
      await transaction.done;
    },
    close: () => database.close(),
  };
};
