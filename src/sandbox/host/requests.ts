import type { WorkerRequest } from '../protocol.ts';
import type { CodeError, Noted, Progress } from '../Sandbox.ts';
import { checkReply } from './checkReply.ts';
import type { ModelWorker } from './ModelWorker.ts';
import { errorOfLoss, isEndless } from './workerLoss.ts';

export type Settled =
  | { kind: 'answered'; reply: Noted<{ [key: string]: unknown }> }
  | { kind: 'lost'; error: CodeError };

/** The requests that lead to the same again in a fresh worker, or null where they are not known. */
export type Repeat = () => WorkerRequest[] | null;

/** What a reply without an answer carries beside its error. */
export const noNotes = { logs: [], diagnostics: [] };

export type Requests = ReturnType<typeof createRequests>;

/** Asks the worker one thing after the other and answers always: a worker that is lost over it is started anew. */
export const createRequests = (worker: ModelWorker) => {
  let last: Promise<unknown> = Promise.resolve();
  /** Modules that hung since they were loaded: what is not a person's own wish does not wait for them again. */
  const hanging = new Map<string, CodeError>();
  const restarted = new Set<(error: CodeError) => void>();

  const inTurn = <Result>(run: () => Promise<Result>): Promise<Result> => {
    const turn = last.then(run, run);
    last = turn.catch(() => undefined);
    return turn;
  };

  const noteHanging = (error: CodeError, request: WorkerRequest): void => {
    if (!isEndless(error)) return;
    const culprits = error.place ? [error.place.moduleId] : modulesOf(request);
    for (const moduleId of culprits) hanging.set(moduleId, error);
  };

  /** For use within a turn. */
  const settle = async (request: WorkerRequest, repeat: Repeat, onProgress?: Progress): Promise<Settled> => {
    await worker.untilRunning();
    try {
      const reply = checkReply(request.op, await worker.request(request, onProgress), worker.ranges);
      return reply.kind === 'unusable'
        ? { kind: 'lost', error: reply.error }
        : { kind: 'answered', reply: reply.value };
    } catch (error) {
      const requests = repeat();
      await worker.drop({ isHard: true });
      const loss = errorOfLoss(error, request.op);
      const placed = requests ? await worker.withLoopPlace(loss, requests) : loss;
      noteHanging(placed, request);
      for (const listener of restarted) listener(placed);
      return { kind: 'lost', error: placed };
    }
  };

  return {
    inTurn,
    settle,
    hanging,

    ask: (request: WorkerRequest, repeat: Repeat = () => [request]): Promise<Settled> =>
      inTurn(() => settle(request, repeat)),

    /** The same for what would hang again where the module hung before. */
    askUnlessHanging: (moduleId: string, request: WorkerRequest): Promise<Settled> =>
      inTurn(async () => {
        const error = hanging.get(moduleId);
        return error ? { kind: 'lost', error } : settle(request, () => [request]);
      }),

    onRestarted: (handle: (error: CodeError) => void): (() => void) => {
      restarted.add(handle);
      return () => restarted.delete(handle);
    },
  };
};

const modulesOf = ({ op, args }: WorkerRequest): string[] => {
  switch (op) {
    case 'decide':
    case 'specify':
    case 'react':
    case 'trace':
      return [args.moduleId];
    case 'route':
    case 'project':
      return args.moduleIds;
    case 'moment':
      return [...args.states.map(({ moduleId }) => moduleId), ...args.readModels];
    case 'history':
      return [args.subject.moduleId];
    case 'follow':
      return args.places.map(({ subject }) => subject.moduleId);
    case 'feed':
      return [];
  }
};
