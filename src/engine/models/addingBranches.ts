import { newUuid } from '#event-store';
import type { Catalogue, CatalogueRun } from '../catalogue/Catalogue.ts';
import { type PagedHistory, writeHistory } from '../run/copyHistory.ts';
import type { Task } from '../run/longWork.ts';
import type { Storage } from '../storage.ts';

export const newRunOf = (modelId: string, name: string, events: number): CatalogueRun => ({
  runId: newUuid(),
  modelId,
  name,
  createdAt: new Date().toISOString(),
  events,
});

/** Adds a run that begins with a history. It is in the list once it is whole. */
export const addingBranches =
  (catalogue: Catalogue, storage: Storage) =>
  async (
    modelId: string,
    history: PagedHistory,
    origin: Pick<CatalogueRun, 'parent' | 'clock'>,
    task: Task,
  ): Promise<CatalogueRun> => {
    const names = (await catalogue.runs(modelId)).map(({ name }) => name);
    const run = { ...newRunOf(modelId, branchName(names), history.total), ...origin };
    const store = await storage.openRunToFill(run.runId);
    try {
      await writeHistory(store, history, task).finally(store.close);
      await catalogue.addRun(run);
    } catch (error) {
      await storage.deleteRun(run.runId);
      throw error;
    }
    return run;
  };

const branchName = (taken: string[]): string => {
  let number = 1;
  while (taken.includes(`What if ${number}`)) number += 1;
  return `What if ${number}`;
};
