import { type EventStore, newUuid } from '#event-store';
import type { Announcements } from './announcements.ts';
import type { Catalogue } from './catalogue/Catalogue.ts';
import type { EngineApi, ImportedCommit } from './EngineApi.ts';
import type { Library } from './models/library.ts';
import type { Storage } from './storage.ts';
import type { Workplace } from './workplace.ts';

type ImportCalls = Pick<EngineApi, 'startImport' | 'storeImported' | 'finishImport' | 'cancelImport'>;

/**
 * Events that were recorded elsewhere are written into a run that belongs to no model and is marked as deleted: where the
 * tab goes away in between, it is swept up like any other.
 */
export const createImportCalls = (
  catalogue: Catalogue,
  library: Library,
  workplace: Workplace,
  storage: Storage,
  { modelsChanged, runsChanged }: Announcements,
): ImportCalls & { closeImports: () => void } => {
  const stores = new Map<string, EventStore>();

  const storeOf = (importId: string): EventStore => {
    const store = stores.get(importId);
    if (!store) throw new Error('This import is not there any more: start it again.');
    return store;
  };

  const close = (importId: string): void => {
    stores.get(importId)?.close();
    stores.delete(importId);
  };

  return {
    startImport: async () => {
      const [runId, now] = [newUuid(), new Date().toISOString()];
      await catalogue.addRun({ runId, modelId: '', name: '', createdAt: now, events: 0, deletedAt: now });
      stores.set(runId, await storage.openRun(runId));
      return runId;
    },
    storeImported: async ({ importId, commits }) => {
      const store = storeOf(importId);
      // Those that wait for one another share a transaction.
      await Promise.all((JSON.parse(commits) as ImportedCommit[]).map((commit) => store.append(commit)));
    },
    finishImport: async ({ importId, into }) => {
      const events = await storeOf(importId).lastPosition();
      close(importId);
      if (into.kind === 'new-model') {
        const { modelId } = await library.create({ board: into.board }, { runId: importId, events });
        modelsChanged();
        return { modelId, runId: importId };
      }
      const { modelId } = workplace.current();
      await catalogue.changeRun(importId, ({ runId, createdAt }) => ({
        runId,
        modelId,
        name: into.runName,
        createdAt,
        events,
      }));
      await runsChanged(modelId);
      return { modelId, runId: importId };
    },
    cancelImport: async (importId) => {
      close(importId);
      await storage.deleteRun(importId);
      await catalogue.forgetRun(importId);
    },
    closeImports: () => {
      for (const importId of stores.keys()) close(importId);
    },
  };
};
