import type { Program } from '#model';
import {
  type Consumers,
  leaveAsynchronous,
  mostWatched,
  type Queue,
  type ReadyReadModel,
  type Run,
  readyVersions,
} from '#runtime';
import type { ModelModule, ModuleStatus } from '#sandbox';
import type { EngineNotice } from '../EngineNotice.ts';
import type { createProgramInForce } from '../program/ProgramInForce.ts';
import { sentenceOf } from '../sentences.ts';
import { createCodeKeeper, followCode } from './followCode.ts';

type Parts = {
  run: Run;
  inForce: ReturnType<typeof createProgramInForce>;
  consumers: Pick<Consumers, 'between' | 'enrol'>;
  commands: Queue;
  looks: Queue;
  /** How all that follows the log stands now. */
  sayAll: () => Promise<unknown>;
  notify: (notice: EngineNotice) => void;
  keepWorking: (modules: ModelModule[]) => Promise<void>;
};

/**
 * Puts other code in force, while nothing of ours runs in the sandbox: no policy, no command, no look into the past. Over
 * a long history the stored documents follow while one looks on already; commands wait for them.
 */
export const changingProgram = ({ run, inForce, consumers, commands, looks, sayAll, notify, keepWorking }: Parts) => {
  const keepCode = createCodeKeeper(run, inForce.reading);
  let following = new AbortController();

  const change = async (next: Program): Promise<{ before: ReadyReadModel[]; modules: ModuleStatus[] }> => {
    const [before, programBefore] = [readyVersions(run), inForce.running()];
    const loaded = await inForce.change(next);
    await consumers.enrol(programBefore);
    await leaveAsynchronous(run, programBefore.readModels);
    await keepCode(next, new Date().toISOString());
    if (loaded.newlyWorking.length > 0) await keepWorking(loaded.newlyWorking);
    return { before, modules: loaded.statuses };
  };

  const follow = async (before: ReadyReadModel[], signal: AbortSignal): Promise<void> => {
    await followCode(run, before, signal).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
    await sayAll();
  };

  const useProgram = (next: Program): Promise<ModuleStatus[]> => {
    following.abort();
    following = new AbortController();
    const { signal } = following;
    return new Promise((resolve, reject) => {
      let isAnswered = false;
      const inTurn = async (): Promise<void> => {
        const { before, modules } = await looks(() => change(next));
        isAnswered = (await run.store.lastPosition()) > mostWatched;
        if (isAnswered) resolve(modules);
        await follow(before, signal);
        resolve(modules);
      };
      consumers
        .between(() => commands(inTurn))
        .catch((error: unknown) => {
          if (isAnswered) notify({ kind: 'storage-failed', message: sentenceOf(error) });
          else reject(error);
        });
    });
  };

  return { useProgram, stopFollowing: (): void => following.abort() };
};
