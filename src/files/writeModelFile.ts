import type { Json } from '#event-store';
import { inKeyOrder } from './keyOrder.ts';
import { formatVersion, type ModelFile, type ModelParts } from './ModelFile.ts';

/** The text of a file: pretty-printed, in a stable order, so that a change of the model is a small change of the file. */
export const writeModelFile = (parts: ModelParts): string => {
  const file = JSON.parse(JSON.stringify({ ...parts.additional, ...fileOf(parts) })) as Json;
  return `${JSON.stringify(inKeyOrder(file), null, 2)}\n`;
};

const fileOf = ({ board, history, boardHistory }: ModelParts): ModelFile => ({
  format: 'replayground',
  formatVersion,
  modelId: board.modelId,
  name: board.name,
  settings: board.settings,
  definitions: Object.values(board.definitions),
  notes: Object.values(board.notes),
  connections: Object.values(board.connections),
  specifications: Object.values(board.specifications),
  ...(board.views && { views: board.views }),
  history: {
    events: history.events,
    commands: history.commands,
    ...(history.streams && history.streams.length > 0 && { streams: history.streams }),
  },
  ...(boardHistory ? { boardHistory } : {}),
});
