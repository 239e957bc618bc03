import type { WorkerUnfinished } from '../protocol.ts';
import type { CodeError, MomentReply, MomentRequest, Sandbox } from '../Sandbox.ts';
import type { ModelWorker } from './ModelWorker.ts';
import { mostRounds, neverDone, noNotes, type Requests } from './requests.ts';

/** Moments of the log. */
export const replayingThrough = (worker: ModelWorker, requests: Requests): Pick<Sandbox, 'moment'> => ({
  moment: async (wanted, { onProgress, signal } = {}) => {
    const notes: Notes = { logs: [], diagnostics: [] };
    for (let rounds = 0; ; rounds += 1) {
      if (rounds > mostRounds(wanted.position)) return { ...lostMoment(wanted, () => neverDone), ...noNotes };
      const reply = await requests.inTurn(() => momentInPart(worker, requests, wanted));
      notes.logs.push(...reply.logs);
      notes.diagnostics.push(...reply.diagnostics);
      if (!('unfinished' in reply)) return { ...reply, ...notes };
      onProgress?.(reply.unfinished.done, reply.unfinished.total);
      signal?.throwIfAborted();
    }
  },
});

type Notes = Pick<MomentReply, 'logs' | 'diagnostics'>;

/** So long a worker is busy with a moment before others get their turn. */
const patienceMs = 50;

const momentInPart = async (
  worker: ModelWorker,
  { settle, hanging }: Requests,
  wanted: MomentRequest,
): Promise<MomentReply | (Notes & WorkerUnfinished)> => {
  const args = partOf(wanted, (moduleId) => !hanging.has(moduleId));
  const settled = await settle({ op: 'moment', args: { ...args, patienceMs } }, () => {
    const pages = worker.memory.wholeLog();
    return pages && { request: { op: 'moment', args }, pages };
  });
  if (settled.kind === 'lost') return { ...lostMoment(wanted, () => settled.error), ...noNotes };
  const reply = settled.reply as unknown as MomentReply | (Notes & WorkerUnfinished);
  if ('unfinished' in reply) return reply;
  const lost = lostMoment(
    partOf(wanted, (moduleId) => hanging.has(moduleId)),
    (moduleId) => hanging.get(moduleId),
  );
  return {
    ...reply,
    states: [...reply.states, ...lost.states],
    readModels: [...reply.readModels, ...lost.readModels],
  };
};

const partOf = (
  { states, readModels, ...request }: MomentRequest,
  isWanted: (moduleId: string) => boolean,
): MomentRequest => ({
  ...request,
  states: states.filter(({ moduleId }) => isWanted(moduleId)),
  readModels: readModels.filter(isWanted),
});

/** Nothing but why there is nothing. */
const lostMoment = (
  { position, states, readModels }: MomentRequest,
  errorOf: (moduleId: string) => CodeError | undefined,
): Omit<MomentReply, 'logs' | 'diagnostics'> => {
  const withError = (moduleId: string): { error?: CodeError } => {
    const error = errorOf(moduleId);
    return error ? { error } : {};
  };
  return {
    position,
    states: states.map(({ moduleId, stream }) => ({
      moduleId,
      stream,
      version: 0,
      before: 'null',
      after: 'null',
      ...withError(moduleId),
    })),
    readModels: readModels.map((moduleId) => ({ moduleId, documents: [], changed: [], ...withError(moduleId) })),
  };
};
