import { harness } from 'virtual:sandbox-parts';
import { type CompiledModule, type LinkedScript, linkModel } from '../link/linkModel.ts';
import type { LoadedModule, WorkerRequest } from '../protocol.ts';
import type {
  CodeError,
  DecideReply,
  ModelModule,
  ModuleStatus,
  MomentReply,
  Noted,
  Progress,
  ProjectReply,
  ReactReply,
  RouteReply,
  Sandbox,
  SandboxEvent,
  WorkerHost,
} from '../Sandbox.ts';
import { checkReply, codeErrorOf } from './checkReply.ts';
import { RunningWorker, WorkerFlooded, WorkerLost, WorkerSilent } from './RunningWorker.ts';

/** Milliseconds without an answer or progress after which code counts as endless. */
const usualSilence = 1_500;
/** Events that are remembered so that an endless run can be repeated to find its loop; beyond, no line is named. */
const mostRemembered = 5_000;

const noNotes = { logs: [], diagnostics: [] };

const errorOfLoss = (error: unknown, phase: string): CodeError => {
  const words = { phase, isFailure: true };
  if (error instanceof WorkerSilent)
    return { ...words, name: 'TimeoutError', message: 'No answer within 1.5 s: this looks like an endless loop.' };
  if (error instanceof WorkerFlooded)
    return { ...words, name: 'FloodError', message: 'The code sent too many messages and was stopped.' };
  const message = error instanceof WorkerLost ? error.message : 'The sandbox was lost and has been restarted.';
  return { ...words, name: 'SandboxLostError', message };
};

type Settled = { kind: 'answered'; reply: Noted<{ [key: string]: unknown }> } | { kind: 'lost'; error: CodeError };

/**
 * Runs a model's code through a host of workers. Requests run one after the other; when one hangs or the worker dies,
 * it is answered with an error, and the same modules run again in a new worker before the next request.
 */
