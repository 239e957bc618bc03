import {
  projectionOf,
  type Queue,
  type ReadyReadModel,
  type Run,
  readModelIdOf,
  readyReadModels,
  servingReadModels,
} from '#runtime';
import type { CodeError, MomentDocuments, MomentOptions, MomentReply, MomentRequest, MomentState } from '#sandbox';
import { endlessIn } from './endlessCode.ts';

/** As of a position: what the screen shows of it. At the head, documents are the stored ones. */
export type Moment = {
  position: number;
  states: MomentState[];
  readModels: MomentDocuments[];
  /** It is on its way: what the event changed in documents is not known yet, nor are documents that are not stored. */
  isSoFar?: true;
};

/**
 * What is looked at of the documents: the first so many of one read model. Of the others only what the event changed; null
 * stands for the read model that comes first, as does one that is not there.
 */
export type ShownDocuments = { readModelId: string | null; documents: number };

/** With what the code printed as it ran for this moment: what had been folded before prints nothing again. */
export type MomentReading = Moment & { logs: MomentReply['logs'] };

export type MomentWish = {
  /** 0 = before the first event; beyond the end means the end. */
  position: number;
  /** Streams whose state is wanted, with the decider that folds them. */
  states: MomentRequest['states'];
  /** Also at the head, documents are what the code makes of the events, and not those that are stored. */
  replaysDocuments?: true;
  /** All documents where it is not given. */
  shows?: ShownDocuments;
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
    const first = wish.shows && firstOf(readModels, wish.shows);
    const replayedOnly = isStored ? await notStoredYet(run) : [];
    const wanted = isStored
      ? Object.fromEntries(replayedOnly.map((id) => [id, first ? (first[id] ?? 0) : ('all' as const)]))
      : first;
    const request: MomentRequest = {
      position,
      ...(wanted ? { first: wanted } : {}),
      states: wish.states.filter(({ moduleId }) => modules.get(moduleId)?.kind === 'ready'),
      readModels: readModels.map(({ id }) => id),
    };
    const isAsked = request.states.length + request.readModels.length > 0;
    const replayed = isAsked ? await replay(run, request, options) : { position, ...nothing };
    const inReplay = replayed.readModels.map(inStoredOrder);
    const shown = isStored
      ? await asStored(run, readModels, inReplay, { head, replayedOnly, ...(first ? { first } : {}) })
      : inReplay;
    return {
      position,
      states: replayed.states,
      readModels: [...shown.map((documents) => asOnTheWall(readModels, documents)), ...standingStill(run)],
      logs: replayed.logs,
    };
  });

/** Where nothing is asked for, no event is looked at. */
const nothing = { states: [], readModels: [], logs: [], diagnostics: [] };

type First = { [moduleId: string]: number };

export const firstOf = (readModels: ReadyReadModel[], { readModelId, documents }: ShownDocuments): First => {
  const shown = readModels.find((readModel) => readModelIdOf(readModel) === readModelId) ?? readModels[0];
  return shown ? { [shown.id]: documents } : {};
};

/** A version that serves in the place of the wall's is shown as the read model; nobody sees the lines of its code. */
export const asOnTheWall = (readModels: ReadyReadModel[], documents: MomentDocuments): MomentDocuments => {
  const readModel = readModels.find(({ id }) => id === documents.moduleId);
  if (readModel?.versionOf === undefined) return documents;
  const { error, ...rest } = documents;
  return { ...rest, moduleId: readModel.versionOf, ...(error ? { error: withoutPlace(error) } : {}) };
};

const withoutPlace = ({ place: _, ...error }: CodeError): CodeError => error;

/** Ordered by document id, as the store does. */
const inStoredOrder = (readModel: MomentDocuments): MomentDocuments => ({
  ...readModel,
  documents: readModel.documents.toSorted(byId),
});

const byId = (one: { documentId: string }, other: { documentId: string }): number =>
  one.documentId < other.documentId ? -1 : 1;

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

/** Inline read models of which nothing is stored, as their code is new: what will be is what the events make of them. */
export const notStoredYet = async (run: Run): Promise<string[]> => {
  const inline = readyReadModels(run, 'inline');
  const checkpoints = await Promise.all(inline.map((readModel) => run.store.checkpoint(projectionOf(readModel))));
  return inline.filter((_, index) => checkpoints[index] === 0).map(({ id }) => id);
};

type Storing = { head: number; replayedOnly: readonly string[]; first?: First };

/** At the head the stored documents are shown: those of a read model that lags or has stopped are what it serves. */
export const asStored = (
  run: Run,
  readModels: ReadyReadModel[],
  replayed: MomentDocuments[],
  { head, replayedOnly, first }: Storing,
): Promise<MomentDocuments[]> =>
  Promise.all(
    readModels.map(async (readModel): Promise<MomentDocuments> => {
      const inReplay = replayed.find(({ moduleId }) => moduleId === readModel.id);
      if (replayedOnly.includes(readModel.id)) return inReplay ?? nothingKnown(readModel.id);
      const isCurrent = (await run.store.checkpoint(projectionOf(readModel))) === head;
      const changed = isCurrent ? (inReplay?.changed ?? []) : [];
      return {
        moduleId: readModel.id,
        ...(await storedDocuments(run, readModel, changed, first && (first[readModel.id] ?? 0))),
        changed,
        ...(inReplay?.error ? { error: inReplay.error } : {}),
      };
    }),
  );

const nothingKnown = (moduleId: string): MomentDocuments => ({
  moduleId,
  documents: [],
  changed: [],
  left: 'not counted',
});

/** All of them, or the first ones and those that changed. */
const storedDocuments = async (
  { store }: Run,
  readModel: ReadyReadModel,
  changed: MomentDocuments['changed'],
  atMost: number | undefined,
): Promise<Pick<MomentDocuments, 'documents' | 'left'>> => {
  const projection = projectionOf(readModel);
  if (atMost === undefined) return { documents: await store.documents(projection) };
  const documents = await store.documents(projection, atMost);
  const known = new Set(documents.map(({ documentId }) => documentId));
  for (const { documentId } of changed) {
    const document = known.has(documentId) ? undefined : await store.document(projection, documentId);
    if (document !== undefined) documents.push({ documentId, document });
  }
  const left = atMost === 0 ? 'not counted' : (await store.countDocuments(projection)) - documents.length;
  return { documents: documents.toSorted(byId), left };
};

/** Read models whose code does not run show why. */
export const standingStill = (run: Run): MomentDocuments[] => {
  const { readModels, modules } = run.program();
  return readModels.flatMap(({ id, other }) => {
    if (other?.isServing) return [];
    const error = errorOf(modules.get(id));
    return error ? [{ moduleId: id, documents: [], changed: [], error }] : [];
  });
};

const errorOf = (module: ReturnType<ReturnType<Run['program']>['modules']['get']>): CodeError | undefined =>
  module?.kind === 'broken' ? module.error : undefined;
