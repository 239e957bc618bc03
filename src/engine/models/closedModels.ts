import { newUuid } from '#event-store';
import { type Board, type BoardSketch, decideBoard, sketchOf } from '#model';
import type { Catalogue, CatalogueModel } from '../catalogue/Catalogue.ts';
import type { Storage } from '../storage.ts';
import { boardOf, extendBoard, readBoard } from './boardSession.ts';

/** What can be read and done of a model that need not be open for it. */
export const closedModels = (
  catalogue: Catalogue,
  storage: Storage,
  modelOf: (modelId: string) => Promise<CatalogueModel>,
) => {
  const board = async (modelId: string): Promise<Board> => {
    await modelOf(modelId);
    const store = await storage.openBoard(modelId);
    return boardOf(modelId, await readBoard(store).finally(store.close));
  };

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

  return { board, sketch, rename };
};
