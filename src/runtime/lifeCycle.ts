import type { DocumentChange, EventStore, Json } from '#event-store';
import type { Workers } from '#model';

/** How an asynchronous read model follows the log: as fast as it can, an event every so many seconds, or not at all. */
export type FollowPace = { kind: 'full' } | { kind: 'slow'; secondsPerEvent: number } | { kind: 'paused' };

/** What a person wants of a policy, or of one of its workers: to take its next event, or to die in the middle of it. */
export type Asked = { kind: 'step' | 'kill'; worker?: number };

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

export const changeOfLifeCycle = (readModelId: string, lifeCycle: LifeCycle): DocumentChange => ({
  projection: lifeCycles,
  documentId: readModelId,
  document: isUsual(lifeCycle) ? null : (lifeCycle as unknown as Json),
});

const isUsual = ({ pace, crash, hasFaults, workers, asked }: LifeCycle): boolean =>
  pace.kind === 'full' && crash === 'none' && !hasFaults && !workers && !asked;
