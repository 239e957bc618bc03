import type { EventStore } from '#event-store';
import type { Program } from '#model';
import type { ComparedSide } from './ModelsAndRuns.ts';
import { type Aside, type Look, openAside, openLook } from './run/look.ts';
import { runIsGone } from './sentences.ts';
import type { OpenModel, WorkplaceOptions } from './workplace.ts';

/** Runs of the open model to be looked at, the one in use and others, without putting them in use. */
export const lookingAt = (
  { library, storage, createSandbox }: Pick<WorkplaceOptions, 'library' | 'storage' | 'createSandbox'>,
  current: () => OpenModel,
) => {
  const openStore = async (runId: string): Promise<EventStore> => {
    const runs = await library.runsOf(current().modelId);
    if (!runs.some((one) => one.runId === runId && !one.deletedAt)) throw new Error(runIsGone);
    return storage.openRun(runId);
  };

  return {
    /** A run under some code: the one in use as it is where it is that, else a look of its own. */
    look: async ({ runId, program }: Pick<ComparedSide, 'runId' | 'program'>): Promise<Look> => {
      const { run } = current();
      if (run.runId === runId && !program) return run.look;
      return openLook(await openStore(runId), createSandbox(), program ?? run.program());
    },
    /** The run in use, for work that shall not stand in its way; under the program in force where no other is given. */
    aside: async (program?: Program): Promise<Aside> => {
      const { run } = current();
      return openAside(await openStore(run.runId), createSandbox(), program ?? run.program());
    },
    /** What is stored in a run. */
    read: async <T>(runId: string, read: (store: EventStore) => Promise<T>): Promise<T> => {
      const store = await openStore(runId);
      return read(store).finally(store.close);
    },
  };
};
