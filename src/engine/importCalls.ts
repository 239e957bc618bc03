import type { EventStore } from '#event-store';
import type { Announcements } from './announcements.ts';
import type { Catalogue } from './catalogue/Catalogue.ts';
import type { EngineApi, ImportedCommit } from './EngineApi.ts';
import { addHiddenRun, dropHiddenRun } from './models/hiddenRun.ts';
import type { Library } from './models/library.ts';
import type { Storage } from './storage.ts';
import type { Workplace } from './workplace.ts';

/** An import that is under way: its store, and how long each stream is by now. */
type Import = { store: EventStore; versions: Map<string, number> };

/**
 * Who expects the version that a stream has is believed that its events are new: no id has to be looked up, which is most
 * of the time that an import takes. What is expected is the version before the commit.
 */
const expecting = (versions: Import['versions'], { writes, ...commit }: ImportedCommit): ImportedCommit => {
  const expected = writes.map((write) => ({ ...write, expectedVersion: versions.get(write.stream) ?? 0 }));
  for (const { stream, events } of writes) versions.set(stream, (versions.get(stream) ?? 0) + events.length);
  return { ...commit, writes: expected };
};

type ImportCalls = Pick<EngineApi, 'startImport' | 'storeImported' | 'finishImport' | 'cancelImport'>;

/** Events that were recorded elsewhere are written into a hidden run, until all of them are there. */
export const createImportCalls = (
  catalogue: Catalogue,
  library: Library,
  workplace: Workplace,
  storage: Storage,
  { modelsChanged, runsChanged }: Announcements,
): ImportCalls & { closeImports: () => void } => {
  const imports = new Map<string, Import>();

  const importOf = (importId: string): Import => {
    const found = imports.get(importId);
    if (!found) throw new Error('This import is not there any more: start it again.');
    return found;
  };

  const close = (importId: string): void => {
    imports.get(importId)?.store.close();
    imports.delete(importId);
  };

  return {
    startImport: async () => {
      const runId = await addHiddenRun(catalogue);
      imports.set(runId, { store: await storage.openRunToFill(runId), versions: new Map() });
      return runId;
    },
    storeImported: async ({ importId, commits }) => {
      const { store, versions } = importOf(importId);
      // Those that wait for one another share a transaction.
      await Promise.all(
        (JSON.parse(commits) as ImportedCommit[]).map((commit) => store.append(expecting(versions, commit))),
      );
    },
    finishImport: async ({ importId, into }) => {
      const events = await importOf(importId).store.lastPosition();
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
      await dropHiddenRun(catalogue, storage, importId);
    },
    closeImports: () => {
      for (const importId of imports.keys()) close(importId);
    },
  };
};
