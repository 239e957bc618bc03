import { type Queue, type Run, readyReadModels, servingReadModels } from '#runtime';
import type { CodeError, MomentDocuments, MomentOptions, MomentReply, MomentRequest, MomentState } from '#sandbox';
import { endlessIn } from './endlessCode.ts';
import {
  asOnTheWall,
  asStored,
  firstOf,
  inStoredOrder,
  notStoredYet,
  type ShownDocuments,
  standingStill,
} from './momentDocuments.ts';

/** As of a position: what the screen shows of it. At the head, documents are the stored ones. */
export type Moment = {
  position: number;
  states: MomentState[];
  readModels: MomentDocuments[];
  /** It is on its way: what the event changed in documents is not known yet, nor are documents that are not stored. */
  isSoFar?: true;
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
