import type { AddressReply, CodeError, ProjectReply, ReactReply, RouteReply, Sandbox, WorkerHost } from '../Sandbox.ts';
import { askingValuesThrough } from './askingValues.ts';
import { decidingThrough } from './deciding.ts';
import { createLoader } from './loadModules.ts';
import { createLogSource } from './logSource.ts';
import { ModelWorker } from './ModelWorker.ts';
import { replayingThrough } from './replaying.ts';
import { createRequests, noNotes } from './requests.ts';
import { allUpcast, noneUpcast } from './upcasting.ts';
import { usualSilence } from './workerLoss.ts';

/**
 * Runs a model's code through a host of workers. Requests run one after the other; when one hangs or the worker dies,
 * it is answered with an error, and the same modules run again in a new worker before the next request.
 */
export const createSandbox = (host: WorkerHost, silenceMs: number = usualSilence): Sandbox => {
  const worker = new ModelWorker(host, silenceMs);
  const stopListening = host.onLost((workerId, message) => worker.wasLost(workerId, message));
  const load = createLoader(worker);
  const log = createLogSource();
  const requests = createRequests(worker, log);
  const { ask, askUnlessHanging, inTurn, hanging, onRestarted } = requests;
  let other: Sandbox | undefined;

  return {
    load: (modules, { storeAsJson = true } = {}) =>
      inTurn(() => {
        hanging.clear();
        return load(modules, storeAsJson);
      }),

    ...decidingThrough(worker, requests),

    route: async (args) => {
      const settled = await ask({ op: 'route', args });
      return settled.kind === 'lost'
        ? { routes: [], errors: everyModule(args.moduleIds, settled.error), ...noNotes }
        : (settled.reply as unknown as RouteReply);
    },

    project: async (args) => {
      const settled = await ask({ op: 'project', args });
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

    address: async (args) => {
      const settled = await askUnlessHanging(args.moduleId, { op: 'address', args });
      return settled.kind === 'lost'
        ? { kind: 'threw', error: settled.error, ...noNotes }
        : (settled.reply as unknown as AddressReply);
    },

    upcast: async (args) => {
      const settled = await askUnlessHanging(args.moduleId, { op: 'upcast', args });
      return settled.kind === 'lost' ? noneUpcast(args, settled.error) : allUpcast(args, settled.reply);
    },
    beside: () => (other ??= createSandbox(host, silenceMs)),

    ...replayingThrough(worker, requests),
    ...askingValuesThrough(worker, requests),

    trace: async (request) => {
      const { traceCall } = await import('./tracing/traceCall.ts');
      return traceCall(host, silenceMs, worker.codeOf(request.moduleId), request);
    },
    making: async (request) => {
      const { linesOfMaking } = await import('./tracing/linesOfMaking.ts');
      return linesOfMaking(host, silenceMs, worker.codeOf(request.subject.moduleId), request);
    },
    readLogBy: log.readBy,

    onRestarted,

    close: () => {
      other?.close();
      stopListening();
      void inTurn(() => worker.drop({ isHard: false }));
    },
  };
};

const everyModule = (moduleIds: string[], error: CodeError) => moduleIds.map((moduleId) => ({ moduleId, error }));
