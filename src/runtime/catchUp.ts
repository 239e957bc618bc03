import { type RecordedEvent, StaleFence } from '#event-store';
import type { CodeError } from '#sandbox';
import { mostWatched, projectByReplay } from './projectByReplay.ts';
import { type ProjectedPage, projectEvents, projectionOf, type ReadyReadModel } from './projectEvents.ts';
import type { Run } from './Run.ts';
import { isOfSandbox, SandboxLost } from './sandboxLost.ts';

export type CaughtUp = { checkpoint: number; error?: CodeError };

const pageSize = 500;

/** Set beside the checkpoint where a read model stopped: the position of its poison event, for every tab to see. */
export const stopOf = (readModel: ReadyReadModel): string => `${projectionOf(readModel)}/stopped`;

/**
 * Brings the stored documents to the end of the log, or to the event before the one that the code breaks at.
 * Documents and checkpoint change in one transaction, page by page; where another tab was first, it goes on from there.
 */
export const catchUp = async (run: Run, readModel: ReadyReadModel): Promise<CaughtUp> => {
  const projection = projectionOf(readModel);
  let checkpoint = await run.store.checkpoint(projection);
  for (;;) {
    const page = (await fromNothing(run, readModel, checkpoint)) ?? (await nextPage(run, readModel, checkpoint));
    if (!page) return { checkpoint };
    const isStored = await storePage(run, readModel, checkpoint, page);
    if (isStored && page.error) return { checkpoint: page.position, error: page.error };
    checkpoint = isStored ? page.position : await run.store.checkpoint(projection);
  }
};

/** A long history at once, where nothing of it has been projected yet. */
const fromNothing = async (run: Run, readModel: ReadyReadModel, checkpoint: number) => {
  if (checkpoint > 0) return undefined;
  const end = await run.store.lastPosition();
  return end > mostWatched ? projectByReplay(run, readModel, end) : undefined;
};

const nextPage = async (run: Run, readModel: ReadyReadModel, checkpoint: number) => {
  const { events } = await run.store.readAll({ from: checkpoint + 1, limit: pageSize });
  return events.length === 0 ? undefined : projectUntilPoison(run, readModel, events);
};

/** Answers whether the documents were still those that the page was computed from. */
const storePage = async (
  { store }: Run,
  readModel: ReadyReadModel,
  before: number,
  { documents, position, error }: ProjectedPage,
): Promise<boolean> => {
  const projection = projectionOf(readModel);
  const stop = { consumer: stopOf(readModel), position: error ? position + 1 : 0 };
  try {
    await store.storeDocuments(documents, {
      clear: before === 0 ? [projection] : [],
      checkpoints: [{ consumer: projection, position }, stop],
      basedOn: [{ consumer: projection, position: before }],
    });
    return true;
  } catch (thrown) {
    if (thrown instanceof StaleFence) return false;
    throw thrown;
  }
};

/** Drops the documents: the next catch-up begins with the first event. */
export const dropDocuments = (run: Run, readModel: ReadyReadModel): Promise<void> => {
  const projection = projectionOf(readModel);
  const checkpoints = [projection, stopOf(readModel)].map((consumer) => ({ consumer, position: 0 }));
  return run.store.storeDocuments([], { clear: [projection], checkpoints });
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
