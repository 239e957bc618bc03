import { newUuid } from '#event-store';
import type { Catalogue, CatalogueRun } from '../catalogue/Catalogue.ts';
import { type PagedHistory, writeHistory } from '../run/copyHistory.ts';
import type { Task } from '../run/longWork.ts';
import type { Storage } from '../storage.ts';
import { addHiddenRun, dropHiddenRun } from './hiddenRun.ts';

export const newRunOf = (modelId: string, name: string, events: number): CatalogueRun => ({
  runId: newUuid(),
  modelId,
  name,
  createdAt: new Date().toISOString(),
  events,
});

/** Adds a run that begins with a history. It is in the list once it is whole; what a tab left half made is swept up. */
export const addingBranches =
  (catalogue: Catalogue, storage: Storage) =>
  async (
    modelId: string,
    history: PagedHistory,
    origin: Partial<Pick<CatalogueRun, 'parent' | 'clock' | 'name'>>,
    task: Task,
  ): Promise<CatalogueRun> => {
    const names = (await catalogue.runs(modelId)).map(({ name }) => name);
    const runId = await addHiddenRun(catalogue);
    const run = { ...newRunOf(modelId, branchName(names), history.total), ...origin, runId };
    const store = await storage.openRunToFill(runId);
    try {
      await writeHistory(store, history, task).finally(store.close);
      await catalogue.changeRun(runId, () => run);
    } catch (error) {
      await dropHiddenRun(catalogue, storage, runId);
      throw error;
    }
    return run;
  };

const branchName = (taken: string[]): string => {
  let number = 1;
  while (taken.includes(`What if ${number}`)) number += 1;
  return `What if ${number}`;
};
