import { harness } from 'virtual:sandbox-parts';
import { type CompiledModule, linkModel } from '../../link/linkModel.ts';
import { harnessName } from '../../protocol.ts';
import type { CodeError, TraceReply, TraceRequest, WorkerHost } from '../../Sandbox.ts';
import { checkReply, codeErrorOf } from '../checkReply.ts';
import { RunningWorker, WorkerSilent } from '../RunningWorker.ts';
import { errorOfLoss } from '../workerLoss.ts';
import { tracedCalls } from './checkTrace.ts';
import { instrument } from './instrument.ts';

const notRunning: CodeError = {
  name: 'SandboxError',
  message: 'Its code does not run: mend it first.',
  phase: 'load',
  isFailure: true,
};

/** No code can know it, and what is made at run time is no code here: so nobody but the copy speaks to the recorder. */
const secretName = (): string =>
  `_${[...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(16).padStart(8, '0')).join('')}`;

/** Watches one call in an instrumented copy of its module, in a worker of its own that is thrown away afterwards. */
export const traceCall = async (
  host: WorkerHost,
  silenceMs: number,
  code: { module: CompiledModule; storeAsJson: boolean } | undefined,
  request: TraceRequest,
): Promise<TraceReply> => {
  if (!code) return { calls: [], error: notRunning };
  const recorder = secretName();
  const { watched, sites } = instrument(code.module, recorder);
  const { script, ranges } = linkModel(
    `${harness}\nconst ${recorder}=${harnessName}.takeRecorder();`,
    [watched],
    code.storeAsJson,
  );
  const { workerId, port } = await host.spawn(script);
  const worker = new RunningWorker(workerId, port, silenceMs);
  let isHanging = false;
  try {
    await worker.untilReady();
    const [loaded] = worker.loaded;
    if (loaded?.kind !== 'ready') return { calls: [], error: codeErrorOf(loaded?.error, ranges) };
    const reply = checkReply('trace', await worker.request({ op: 'trace', args: request }), ranges);
    if (reply.kind === 'usable') return { calls: tracedCalls(reply.value.calls, sites, ranges) };
    return reply.kind === 'unusable' ? { calls: [], error: reply.error } : { calls: [] };
  } catch (error) {
    isHanging = error instanceof WorkerSilent;
    return { calls: [], error: errorOfLoss(error, request.kind) };
  } finally {
    await host.kill(workerId, isHanging);
  }
};
