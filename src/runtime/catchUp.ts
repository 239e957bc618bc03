import type { CodeError } from '#sandbox';
import { storedFirst } from './fences.ts';
import { leftOutOf, leftOutPositions } from './leftOutPositions.ts';
import type { BesideLife, LifeChange } from './lifeCycle.ts';
import { mostWatched, projectByReplay } from './projectByReplay.ts';
import { type ProjectedPage, projectionOf, type ReadyReadModel } from './projectEvents.ts';
import type { Run } from './Run.ts';
import { checkpointsAt, type Standing, standingOf } from './shares/Part.ts';
import { projectUntilPoison } from './shares/projectUntilPoison.ts';
import { besideCheckpoint, type Share, wholeShare } from './shares/Share.ts';
import { reasonFor } from './shares/stops.ts';
import { takeEvents } from './shares/takeEvents.ts';

export type CaughtUp = { checkpoint: number; error?: CodeError };

/** `taken`: how many events were handed over. After a crash they will come again. */
type Advanced = CaughtUp & { taken: number; hasCrashed?: true };

/** How a page is delivered where that is not left to the runtime. */
export type PageWish = {
  /** Own events at most. */
  limit?: number;
  /** It crashes here, and lives like this then. The documents are stored, the checkpoint is not. */
  crashing?: LifeChange;
};

/**
 * Brings the stored documents to the end of the log, or to the event before the one that the code breaks at.
 * Documents and checkpoint change in one transaction, page by page; where another tab was first, it goes on from there.
 */
export const catchUp = async (run: Run, readModel: ReadyReadModel): Promise<CaughtUp> => {
  for (;;) {
    const page = await advance(run, wholeShare(readModel));
    if (!page) return { checkpoint: await run.store.checkpoint(projectionOf(readModel)) };
    if (page.error) return page;
  }
};

/** One page further from where the documents stand; undefined at the end of the log. */
export const advance = async (
  run: Run,
  share: Share,
  { limit, crashing }: PageWish = {},
): Promise<Advanced | undefined> => {
  const standing = await standingOf(run.store, share);
  const ofAll = limit === undefined && !crashing ? await fromNothing(run, standing) : undefined;
  const page = ofAll ?? (await nextPage(run, standing, limit));
  if (!page || (page.position === standing.position && !page.error)) return undefined;
  const crashed = crashing && page.documents.length > 0 ? crashing : undefined;
  const comesTo = ofAll ? { ...standing, share: wholeShare(share.readModel) } : standing;
  const isStored = await storePage(run, comesTo, page, crashed);
  const taken = isStored ? page.taken : 0;
  if (!isStored || crashed) {
    const { position } = await standingOf(run.store, share);
    return { checkpoint: position, taken, ...(isStored && { hasCrashed: true as const }) };
  }
  return { checkpoint: page.position, taken, ...(page.error ? { error: page.error } : {}) };
};

type Page = ProjectedPage & { taken: number };

/** A long history at once, where nothing of it has been projected yet: the documents of all partitions. */
const fromNothing = async (run: Run, { share, basedOn }: Standing<Share>): Promise<Page | undefined> => {
  if (basedOn.some(({ position }) => position > 0)) return undefined;
  const end = await run.store.lastPosition();
  if (end <= mostWatched || (await leftOutPositions(run, share.readModel)).size > 0) return undefined;
  const page = await projectByReplay(run, share.readModel, end);
  return page && !(share.partition && page.error) ? { ...page, taken: end } : undefined;
};

const nextPage = async (run: Run, { share, position }: Standing<Share>, limit?: number): Promise<Page | undefined> => {
  const taken = await takeEvents(run, share, position, limit);
  if (!taken) return undefined;
  const leftOut = await leftOutPositions(run, share.readModel);
  const events = taken.events.filter(({ metadata }) => !leftOut.has(metadata.globalPosition));
  return { ...(await projectUntilPoison(run, share, { ...taken, events })), taken: taken.events.length };
};

/** Answers whether the documents, and the life, were still those that the page was computed from. */
const storePage = (
  { store }: Run,
  standing: Standing<Share>,
  { documents, position, error }: Page,
  crashed: LifeChange | undefined,
): Promise<boolean> => {
  const { share, basedOn } = standing;
  const stop = { consumer: share.stop, position: error ? position + 1 : 0 };
  return storedFirst(() =>
    store.storeDocuments([...documents, ...(crashed ? crashed.changes : reasonFor(share, error))], {
      checkpoints: crashed ? crashed.checkpoints : [...checkpointsAt(standing, position), stop],
      basedOn: [...basedOn, ...(crashed?.basedOn ?? [])],
    }),
  );
};

/** The documents and all that belongs to them: the next catch-up begins with the first event. */
export const droppedDocuments = (readModel: ReadyReadModel): BesideLife => {
  const beside = besideCheckpoint(readModel);
  return {
    clear: [projectionOf(readModel), ...beside, leftOutOf(readModel)],
    checkpoints: [projectionOf(readModel), ...beside].map((consumer) => ({ consumer, position: 0 })),
  };
};

export const dropDocuments = (run: Run, readModel: ReadyReadModel): Promise<void> =>
  run.store.storeDocuments([], droppedDocuments(readModel));
