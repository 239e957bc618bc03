import type { Checkpoint, DocumentChange, EventStore, Json, StoreDocumentsOptions } from '#event-store';
import type { Workers } from '#model';
import { untilFirst } from './fences.ts';

/** How an asynchronous read model follows the log: as fast as it can, an event every so many seconds, or not at all. */
export type FollowPace = { kind: 'full' } | { kind: 'slow'; secondsPerEvent: number } | { kind: 'paused' };

/**
 * What a person wants of a policy, or of one of its workers: to take its next event, to die in the middle of it, or to be
 * handed what was parked.
 */
export type Asked = { id: string } & (
  | { kind: 'step' | 'kill'; worker?: number }
  | { kind: 'replay-parked'; position: number }
);

export type LifeCycle = {
  pace: FollowPace;
  /** `armed`: it crashes between the documents and the checkpoint of what it is handed next. `down`: it has. */
  crash: 'none' | 'armed' | 'down';
  /** The fault desk hands it its events. */
  hasFaults: boolean;
  /** Several, where its work is shared out. */
  workers?: Workers;
  /** Of a policy: what whoever has the turn is to do, in this order. */
  asked?: Asked[];
};

export const usualLifeCycle: LifeCycle = { pace: { kind: 'full' }, crash: 'none', hasFaults: false };

/** Beside the documents of read models, which are named by an id and a hash: so every tab and the next visit find it. */
const lifeCycles = 'life-cycles';

/** By read model; those that are not there live as usual. */
export const readLifeCycles = async (store: EventStore): Promise<ReadonlyMap<string, LifeCycle>> =>
  new Map(
    (await store.documents(lifeCycles)).map(
      ({ documentId, document }) => [documentId, document as unknown as LifeCycle] as const,
    ),
  );

export const lifeCycleOf = async (store: EventStore, readModelId: string): Promise<LifeCycle> =>
  ((await store.document(lifeCycles, readModelId)) as unknown as LifeCycle | undefined) ?? usualLifeCycle;

/** A life as it stands: what is based on its turn is refused once anything of it has changed. */
export type StandingLife = { lifeCycle: LifeCycle; turn: Checkpoint };

export const standingLifeOf = async (store: EventStore, consumerId: string): Promise<StandingLife> => {
  const consumer = `${lifeCycles}/${consumerId}`;
  // Asked for first: a life that is newer than that is refused, and one that is older never told.
  const turn = { consumer, position: await store.checkpoint(consumer) };
  return { lifeCycle: await lifeCycleOf(store, consumerId), turn };
};

/** To be stored with what belongs to it; refused with `StaleFence` where the life has changed meanwhile. */
export type LifeChange = {
  lifeCycle: LifeCycle;
  changes: DocumentChange[];
  checkpoints: Checkpoint[];
  basedOn: Checkpoint[];
};

/** What a change makes of a life as it is now. */
export const lifeChanged = async (
  store: EventStore,
  consumerId: string,
  change: (lifeCycle: LifeCycle) => LifeCycle,
): Promise<LifeChange> => {
  const { lifeCycle: present, turn } = await standingLifeOf(store, consumerId);
  const lifeCycle = change(present);
  const document = isUsual(lifeCycle) ? null : (lifeCycle as unknown as Json);
  return {
    lifeCycle,
    changes: [{ projection: lifeCycles, documentId: consumerId, document }],
    checkpoints: [{ ...turn, position: turn.position + 1 }],
    basedOn: [turn],
  };
};

/** What is stored in one transaction with a life. */
export type BesideLife = Omit<StoreDocumentsOptions, 'fence'> & { changes?: DocumentChange[] };

/**
 * Reads, changes and writes a life, once more where somebody else has changed it meanwhile: so none of what several tabs
 * want is lost. What the change throws is thrown, and nothing is stored.
 */
export const changeLife = (
  store: EventStore,
  consumerId: string,
  change: (lifeCycle: LifeCycle) => LifeCycle,
  besideOf: (lifeCycle: LifeCycle) => BesideLife | Promise<BesideLife> = () => ({}),
): Promise<void> =>
  untilFirst(async () => {
    const life = await lifeChanged(store, consumerId, change);
    const { changes = [], clear = [], checkpoints = [], basedOn = [] } = await besideOf(life.lifeCycle);
    await store.storeDocuments([...changes, ...life.changes], {
      clear,
      checkpoints: [...checkpoints, ...life.checkpoints],
      basedOn: [...basedOn, ...life.basedOn],
    });
  });

/** All of some things that are stored with a life. */
export const allBeside = (...all: BesideLife[]): BesideLife => ({
  changes: all.flatMap(({ changes = [] }) => changes),
  clear: all.flatMap(({ clear = [] }) => clear),
  checkpoints: all.flatMap(({ checkpoints = [] }) => checkpoints),
  basedOn: all.flatMap(({ basedOn = [] }) => basedOn),
});

const isUsual = ({ pace, crash, hasFaults, workers, asked }: LifeCycle): boolean =>
  pace.kind === 'full' && crash === 'none' && !hasFaults && !workers && !asked;
