import type { EngineNotice } from './EngineNotice.ts';
import type { Library } from './models/library.ts';
import { isOfStorage, sentenceOf } from './sentences.ts';
import type { Tabs } from './tabs.ts';

export type Announcements = ReturnType<typeof createAnnouncements>;

/** What the screen of this tab and the other tabs are told about models and runs. */
export const createAnnouncements = (notify: (notice: EngineNotice) => void, tabs: Tabs, library: Library) => {
  const sayRuns = async (modelId: string): Promise<void> =>
    notify({ kind: 'runs-changed', runs: await library.runsOf(modelId) });

  return {
    sayRuns,
    modelsChanged: (): void => {
      notify({ kind: 'models-changed' });
      tabs.tell({ kind: 'models-changed' });
    },
    runsChanged: async (modelId: string): Promise<void> => {
      await sayRuns(modelId);
      tabs.tell({ kind: 'runs-changed', modelId });
    },
    redeciding: (done: number, total: number): void => notify({ kind: 'redeciding', done, total }),
    /** For work that nobody waits for: only what the browser's storage is to blame for is worth a word. */
    trouble: (error: unknown): void => {
      if (isOfStorage(error)) notify({ kind: 'storage-failed', message: sentenceOf(error) });
    },
  };
};