export const createSandbox = (host: WorkerHost, silenceMs: number = usualSilence): Sandbox => {
  let compiled: CompiledModule[] = [];
  let storeAsJson = true;
  let linked: LinkedScript = { script: '', ranges: [] };
  let worker: RunningWorker | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  let folded = new Map<string, number>();
  let fed = 0;
  let remembered: { decided: Map<string, SandboxEvent[]>; fed: SandboxEvent[] } = { decided: new Map(), fed: [] };
  /** Modules that hung since they were loaded: what is not a person's own wish does not wait for them again. */
  let hanging = new Map<string, CodeError>();
  const restarted = new Set<(error: CodeError) => void>();

  const stopListening = host.onLost((workerId, message) => {
    if (worker?.workerId === workerId) worker.fail(new WorkerLost(message));
  });

  const inTurn = <Result>(run: () => Promise<Result>): Promise<Result> => {
    const turn = queue.then(run, run);
    queue = turn.catch(() => undefined);
    return turn;
  };

  const forget = (): void => {
    folded = new Map();
    fed = 0;
    remembered = { decided: new Map(), fed: [] };
  };

  const drop = async (isHard: boolean): Promise<void> => {
    const dead = worker;
    worker = null;
    forget();
    dead?.fail(new WorkerLost('The sandbox was closed.'));
    if (dead) await host.kill(dead.workerId, isHard);
  };

  const spawn = async (script: string): Promise<RunningWorker> => {
    const { workerId, port } = await host.spawn(script);
    return new RunningWorker(workerId, port, silenceMs);
  };

  /** The worker for the modules at hand. A module that hangs while it loads is left out, and the others start again. */
  const startWorker = async (): Promise<{ loaded: LoadedModule[]; hung: { moduleId: string; error: CodeError }[] }> => {
    const hung: { moduleId: string; error: CodeError }[] = [];
    for (;;) {
      linked = linkModel(harness, compiled, storeAsJson);
      worker = await spawn(linked.script);
      try {
        await worker.untilReady();
        return { loaded: worker.loaded, hung };
      } catch (error) {
        const culprit = compiled.find(({ module }) => module.id === worker?.loading) ?? compiled[0];
        await drop(true);
        if (!culprit) throw error;
        const loss = errorOfLoss(error, 'load');
        hung.push({ moduleId: culprit.module.id, error: await withLoopPlace(loss, [culprit], []) });
        compiled = compiled.filter((candidate) => candidate !== culprit);
      }
    }
  };

  const running = async (): Promise<RunningWorker> => {
    if (!worker) await startWorker();
    if (!worker) throw new WorkerLost('The sandbox could not be started.');
    return worker;
  };

  /** Runs once more with counted loops, in a worker of its own, to name the line. */
  const withLoopPlace = async (
    error: CodeError,
    modules: CompiledModule[],
    requests: WorkerRequest[],
  ): Promise<CodeError> => {
    if (error.name !== 'TimeoutError') return error;
    const { placeOfEndlessLoop, watchModule, watchScript } = await import('./endlessLoops.ts');
    let watching: RunningWorker | null = null;
    try {
      const { script } = linkModel(watchScript + harness, modules.map(watchModule), storeAsJson);
      watching = await spawn(script);
      await watching.untilReady();
      const found = errorsIn(watching.loaded);
      for (const request of requests) found.push(...errorsIn(await watching.request(request)));
      const place = found.map(placeOfEndlessLoop).find((candidate) => candidate !== undefined);
      return place ? { ...error, place } : error;
    } catch {
      return error;
    } finally {
      if (watching) await host.kill(watching.workerId, true);
    }
  };

  /** Sends one request; a worker that is lost over it is restarted for the next. `repeat` is how to find the loop. */
  const ask = (request: WorkerRequest, repeat: () => WorkerRequest[] | null, onProgress?: Progress): Promise<Settled> =>
    inTurn(() => settle(request, repeat, onProgress));

  /** The same for what would hang again where the module hung before. */
  const askUnlessHanging = (moduleId: string, request: WorkerRequest): Promise<Settled> =>
    inTurn(async () => {
      const error = hanging.get(moduleId);
      return error ? { kind: 'lost', error } : settle(request, () => [request]);
    });

  const noteHanging = (error: CodeError, request: WorkerRequest): void => {
    if (error.name !== 'TimeoutError') return;
    const culprits = error.place ? [error.place.moduleId] : modulesOf(request);
    for (const moduleId of culprits) hanging.set(moduleId, error);
  };

  const settle = async (
    request: WorkerRequest,
    repeat: () => WorkerRequest[] | null,
    onProgress?: Progress,
  ): Promise<Settled> => {
    const present = await running();
    try {
      const reply = checkReply(request.op, await present.request(request, onProgress), linked.ranges);
      return reply.kind === 'unusable'
        ? { kind: 'lost', error: reply.error }
        : { kind: 'answered', reply: reply.value };
    } catch (error) {
      const requests = repeat();
      await drop(true);
      const loss = errorOfLoss(error, request.op);
      const placed = requests ? await withLoopPlace(loss, compiled, requests) : loss;
      noteHanging(placed, request);
      for (const listener of restarted) listener(placed);
      return { kind: 'lost', error: placed };
    }
  };

  const statusOf = (module: ModelModule, broken: Map<string, CodeError>, loaded: LoadedModule[]): ModuleStatus => {
    const error = broken.get(module.id);
    if (error) return { kind: 'broken', module, error };
    const found = loaded.find(({ moduleId }) => moduleId === module.id);
    if (found?.kind !== 'ready') return { kind: 'broken', module, error: codeErrorOf(found?.error, linked.ranges) };
    const { canHandle, exports } = found;
    return { kind: 'ready', module, facts: { exports, ...(canHandle ? { canHandle } : {}) } };
  };

  const load = async (modules: ModelModule[], options: { storeAsJson?: boolean } = {}): Promise<ModuleStatus[]> => {
    const { compileModule } = await import('../compile/compileModule.ts');
    await drop(false);
    hanging = new Map();
    storeAsJson = options.storeAsJson ?? true;
    const broken = new Map<string, CodeError>();
    compiled = [];
    for (const module of modules) {
      const result = compileModule(module);
      if (result.kind === 'broken') broken.set(module.id, result.error);
      else compiled.push({ module, files: result.files });
    }
    const { loaded, hung } = await startWorker();
    for (const { moduleId, error } of hung) broken.set(moduleId, error);
    return modules.map((module) => statusOf(module, broken, loaded));
  };

  const keyOf = (moduleId: string, stream: string): string => `${moduleId}\n${stream}`;

  const rememberDecided = (key: string, foldedVersion: number, events: SandboxEvent[]): void => {
    const before = foldedVersion > 0 ? (remembered.decided.get(key) ?? []) : [];
    if (before.length + events.length <= mostRemembered) remembered.decided.set(key, [...before, ...events]);
  };

  return {
    load: (modules, options) => inTurn(() => load(modules, options)),

    foldedVersion: (moduleId, stream) => folded.get(keyOf(moduleId, stream)) ?? 0,

    decide: async ({ moduleId, stream, command, now, commandId, events, version }) => {
      const key = keyOf(moduleId, stream);
      const foldedVersion = version - events.length;
      if (foldedVersion > 0 && folded.get(key) !== foldedVersion)
        return {
          kind: 'threw',
          error: errorOfLoss(new WorkerLost('The sandbox was restarted: send the command again.'), 'decide'),
          ...noNotes,
        };
      const args = {
        moduleId,
        stream,
        foldedVersion,
        events,
        command: { ...command, metadata: { ...command.metadata, commandId } },
        now,
        seed: commandId,
      };
      rememberDecided(key, foldedVersion, events);
      const all = remembered.decided.get(key);
      const settled = await ask({ op: 'decide', args }, () =>
        all?.length === version ? [{ op: 'decide', args: { ...args, foldedVersion: 0, events: all } }] : null,
      );
      if (settled.kind === 'lost') return { kind: 'threw', error: settled.error, ...noNotes };
      const { foldedVersion: reached, ...reply } = settled.reply;
      folded.set(key, typeof reached === 'number' ? reached : 0);
      return reply as unknown as DecideReply;
    },

    specify: async ({ moduleId, given, command, now }) => {
      const request: WorkerRequest = {
        op: 'specify',
        args: { moduleId, given, command: { ...command, metadata: command.metadata ?? {} }, now },
      };
      const settled = await askUnlessHanging(moduleId, request);
      return settled.kind === 'lost'
        ? { kind: 'threw', error: settled.error, ...noNotes }
        : (settled.reply as unknown as DecideReply);
    },

    route: async (args) => {
      const settled = await ask({ op: 'route', args }, () => [{ op: 'route', args }]);
      return settled.kind === 'lost'
        ? { routes: [], errors: everyModule(args.moduleIds, settled.error), ...noNotes }
        : (settled.reply as unknown as RouteReply);
    },

    project: async (args) => {
      const settled = await ask({ op: 'project', args }, () => [{ op: 'project', args }]);
      return settled.kind === 'lost'
        ? { documents: [], errors: everyModule(args.moduleIds, settled.error), ...noNotes }
        : (settled.reply as unknown as ProjectReply);
    },

    react: async (args) => {
      const settled = await askUnlessHanging(args.moduleId, { op: 'react', args });
      return settled.kind === 'lost'
        ? { kind: 'threw', error: settled.error, ...noNotes }
        : (settled.reply as unknown as ReactReply);
    },

    fedPosition: () => fed,

    feed: async (events) => {
      const settled = await ask({ op: 'feed', args: { events } }, () => null);
      if (settled.kind === 'lost') return;
      fed += events.length;
      if (fed <= mostRemembered) remembered.fed.push(...events);
    },

    moment: (args, onProgress) =>
      inTurn(async () => {
        const [asked, hung] = withoutHanging(args, hanging);
        const request: WorkerRequest = { op: 'moment', args: asked };
        const log = remembered.fed;
        const isWhole = log.length === fed;
        const settled = await settle(
          request,
          () => (isWhole ? [{ op: 'feed', args: { events: log } }, request] : null),
          onProgress,
        );
        if (settled.kind === 'lost') return { ...lostMoment(args, () => settled.error), ...noNotes };
        const reply = settled.reply as unknown as MomentReply;
        const lost = lostMoment(hung, (moduleId) => hanging.get(moduleId));
        return {
          ...reply,
          states: [...reply.states, ...lost.states],
          readModels: [...reply.readModels, ...lost.readModels],
        };
      }),

    onRestarted: (handle) => {
      restarted.add(handle);
      return () => restarted.delete(handle);
    },

    close: () => {
      stopListening();
      void inTurn(() => drop(false));
    },
  };
};

