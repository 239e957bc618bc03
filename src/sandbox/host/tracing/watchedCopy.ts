import { harness } from 'virtual:sandbox-parts';
import { type CompiledModule, type LineRange, linkModel } from '../../link/linkModel.ts';
import { harnessName, type WorkerRequest } from '../../protocol.ts';
import type { CodeError, Noted, WorkerHost } from '../../Sandbox.ts';
import { checkReply, codeErrorOf } from '../checkReply.ts';
import { RunningWorker, WorkerSilent } from '../RunningWorker.ts';
import { errorOfLoss } from '../workerLoss.ts';
import { instrument, type Site } from './instrument.ts';

/** The code that is to be watched; none where it does not run. */
export type WatchedCode = { module: CompiledModule; storeAsJson: boolean } | undefined;

/** A usable answer with what is needed to read it, or why there is none. */
type FromCopy =
  | { kind: 'answered'; value: Noted<{ [name: string]: unknown }>; sites: Site[]; ranges: LineRange[] }
  | { kind: 'lost'; error?: CodeError };

const notRunning: CodeError = {
  name: 'SandboxError',
  message: 'Its code does not run: mend it first.',
  phase: 'load',
  isFailure: true,
};

/** No code can know it, and what is made at run time is no code here: so nobody but the copy speaks to the recorder. */
const secretName = (): string =>
  `_${[...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(16).padStart(8, '0')).join('')}`;

/** Asks an instrumented copy of a module, in a worker of its own that is thrown away afterwards. */
export const askWatchedCopy = async (
  host: WorkerHost,
  silenceMs: number,
  code: WatchedCode,
  request: WorkerRequest,
): Promise<FromCopy> => {
  if (!code) return { kind: 'lost', error: notRunning };
  const recorder = secretName();
  const { watched, sites } = instrument(code.module, recorder);
  const { script, ranges } = linkModel(
    `${harness}\nconst ${recorder}=${harnessName}.takeRecorder();`,
    [watched],
    code.storeAsJson,
  );
  const worker = new RunningWorker(await host.spawn(script), silenceMs, 1);
  let isHanging = false;
  try {
    await worker.untilReady();
    const [loaded] = worker.loaded;
    if (loaded?.kind !== 'ready') return { kind: 'lost', error: codeErrorOf(loaded?.error, ranges) };
    const reply = checkReply(request.op, await worker.request(request), ranges);
    if (reply.kind === 'usable') return { kind: 'answered', value: reply.value, sites, ranges };
    return reply.kind === 'unusable' ? { kind: 'lost', error: reply.error } : { kind: 'lost' };
  } catch (error) {
    isHanging = error instanceof WorkerSilent;
    return { kind: 'lost', error: errorOfLoss(error, request.op === 'trace' ? request.args.kind : request.op) };
  } finally {
    await host.kill(worker.workerId, isHanging);
  }
};
