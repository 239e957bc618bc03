import { newUuid } from '#event-store';
import type { Catalogue } from '../catalogue/Catalogue.ts';
import type { Storage } from '../storage.ts';

/**
 * A run that belongs to no model and is marked as deleted: nobody sees it, and where the tab goes away in between, it is
 * swept up like any other. Answers its id.
 */
export const addHiddenRun = async (catalogue: Catalogue): Promise<string> => {
  const [runId, now] = [newUuid(), new Date().toISOString()];
  await catalogue.addRun({ runId, modelId: '', name: '', createdAt: now, events: 0, deletedAt: now });
  return runId;
};

export const dropHiddenRun = async (catalogue: Catalogue, storage: Storage, runId: string): Promise<void> => {
  await storage.deleteRun(runId);
  await catalogue.forgetRun(runId);
};
