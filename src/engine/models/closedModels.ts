import { newUuid } from '#event-store';
import { type Board, type BoardSketch, boardDifferences, decideBoard, sketchOf } from '#model';
import type { Catalogue, CatalogueModel } from '../catalogue/Catalogue.ts';
import type { SinceFile } from '../ModelsAndRuns.ts';
import type { Storage } from '../storage.ts';
import { type BoardHistory, boardOf, extendBoard, readBoard } from './boardSession.ts';

/** What can be read and done of a model that need not be open for it. */
export const closedModels = (
  catalogue: Catalogue,
  storage: Storage,
  modelOf: (modelId: string) => Promise<CatalogueModel>,
) => {
  const editsOf = async (modelId: string): Promise<BoardHistory> => {
    await modelOf(modelId);
    const store = await storage.openBoard(modelId);
    return readBoard(store).finally(store.close);
  };

  const board = async (modelId: string): Promise<Board> => boardOf(modelId, await editsOf(modelId));

  const sketch = async (modelId: string): Promise<BoardSketch> => sketchOf(await board(modelId));

  const rename = async ({ modelId, name, tab }: { modelId: string; name: string; tab: string }): Promise<void> => {
    await modelOf(modelId);
    const gesture = { id: newUuid(), label: 'Rename the model', tab };
    const store = await storage.openBoard(modelId);
    try {
      const history = await readBoard(store);
      const events = decideBoard({ type: 'NameModel', name }, boardOf(modelId, history));
      const edits = events.map((event) => ({ ...event, metadata: { gesture } }));
      await extendBoard(store, edits, history.version);
    } finally {
      store.close();
    }
    const changedAt = new Date().toISOString();
    await catalogue.changeModel(modelId, (model) => ({ ...model, name: name.trim(), changedAt }));
  };

  const changesSinceFile = async (modelId: string): Promise<SinceFile | null> => {
    const { lastFile, currentRunId } = await modelOf(modelId);
    if (!lastFile) return null;
    const { version, runId, events, ...file } = lastFile;
    const history = await editsOf(modelId);
    const then = boardOf(modelId, { events: history.events.slice(0, version), version });
    return {
      ...file,
      differences: boardDifferences(then, boardOf(modelId, history)),
      events: runId === currentRunId ? (await eventsOf(runId)) - events : null,
    };
  };

  const eventsOf = async (runId: string): Promise<number> => {
    const store = await storage.openRun(runId);
    return store.lastPosition().finally(store.close);
  };

  return { board, sketch, rename, changesSinceFile };
};
