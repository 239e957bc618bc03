import { projectionOf, type Queue, type ReadyReadModel, type Run, readyReadModels } from '#runtime';
import type { CodeError, MomentDocuments, MomentReply, MomentRequest, MomentState } from '#sandbox';

/** As of a position: what the screen shows of it. At the head, documents are the stored ones. */
export type Moment = {
  position: number;
  states: MomentState[];
  readModels: MomentDocuments[];
};

export type MomentWish = {
  /** 0 = before the first event; beyond the end means the end. */
  position: number;
  /** Streams whose state is wanted, with the decider that folds them. */
  states: MomentRequest['states'];
};

/** Looks at the log as it was at a position. Through a queue of its own: the sandbox is fed the log once, in order. */
export const momentAt = (run: Run, queue: Queue, wish: MomentWish): Promise<Moment> =>
  queue(async () => {
    const head = await run.store.lastPosition();
    const position = Math.min(Math.max(0, Math.trunc(wish.position)), head);
    const readModels = readyReadModels(run);
    const { modules } = run.program();
    const request: MomentRequest = {
      position,
      states: wish.states.filter(({ moduleId }) => modules.get(moduleId)?.kind === 'ready'),
      readModels: readModels.map(({ id }) => id),
    };
    const replayed = await replay(run, request);
    return {
      position,
      states: replayed.states,
      readModels: [
        ...(position === head
          ? await asStored(run, readModels, replayed.readModels, head)
          : replayed.readModels.map(inStoredOrder)),
        ...standingStill(run),
      ],
    };
  });

/** Ordered by document id, as the store does. */
const inStoredOrder = (readModel: MomentDocuments): MomentDocuments => ({
  ...readModel,
  documents: readModel.documents.toSorted((a, b) => (a.documentId < b.documentId ? -1 : 1)),
});

const pageSize = 1000;

const feedTo = async ({ store, sandbox }: Run, position: number): Promise<void> => {
  let fed = sandbox.fedPosition();
  while (fed < position) {
    const { events } = await store.readAll({ from: fed + 1, limit: pageSize });
    await sandbox.feed(events);
    // A sandbox that was lost over it has forgotten everything: whoever asked hears of that, instead of waiting here.
    if (sandbox.fedPosition() <= fed) return;
    fed = sandbox.fedPosition();
  }
};

/** A sandbox that was restarted in between has forgotten the log: it is fed once more. */
const replay = async (run: Run, request: MomentRequest): Promise<MomentReply> => {
  await feedTo(run, request.position);
  if (run.sandbox.fedPosition() < request.position) await feedTo(run, request.position);
  return run.sandbox.moment(request);
};

/** At the head the stored documents are shown: those of a read model that lags or has stopped are what it serves. */
const asStored = (run: Run, readModels: ReadyReadModel[], replayed: MomentDocuments[], head: number) =>
  Promise.all(
    readModels.map(async (readModel): Promise<MomentDocuments> => {
      const projection = projectionOf(readModel);
      const documents = await run.store.documents(projection);
      const isCurrent = (await run.store.checkpoint(projection)) === head;
      const inReplay = replayed.find(({ moduleId }) => moduleId === readModel.id);
      return {
        moduleId: readModel.id,
        documents,
        changed: isCurrent ? (inReplay?.changed ?? []) : [],
        ...(inReplay?.error ? { error: inReplay.error } : {}),
      };
    }),
  );

/** Read models whose code does not run show why. */
const standingStill = (run: Run): MomentDocuments[] => {
  const { readModels, modules } = run.program();
  return readModels.flatMap(({ id }) => {
    const error = errorOf(modules.get(id));
    return error ? [{ moduleId: id, documents: [], changed: [], error }] : [];
  });
};

const errorOf = (module: ReturnType<ReturnType<Run['program']>['modules']['get']>): CodeError | undefined =>
  module?.kind === 'broken' ? module.error : undefined;
