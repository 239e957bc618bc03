import { type Queue, type Run, rebuildVisibly } from '#runtime';
import type { EngineNotice } from '../EngineNotice.ts';
import { pause } from '../turns.ts';
import type { ReadModelStatuses } from './ReadModelStatuses.ts';

/** Rebuilds that the screen watches, one step after the other, until they are stopped. */
export const createRebuilding = (
  run: Run,
  commands: Queue,
  statuses: ReadModelStatuses,
  notify: (notice: EngineNotice) => void,
) => {
  let stopping = new AbortController();
  return {
    rebuild: async (readModelId: string, stepMs: number): Promise<void> => {
      stopping = new AbortController();
      const { signal } = stopping;
      await statuses.sayRebuilding(readModelId);
      await rebuildVisibly(run, commands, readModelId, {
        signal,
        show: async (step) => {
          notify({ kind: 'rebuild-step', ...step });
          if (stepMs > 0) await pause(stepMs, signal);
        },
      });
      await statuses.sayStatus(readModelId);
    },
    stopRebuild: (): void => stopping.abort(),
  };
};
