import type { FilePreview, ModelFile } from '#files';
import { appStore } from './appStore.ts';
import { saved } from './boardEditing.ts';
import { flushCode } from './codeTyping.ts';
import { engine } from './engineAccess.ts';
import { filesRoom } from './filesRoom.ts';
import { historyRead } from './history.ts';
import { orSay, sayNote } from './messages.ts';
import { addModel, asOwnCopy } from './models.ts';

const { getState, setState } = appStore;

/** The file that a model was last saved to, where the browser lets us write it again. */
const handles = new Map<string, FileSystemFileHandle>();

let previewed: ModelFile | null = null;

/** The text that Save writes. */
export const modelFileText = async ({ withBoardHistory }: { withBoardHistory: boolean }): Promise<string> => {
  flushCode();
  await Promise.all([saved(), historyRead()]);
  const { writeModelFile } = await filesRoom();
  const { board, events, commands, additional } = getState();
  const boardHistory = withBoardHistory ? await engine().readBoard() : undefined;
  return writeModelFile({
    board,
    additional,
    history: { events: events.slice(), commands },
    ...(boardHistory ? { boardHistory } : {}),
  });
};

export const saveToFile = async ({ asNew = false, withBoardHistory = false } = {}): Promise<void> => {
  await orSay(async () => {
    const { modelId, board } = getState();
    const text = await modelFileText({ withBoardHistory });
    const { saveModelFile } = await filesRoom();
    const result = await saveModelFile(text, board.name, asNew ? undefined : handles.get(modelId));
    if (!result) return;
    if (result.handle) handles.set(modelId, result.handle);
    sayNote(`Saved ${board.name} to a file.`);
  });
};

/** The events of the run in use as JSON Lines, for other tools and for import. */
export const saveEvents = async (): Promise<void> => {
  await orSay(async () => {
    await historyRead();
    const { events, board } = getState();
    const { eventLines, saveEventFile } = await filesRoom();
    if (await saveEventFile(eventLines(events), board.name)) sayNote(`Saved the events of ${board.name} to a file.`);
  });
};

/** Opens a file's model under an id of its own; nothing that is here is replaced. */
const addFile = async (file: ModelFile): Promise<string> => {
  const { partsOfFile } = await filesRoom();
  const { board, history, boardHistory, additional } = partsOfFile(file);
  const copy = getState().models.some(({ modelId }) => modelId === board.modelId) ? asOwnCopy(board) : board;
  const summary = await addModel({
    board: copy,
    history,
    ...(boardHistory ? { boardHistory } : {}),
    ...(additional ? { additional } : {}),
  });
  return summary.modelId;
};

/** Answers the new model's id; rejects with the sentence that says what is wrong with the text. */
export const openModelText = async (text: string): Promise<string> => {
  const { readModelFile } = await filesRoom();
  return addFile(readModelFile(text).file);
};

/** Enough of a file to tell what it is; texts in UTF-16 have a zero beside each letter. */
const headOf = async (file: File): Promise<string> => (await file.slice(0, 64_000).text()).replaceAll('\u0000', '');

export const previewFile = async (chosen?: File): Promise<void> => {
  await orSay(async () => {
    const { isEventFile, pickFile, previewOf, readModelFile, textOfModelFile } = await filesRoom();
    const source = chosen ?? (await pickFile());
    if (!source) return;
    if (isEventFile(source.name, await headOf(source))) {
      const { previewEvents } = await import('./importing.ts');
      return previewEvents(source);
    }
    const { file, remarks } = readModelFile(await textOfModelFile(source));
    const preview: FilePreview = previewOf(file, { fileName: source.name, size: source.size, remarks });
    previewed = file;
    setState({ preview });
  });
};

export const closePreview = (): void => {
  previewed = null;
  setState({ preview: null });
};

export const openPreviewed = async (): Promise<void> => {
  const file = previewed;
  closePreview();
  if (file) await orSay(() => addFile(file));
};
