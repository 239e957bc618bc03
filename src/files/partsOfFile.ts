import type { Board } from '#model';
import type { ModelFile, ModelParts } from './ModelFile.ts';
import { historyFieldsOf } from './unknownFields.ts';

/** Takes a file apart into the board and what happened on it. */
export const partsOfFile = (file: ModelFile): ModelParts => {
  const {
    format,
    formatVersion,
    modelId,
    name,
    settings,
    definitions,
    notes,
    connections,
    specifications,
    views,
    history,
    boardHistory,
    ...others
  } = file;
  const ofHistory = historyFieldsOf(history);
  const additional = { ...others, ...(Object.keys(ofHistory).length > 0 && { history: ofHistory }) };
  return {
    board: boardOfFile(file),
    history,
    ...(boardHistory ? { boardHistory } : {}),
    ...(Object.keys(additional).length > 0 ? { additional } : {}),
  };
};

export const boardOfFile = (file: ModelFile): Board => ({
  modelId: file.modelId,
  name: file.name,
  settings: file.settings,
  definitions: byId(file.definitions),
  notes: byId(file.notes),
  connections: byId(file.connections),
  specifications: byId(file.specifications),
  ...(file.views && file.views.length > 0 && { views: file.views }),
});

const byId = <Item extends { id: string }>(items: Item[]): { [id: string]: Item } =>
  Object.fromEntries(items.map((item) => [item.id, item]));
