import type { Catalogue } from '../catalogue/Catalogue.ts';
import type { Storage } from '../storage.ts';

/** How long a deleted model or run can be brought back, in milliseconds. */
const graceMs = 60 * 60 * 1000;

/** Deleting begins with a mark that can be taken back, and ends for good some time later. */
export const deletingIn = (catalogue: Catalogue, storage: Storage) => {
  const destroyRun = async (runId: string): Promise<void> => {
    await storage.deleteRun(runId);
    await catalogue.forgetRun(runId);
  };

  const destroyModel = async (modelId: string): Promise<void> => {
    for (const { runId } of await catalogue.runs(modelId)) await destroyRun(runId);
    await storage.deleteBoard(modelId);
    await catalogue.forgetModel(modelId);
  };

  return {
    mark: (modelId: string, deletedAt: string | undefined) =>
      catalogue.changeModel(modelId, (model) => marked(model, deletedAt)),
    markRun: (runId: string, deletedAt: string | undefined) =>
      catalogue.changeRun(runId, (run) => marked(run, deletedAt)),
    /** Deletes for good what was marked long enough ago. Begun deletions are taken up again, as the mark goes last. */
    sweep: async (now: number): Promise<boolean> => {
      const isDue = ({ deletedAt }: { deletedAt?: string }): boolean =>
        deletedAt !== undefined && Date.parse(deletedAt) + graceMs < now;
      const models = (await catalogue.models()).filter(isDue);
      for (const { modelId } of models) await destroyModel(modelId);
      for (const { runId } of (await catalogue.allRuns()).filter(isDue)) await destroyRun(runId);
      return models.length > 0;
    },
  };
};

const marked = <T extends { deletedAt?: string }>(record: T, deletedAt: string | undefined): T => {
  const { deletedAt: _, ...rest } = record;
  return (deletedAt === undefined ? rest : { ...rest, deletedAt }) as T;
};
