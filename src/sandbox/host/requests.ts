import type { WorkerRequest, WorkerUnfinished } from '../protocol.ts';
import type { CodeError, Noted, Progress } from '../Sandbox.ts';
import { checkReply } from './checkReply.ts';
import type { Repeated } from './findLoop.ts';
import type { LogSource } from './logSource.ts';
import type { ModelWorker } from './ModelWorker.ts';
import { errorOfLoss, isEndless, withPlace } from './workerLoss.ts';

export type Settled =
  | { kind: 'answered'; reply: Noted<{ [key: string]: unknown }> }
  | { kind: 'lost'; error: CodeError };

type Notes = Noted<unknown>;

type Missing = Extract<ReturnType<typeof checkReply>, { kind: 'missing' }>;

type Asked = { request: WorkerRequest; isAgain: boolean };

/** The code came to its end when it was repeated: the computer was busy. So a fresh worker is asked, once. */
type Again = Asked & { kind: 'again' };

/** What leads to the same again in a fresh worker, or null where that is not known. */
export type Repeat = () => Repeated | null;

/** A request that needs nothing but what it carries. */
const alone = (request: WorkerRequest): Repeated => ({ request, pages: [] });

/** What a reply without an answer carries beside its error. */
export const noNotes = { logs: [], diagnostics: [] };

export type Requests = ReturnType<typeof createRequests>;

/** Asks the worker one thing after the other and answers always: a worker that is lost over it is started anew. */
export const createRequests = (worker: ModelWorker, log: LogSource) => {
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
  const settle = (request: WorkerRequest, repeat: Repeat, onProgress?: Progress): Promise<Settled> =>
    settleBy(performance.now() + patienceOf(request), { request, isAgain: false }, repeat, onProgress);

  /** What the worker misses of the log it gets on the way. */
  const settleBy = async (deadline: number, asked: Asked, repeat: Repeat, onProgress?: Progress): Promise<Settled> => {
    const { request } = asked;
    const notes: Notes = { logs: [], diagnostics: [] };
    let pages: string[] = [];
    for (let rounds = 0, missing = 0; ; rounds += 1) {
      if (rounds > mostRounds(lastNeededBy(request))) return { kind: 'lost', error: neverDone };
      const settled = await settleOnce(asked, pages, repeat);
      if (settled.kind === 'lost') return settled;
      if (settled.kind === 'again') return settleBy(deadline, settled, repeat, onProgress);
      if (settled.kind === 'answered') return { ...settled, reply: withNotes(settled.reply, notes) };
      notes.logs.push(...settled.logs);
      notes.diagnostics.push(...settled.diagnostics);
      const { memory } = worker;
      if (pages.length > 0 && performance.now() > deadline)
        return { kind: 'answered', reply: { ...unfinishedAt(settled.position, request), ...notes } };
      const read = settled.position === missing ? [] : await log.pagesAt(memory, settled.position);
      missing = settled.position;
      onProgress?.(missing - 1, lastNeededBy(request));
      if (read.length === 0) return { kind: 'lost', error: endOfLog };
      for (const page of read) memory.notePage(page);
      pages = read.map(({ text }) => text);
    }
  };

  const settleOnce = async (
    { request, isAgain }: Asked,
    pages: readonly string[],
    repeat: Repeat,
  ): Promise<Settled | Missing | Again> => {
    try {
      return await askOnce(worker, request, pages);
    } catch (error) {
      const repeated = repeat();
      await worker.drop({ isHard: true });
      const loss = errorOfLoss(error, request.op);
      const repetition = repeated && isEndless(loss) ? await worker.repeat(repeated) : undefined;
      if (repeated && repetition?.kind === 'ends' && !isAgain)
        return { kind: 'again', request: repeated.request, isAgain: true };
      const placed = withPlace(loss, repetition);
      noteHanging(placed, request);
      for (const listener of restarted) listener(placed);
      return { kind: 'lost', error: placed };
    }
  };

  return {
    inTurn,
    settle,
    hanging,

    ask: (request: WorkerRequest, repeat: Repeat = () => alone(request)): Promise<Settled> =>
      inTurn(() => settle(request, repeat)),

    /** The same for what would hang again where the module hung before. */
    askUnlessHanging: (moduleId: string, request: WorkerRequest): Promise<Settled> =>
      inTurn(async () => {
        const error = hanging.get(moduleId);
        return error ? { kind: 'lost', error } : settle(request, () => alone(request));
      }),

    onRestarted: (handle: (error: CodeError) => void): (() => void) => {
      restarted.add(handle);
      return () => restarted.delete(handle);
    },
  };
};

/** Rejects as the worker does. */
const askOnce = async (
  worker: ModelWorker,
  request: WorkerRequest,
  pages: readonly string[],
): Promise<Settled | Missing> => {
  await worker.untilRunning();
  const reply = checkReply(request.op, await worker.request(request, pages), worker.ranges);
  switch (reply.kind) {
    case 'unusable':
      return { kind: 'lost', error: reply.error };
    case 'missing':
      return reply;
    case 'usable':
      return { kind: 'answered', reply: reply.value };
  }
};

/** Each round takes a worker on by hundreds of events: one that claims to be at it for longer says nothing true. */
export const mostRounds = (events: number): number => 1_000 + events / 10;

export const neverDone: CodeError = {
  name: 'SandboxError',
  message: 'The replay did not get on. Does the code change built-in objects?',
  phase: 'replay',
  isFailure: true,
};

const endOfLog: CodeError = {
  name: 'SandboxError',
  message: 'An event is needed that the log does not have.',
  phase: 'replay',
  isFailure: true,
};

/** With what was noted before, when it was asked the same and could not go on. */
const withNotes = <Reply>(reply: Noted<Reply>, { logs, diagnostics }: Notes): Noted<Reply> => ({
  ...reply,
  logs: [...logs, ...reply.logs],
  diagnostics: [...diagnostics, ...reply.diagnostics],
});

/** How long a request may take before it is to be asked again. */
const patienceOf = ({ op, args }: WorkerRequest): number =>
  (op === 'moment' ? args.patienceMs : undefined) ?? Number.POSITIVE_INFINITY;

/** The last event that can be needed for it. */
const lastNeededBy = ({ op, args }: WorkerRequest): number => {
  switch (op) {
    case 'moment':
    case 'history':
      return args.position;
    case 'follow':
      return args.head;
    case 'surroundings':
      return Math.max(0, ...args.positions);
    default:
      return 0;
  }
};

const unfinishedAt = (position: number, request: WorkerRequest): WorkerUnfinished => ({
  unfinished: { done: position - 1, total: lastNeededBy(request) },
});

const modulesOf = ({ op, args }: WorkerRequest): string[] => {
  switch (op) {
    case 'decide':
    case 'specify':
    case 'react':
    case 'address':
    case 'trace':
    case 'upcast':
      return [args.moduleId];
    case 'route':
    case 'project':
      return args.moduleIds;
    case 'moment':
      return [...args.states.map(({ moduleId }) => moduleId), ...args.readModels];
    case 'history':
    case 'surroundings':
    case 'making':
      return [args.subject.moduleId];
    case 'follow':
      return args.places.map(({ subject }) => subject.moduleId);
  }
};
