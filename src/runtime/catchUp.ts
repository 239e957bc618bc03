import { type DocumentChange, type Json, type RecordedEvent, StaleFence } from '#event-store';
import type { CodeError } from '#sandbox';
import { changeOfLifeCycle, type LifeCycle } from './lifeCycle.ts';
import { mostWatched, projectByReplay } from './projectByReplay.ts';
import { type ProjectedPage, projectEvents, projectionOf, type ReadyReadModel } from './projectEvents.ts';
import type { Run } from './Run.ts';
import { isOfSandbox, SandboxLost } from './sandboxLost.ts';

export type CaughtUp = { checkpoint: number; error?: CodeError };

/** How a page is delivered where that is not left to the runtime. */
export type PageWish = {
  /** Events at most. */
  limit?: number;
  /** What it lives like: it crashes here, as that says it is to. The documents are stored, the checkpoint is not. */
  crashing?: LifeCycle;
};

const pageSize = 500;

/** Set beside the checkpoint where a read model stopped: the position of its poison event, for every tab to see. */
export const stopOf = (readModel: ReadyReadModel): string => `${projectionOf(readModel)}/stopped`;

/** Events that a read model was not made of, as somebody decided. */
export const leftOutOf = (readModel: ReadyReadModel): string => `${projectionOf(readModel)}/left-out`;

const reason = 'reason';

/** Why a read model stopped; stored with the stop, as a later visit asks too. */
export const whyStopped = async ({ store }: Run, readModel: ReadyReadModel): Promise<CodeError | undefined> =>
  (await store.document(stopOf(readModel), reason)) as CodeError | undefined;

/**
 * Brings the stored documents to the end of the log, or to the event before the one that the code breaks at.
 * Documents and checkpoint change in one transaction, page by page; where another tab was first, it goes on from there.
 */
export const catchUp = async (run: Run, readModel: ReadyReadModel): Promise<CaughtUp> => {
  let checkpoint = await run.store.checkpoint(projectionOf(readModel));
  for (;;) {
    const page = await advance(run, readModel, checkpoint);
    if (!page) return { checkpoint };
    if (page.error) return page;
    checkpoint = page.checkpoint;
  }
};

/** One page further from where the documents stand; undefined at the end of the log. */
export const advance = async (
  run: Run,
  readModel: ReadyReadModel,
  checkpoint: number,
  { limit, crashing }: PageWish = {},
): Promise<CaughtUp | undefined> => {
  const page =
    (limit === undefined && !crashing ? await fromNothing(run, readModel, checkpoint) : undefined) ??
    (await nextPage(run, readModel, checkpoint, limit));
  if (!page) return undefined;
  const crashed = crashing && page.documents.length > 0 ? crashing : undefined;
  const isStored = await storePage(run, readModel, { before: checkpoint, page, crashed });
  if (!isStored || crashed) return { checkpoint: await run.store.checkpoint(projectionOf(readModel)) };
  return { checkpoint: page.position, ...(page.error ? { error: page.error } : {}) };
};

/** A long history at once, where nothing of it has been projected yet. */
const fromNothing = async (run: Run, readModel: ReadyReadModel, checkpoint: number) => {
  if (checkpoint > 0) return undefined;
  const end = await run.store.lastPosition();
  return end > mostWatched ? projectByReplay(run, readModel, end) : undefined;
};

const nextPage = async (run: Run, readModel: ReadyReadModel, checkpoint: number, limit = pageSize) => {
  const { events } = await run.store.readAll({ from: checkpoint + 1, limit });
  return events.length === 0 ? undefined : projectUntilPoison(run, readModel, events);
};

type PageToStore = { before: number; page: ProjectedPage; crashed: LifeCycle | undefined };

/** Answers whether the documents were still those that the page was computed from. */
const storePage = async (
  { store }: Run,
  readModel: ReadyReadModel,
  { before, page: { documents, position, error }, crashed }: PageToStore,
): Promise<boolean> => {
  const consumer = projectionOf(readModel);
  const basedOn = [{ consumer, position: before }];
  const stop = { consumer: stopOf(readModel), position: error ? position + 1 : 0 };
  try {
    if (crashed)
      await store.storeDocuments([...documents, changeOfLifeCycle(readModel.id, { ...crashed, crash: 'down' })], {
        basedOn,
      });
    else
      await store.storeDocuments([...documents, ...reasonFor(readModel, error)], {
        checkpoints: [{ consumer, position }, stop],
        basedOn,
      });
    return true;
  } catch (thrown) {
    if (thrown instanceof StaleFence) return false;
    throw thrown;
  }
};

const reasonFor = (readModel: ReadyReadModel, error: CodeError | undefined): DocumentChange[] =>
  error ? [{ projection: stopOf(readModel), documentId: reason, document: error as Json }] : [];

/** Drops the documents and all that belongs to them: the next catch-up begins with the first event. */
export const dropDocuments = (run: Run, readModel: ReadyReadModel): Promise<void> => {
  const consumers = [projectionOf(readModel), stopOf(readModel)];
  return run.store.storeDocuments([], {
    clear: [...consumers, leftOutOf(readModel)],
    checkpoints: consumers.map((consumer) => ({ consumer, position: 0 })),
  });
};

/** What a page comes to, up to the event that the code breaks at. */
const projectUntilPoison = async (
  run: Run,
  readModel: ReadyReadModel,
  events: RecordedEvent[],
): Promise<ProjectedPage> => {
  const first = (events[0]?.metadata.globalPosition ?? 1) - 1;
  const { documents, errors } = await projectEvents(run, [readModel], events);
  const error = errors[0]?.error;
  if (!error) return { documents, position: first + events.length };
  if (isOfSandbox(error)) throw new SandboxLost(error.message);
  // Code that never ends does not say at which event; to find out would take a time limit for each try.
  const poison = error.position ?? first + 1;
  if (poison === first + 1) return { documents: [], position: first, error };
  // Documents are asked for their ids before any is computed: the code may well break at an earlier event.
  const before = await projectUntilPoison(run, readModel, events.slice(0, poison - first - 1));
  return { error, ...before };
};
