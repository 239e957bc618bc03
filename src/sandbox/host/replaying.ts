import type { WorkerRequest } from '../protocol.ts';
import type { CodeError, MomentReply, MomentRequest, Sandbox } from '../Sandbox.ts';
import type { ModelWorker } from './ModelWorker.ts';
import { noNotes, type Requests } from './requests.ts';

/** The log as the worker holds it, and its moments. */
export const replayingThrough = (
  worker: ModelWorker,
  { inTurn, settle, hanging }: Requests,
): Pick<Sandbox, 'fedPosition' | 'feed' | 'moment'> => ({
  fedPosition: () => worker.memory.fed,

  feed: (events) =>
    inTurn(async () => {
      const settled = await settle({ op: 'feed', args: { events } }, () => null);
      if (settled.kind === 'answered') worker.memory.noteFed(events);
    }),

  moment: (wanted, onProgress) =>
    inTurn(async () => {
      const request: WorkerRequest = { op: 'moment', args: partOf(wanted, (moduleId) => !hanging.has(moduleId)) };
      const log = worker.memory.wholeLog();
      const settled = await settle(request, () => log && [{ op: 'feed', args: { events: log } }, request], onProgress);
      if (settled.kind === 'lost') return { ...lostMoment(wanted, () => settled.error), ...noNotes };
      const reply = settled.reply as unknown as MomentReply;
      const lost = lostMoment(
        partOf(wanted, (moduleId) => hanging.has(moduleId)),
        (moduleId) => hanging.get(moduleId),
      );
      return {
        ...reply,
        states: [...reply.states, ...lost.states],
        readModels: [...reply.readModels, ...lost.readModels],
      };
    }),
});

const partOf = (
  { position, states, readModels }: MomentRequest,
  isWanted: (moduleId: string) => boolean,
): MomentRequest => ({
  position,
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
    states: states.map((wanted) => ({
      ...wanted,
      version: 0,
      before: 'null',
      after: 'null',
      ...withError(wanted.moduleId),
    })),
    readModels: readModels.map((moduleId) => ({ moduleId, documents: [], changed: [], ...withError(moduleId) })),
  };
};
