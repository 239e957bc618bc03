import type { DocumentChange, EventStore } from '#event-store';

/** How an asynchronous read model follows the log: as fast as it can, an event every so many seconds, or not at all. */
export type FollowPace = { kind: 'full' } | { kind: 'slow'; secondsPerEvent: number } | { kind: 'paused' };

export type LifeCycle = {
  pace: FollowPace;
  /** `armed`: it crashes between the documents and the checkpoint of what it is handed next. `down`: it has. */
  crash: 'none' | 'armed' | 'down';
};

export const usualLifeCycle: LifeCycle = { pace: { kind: 'full' }, crash: 'none' };

/** Beside the documents of read models, which are named by an id and a hash: so every tab and the next visit find it. */
const lifeCycles = 'life-cycles';

/** By read model; those that are not there live as usual. */
export const readLifeCycles = async (store: EventStore): Promise<ReadonlyMap<string, LifeCycle>> =>
  new Map(
    (await store.documents(lifeCycles)).map(({ documentId, document }) => [documentId, document as LifeCycle] as const),
  );

export const lifeCycleOf = async (store: EventStore, readModelId: string): Promise<LifeCycle> =>
  ((await store.document(lifeCycles, readModelId)) as LifeCycle | undefined) ?? usualLifeCycle;

export const changeOfLifeCycle = (readModelId: string, lifeCycle: LifeCycle): DocumentChange => ({
  projection: lifeCycles,
  documentId: readModelId,
  document: lifeCycle.pace.kind === 'full' && lifeCycle.crash === 'none' ? null : lifeCycle,
});