const everyModule = (moduleIds: string[], error: CodeError) => moduleIds.map((moduleId) => ({ moduleId, error }));

const modulesOf = ({ op, args }: WorkerRequest): string[] => {
  switch (op) {
    case 'decide':
    case 'specify':
    case 'react':
      return [args.moduleId];
    case 'route':
    case 'project':
      return args.moduleIds;
    case 'moment':
      return [...args.states.map(({ moduleId }) => moduleId), ...args.readModels];
    case 'feed':
      return [];
  }
};

type MomentArguments = Parameters<Sandbox['moment']>[0];

/** What of a moment can be asked for, and what would hang again. */
const withoutHanging = (
  { position, states, readModels }: MomentArguments,
  hanging: ReadonlyMap<string, CodeError>,
): [MomentArguments, MomentArguments] => [
  {
    position,
    states: states.filter(({ moduleId }) => !hanging.has(moduleId)),
    readModels: readModels.filter((moduleId) => !hanging.has(moduleId)),
  },
  {
    position,
    states: states.filter(({ moduleId }) => hanging.has(moduleId)),
    readModels: readModels.filter((moduleId) => hanging.has(moduleId)),
  },
];

const lostMoment = (
  { position, states, readModels }: MomentArguments,
  errorOf: (moduleId: string) => CodeError | undefined,
): { position: number; states: MomentReply['states']; readModels: MomentReply['readModels'] } => {
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

/** Every error in an answer of the worker, wherever it stands. */
const errorsIn = (reply: unknown): { name: string; message: string }[] => {
  if (typeof reply !== 'object' || reply === null) return [];
  const values = Object.values(reply);
  const own =
    'name' in reply && 'message' in reply && 'stack' in reply ? [reply as { name: string; message: string }] : [];
  return [...own, ...values.flatMap(errorsIn)];
};
