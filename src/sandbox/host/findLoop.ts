import { harness } from 'virtual:sandbox-parts';
import { type CompiledModule, linkModel } from '../link/linkModel.ts';
import type { WorkerRequest } from '../protocol.ts';
import type { CodePlace, WorkerHost } from '../Sandbox.ts';
import { RunningWorker } from './RunningWorker.ts';

/** A request that leads to the same again in a fresh worker, with the pages of the log that it is about. */
export type Repeated = { request: WorkerRequest; pages: readonly string[] };

/** `ends`: the computer was busy with something else, and none of the code is to blame. */
export type Repetition = { kind: 'turns'; place: CodePlace } | { kind: 'ends' } | { kind: 'unknown' };

/**
 * Runs what fell silent once more with counted loops, in a worker of its own: names the line where it turns, or says
 * that it ends.
 */
export const findLoop = async (
  host: WorkerHost,
  silenceMs: number,
  { modules, storeAsJson }: { modules: CompiledModule[]; storeAsJson: boolean },
  /** None where it was the loading. */
  repeated?: Repeated,
): Promise<Repetition> => {
  const { placeOfEndlessLoop, watchModule, watchScript } = await import('./endlessLoops.ts');
  let watched: RunningWorker | null = null;
  try {
    const { script } = linkModel(watchScript + harness, modules.map(watchModule), storeAsJson);
    watched = new RunningWorker(await host.spawn(script), silenceMs, modules.length);
    await watched.untilReady();
    const reply = repeated && (await watched.request(repeated.request, repeated.pages));
    const place = errorsIn([watched.loaded, reply])
      .map(placeOfEndlessLoop)
      .find((found) => found !== undefined);
    return place ? { kind: 'turns', place } : { kind: 'ends' };
  } catch {
    // Code that hangs without a loop: the error stands without a line.
    return { kind: 'unknown' };
  } finally {
    if (watched) await host.kill(watched.workerId, true);
  }
};

/** Every error in an answer of the worker, wherever it stands. */
const errorsIn = (reply: unknown): { name: string; message: string }[] => {
  if (typeof reply !== 'object' || reply === null) return [];
  const values = Object.values(reply);
  const own =
    'name' in reply && 'message' in reply && 'stack' in reply ? [reply as { name: string; message: string }] : [];
  return [...own, ...values.flatMap(errorsIn)];
};
