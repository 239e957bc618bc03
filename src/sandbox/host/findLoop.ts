import { harness } from 'virtual:sandbox-parts';
import { type CompiledModule, linkModel } from '../link/linkModel.ts';
import type { WorkerRequest } from '../protocol.ts';
import type { CodePlace, WorkerHost } from '../Sandbox.ts';
import { RunningWorker } from './RunningWorker.ts';

/** A request that leads to the same again in a fresh worker, with the pages of the log that it is about. */
export type Repeated = { request: WorkerRequest; pages: readonly string[] };

/** Runs what never ended once more with counted loops, in a worker of its own, and names the line where it turns. */
export const findLoop = async (
  host: WorkerHost,
  silenceMs: number,
  { modules, storeAsJson }: { modules: CompiledModule[]; storeAsJson: boolean },
  /** None where it was the loading. */
  repeated?: Repeated,
): Promise<CodePlace | undefined> => {
  const { placeOfEndlessLoop, watchModule, watchScript } = await import('./endlessLoops.ts');
  let watched: RunningWorker | null = null;
  try {
    const { script } = linkModel(watchScript + harness, modules.map(watchModule), storeAsJson);
    watched = new RunningWorker(await host.spawn(script), silenceMs, modules.length);
    await watched.untilReady();
    const errors = errorsIn(watched.loaded);
    if (repeated) errors.push(...errorsIn(await watched.request(repeated.request, repeated.pages)));
    return errors.map(placeOfEndlessLoop).find((place) => place !== undefined);
  } catch {
    // Code that hangs without a loop, or not again: the error stands without a line.
    return undefined;
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
