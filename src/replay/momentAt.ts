import { projectionOf, type Queue, type ReadyReadModel, type Run, readyReadModels, servingReadModels } from '#runtime';
import type { CodeError, MomentDocuments, MomentOptions, MomentReply, MomentRequest, MomentState } from '#sandbox';
import { endlessIn } from './endlessCode.ts';

/** As of a position: what the screen shows of it. At the head, documents are the stored ones. */
export type Moment = {
  position: number;
  states: MomentState[];
  readModels: MomentDocuments[];
};

/** With what the code printed as it ran for this moment: what had been folded before prints nothing again. */
export type MomentReading = Moment & { logs: MomentReply['logs'] };

export type MomentWish = {
  /** 0 = before the first event; beyond the end means the end. */
  position: number;
  /** Streams whose state is wanted, with the decider that folds them. */
  states: MomentRequest['states'];
  /** Also at the head, documents are what the code makes of the events, and not those that are stored. */
  replaysDocuments?: true;
};

/** Looks at the log as it was at a position. Through a queue of its own: one look after the other. */
export const momentAt = (
  run: Run,
  queue: Queue,
  wish: MomentWish,
  options: MomentOptions = {},
): Promise<MomentReading> =>
  queue(async () => {
    options.signal?.throwIfAborted();
    const head = await run.store.lastPosition();
    const position = Math.min(Math.max(0, Math.trunc(wish.position)), head);
    const readModels = wish.replaysDocuments ? readyReadModels(run) : servingReadModels(run);
    const { modules } = run.program();
    const isStored = position === head && !wish.replaysDocuments;
    const request: MomentRequest = {
      position,
      ...(isStored ? { onlyChanges: true } : {}),
      states: wish.states.filter(({ moduleId }) => modules.get(moduleId)?.kind === 'ready'),
      readModels: readModels.map(({ id }) => id),
    };
    const replayed = await replay(run, request, options);
    const shown = isStored
      ? await asStored(run, readModels, replayed.readModels, head)
      : replayed.readModels.map(inStoredOrder);
    return {
      position,
      states: replayed.states,
      readModels: [...shown.map((documents) => asOnTheWall(readModels, documents)), ...standingStill(run)],
      logs: replayed.logs,
    };
  });

/** A version that serves in the place of the wall's is shown as the read model; nobody sees the lines of its code. */
const asOnTheWall = (readModels: ReadyReadModel[], documents: MomentDocuments): MomentDocuments => {
  const readModel = readModels.find(({ id }) => id === documents.moduleId);
  if (readModel?.versionOf === undefined) return documents;
  const { error, ...rest } = documents;
  return { ...rest, moduleId: readModel.versionOf, ...(error ? { error: withoutPlace(error) } : {}) };
};

const withoutPlace = ({ place: _, ...error }: CodeError): CodeError => error;

/** Ordered by document id, as the store does. */
const inStoredOrder = (readModel: MomentDocuments): MomentDocuments => ({
  ...readModel,
  documents: readModel.documents.toSorted((a, b) => (a.documentId < b.documentId ? -1 : 1)),
});

/**
 * What the sandbox makes of the log. Code that never ends takes the whole look along: it is left out from then on, until
 * it changes, and the others are looked at without it.
 */
const replay = async (run: Run, request: MomentRequest, options: MomentOptions): Promise<MomentReply> => {
  const endless = endlessIn(run);
  for (;;) {
    const [runs, hangs] = parted(request, (moduleId) => endless.errorOf(moduleId) === undefined);
    const reply = await run.sandbox.moment(runs, options);
    const culprit = [...reply.states, ...reply.readModels].find(isCulprit);
    if (culprit?.error && endless.errorOf(culprit.moduleId) === undefined) endless.add(culprit.moduleId, culprit.error);
    else return withHanging(reply, hangs, endless.errorOf);
  }
};

type Broken = { moduleId: string; error?: CodeError };

/** All that was asked for breaks when one part of it never ends; the line that is named tells which one. */
const isCulprit = ({ moduleId, error }: Broken): boolean =>
  error?.name === 'TimeoutError' && error.place?.moduleId === moduleId;

const parted = (request: MomentRequest, goesOn: (moduleId: string) => boolean): [MomentRequest, MomentRequest] => {
  const part = (isWanted: (moduleId: string) => boolean): MomentRequest => ({
    ...request,
    states: request.states.filter(({ moduleId }) => isWanted(moduleId)),
    readModels: request.readModels.filter(isWanted),
  });
  return [part(goesOn), part((moduleId) => !goesOn(moduleId))];
};

const withHanging = (
  reply: MomentReply,
  hanging: MomentRequest,
  errorOf: (moduleId: string) => CodeError | undefined,
): MomentReply => {
  const brokenBy = (moduleId: string): { error?: CodeError } => {
    const error = errorOf(moduleId);
    return error ? { error } : {};
  };
  return {
    ...reply,
    states: [
      ...reply.states,
      ...hanging.states.map((asked) => ({
        ...asked,
        version: 0,
        before: 'null',
        after: 'null',
        ...brokenBy(asked.moduleId),
      })),
    ],
    readModels: [
      ...reply.readModels,
      ...hanging.readModels.map((moduleId) => ({ moduleId, documents: [], changed: [], ...brokenBy(moduleId) })),
    ],
  };
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
  return readModels.flatMap(({ id, other }) => {
    if (other?.isServing) return [];
    const error = errorOf(modules.get(id));
    return error ? [{ moduleId: id, documents: [], changed: [], error }] : [];
  });
};

const errorOf = (module: ReturnType<ReturnType<Run['program']>['modules']['get']>): CodeError | undefined =>
  module?.kind === 'broken' ? module.error : undefined;
