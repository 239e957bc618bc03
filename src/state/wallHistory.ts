import { type Board, categoryOf, type StoredBoardEvent } from '#model';
import { appStore } from './appStore.ts';
import { edit, saved, undo } from './boardEditing.ts';
import { flushCode } from './codeTyping.ts';
import { engine } from './engineAccess.ts';
import { historyOf } from './historyIndex.ts';
import { orSay, sayNote } from './messages.ts';
import { addModel, asOwnCopy, freeName } from './models.ts';

const { getState } = appStore;

/** What has been done so far is stored first, so that the last edit is among them. */
export const readWallHistory = async (): Promise<StoredBoardEvent[]> => {
  flushCode();
  const events = await orSay(async () => {
    await saved();
    return engine().readBoard();
  });
  return events ?? [];
};

/** Deciders of which events are stored: these carry the category and the id field that they have now. */
export const decidersWithStreams = (): string[] => {
  const { board, events } = getState();
  const categories = new Set(historyOf(events).streams.names.map(categoryOf));
  return Object.values(board.definitions)
    .filter((definition) => definition.kind === 'decider' && categories.has(definition.category))
    .map(({ id }) => id);
};

export const restoreWall = (label: string, board: Board): void => {
  edit(label, [{ type: 'RestoreBoard', board, withStreams: decidersWithStreams() }]);
  sayNote('The wall is what it was then. Undo brings back what came after.', [{ label: 'Undo', run: undo }]);
};

export const newModelFrom = async (board: Board, name: string): Promise<void> => {
  const taken = getState().models.map((model) => model.name);
  await orSay(() => addModel({ board: { ...asOwnCopy(board), name: freeName(name, taken) } }));
};
