import type { FilePreview, ModelFile } from '#files';
import { appStore } from './appStore.ts';
import { filesRoom } from './filesRoom.ts';
import { orSay } from './messages.ts';
import { addModel, asOwnCopy } from './models.ts';
import type { SaveOptions } from './WorkspaceApi.ts';

const { getState, setState } = appStore;

let previewed: ModelFile | null = null;

/** How a model leaves is needed rarely, and later than how it comes. */
const saving = () => import('./saving.ts');

export const saveToFile = async (options?: SaveOptions): Promise<void> => (await saving()).saveToFile(options);
export const saveEvents = async (): Promise<void> => (await saving()).saveEvents();
export const modelFileText = async (): Promise<string> => (await saving()).modelFileText();

/** Opens a file's model under an id of its own; nothing that is here is replaced. */
const addFile = async (file: ModelFile, fileName?: string): Promise<string> => {
  const { partsOfFile } = await filesRoom();
  const { board, history, boardHistory, additional } = partsOfFile(file);
  const copy = getState().models.some(({ modelId }) => modelId === board.modelId) ? asOwnCopy(board) : board;
  const summary = await addModel({
    board: copy,
    history,
    ...(boardHistory ? { boardHistory } : {}),
    ...(additional ? { additional } : {}),
    ...(fileName ? { fileName } : {}),
  });
  return summary.modelId;
};

/** Answers the new model's id; rejects with the sentence that says what is wrong with the text. */
export const openModelText = async (text: string): Promise<string> => {
  const { readModelFile } = await filesRoom();
  return addFile(readModelFile(text).file);
};

/** What a file that came by an address brings along. */
export type Arrival = {
  /** The address that it was fetched from. */
  from?: string;
  /** Once it has been opened; not where the person closes the preview. */
  then: () => unknown;
};

let arrived: Arrival | undefined;

/** A model that was deleted is none that a file could be held against. */
const withExisting = (preview: FilePreview, file: ModelFile): FilePreview => {
  const existing = getState().models.find(({ modelId, deletedAt }) => modelId === file.modelId && !deletedAt);
  return existing ? { ...preview, existing: { modelId: existing.modelId, name: existing.name } } : preview;
};

export const previewFile = async (chosen?: File, arrival?: Arrival): Promise<void> => {
  await orSay(async () => {
    const {
      carrierOf,
      headOf,
      isEventFile,
      loadNotations,
      notationOf,
      pickFile,
      previewOf,
      readModelFile,
      textOfModelFile,
    } = await filesRoom();
    const source = chosen ?? (await pickFile());
    if (!source) return;
    const head = await headOf(source);
    const carrier = carrierOf(source.name, head);
    const notation = carrier ? undefined : notationOf(source.name, head);
    if (!notation && !carrier && isEventFile(source.name, head)) {
      const { previewEvents } = await import('./importing.ts');
      return previewEvents(source);
    }
    const text = await (carrier ? carrier.modelText(source) : textOfModelFile(source));
    const { file, remarks } = notation
      ? (await loadNotations()).readNotation(notation, text, source.name)
      : readModelFile(text);
    const { name: fileName, size } = source;
    const preview: FilePreview = previewOf(file, { fileName, from: arrival?.from, size, remarks });
    previewed = file;
    arrived = arrival;
    setState({ preview: withExisting(preview, file) });
  });
};

export const closePreview = (): void => {
  previewed = null;
  arrived = undefined;
  setState({ preview: null });
};

/** What was looked at, for who goes on with it; the preview is over. */
export const takePreviewed = () => {
  const { preview } = getState();
  const taken = previewed && preview ? { file: previewed, preview, arrival: arrived } : null;
  closePreview();
  return taken;
};

export const openPreviewed = async (): Promise<void> => {
  const taken = takePreviewed();
  await orSay(async () => {
    if (!taken) return;
    await addFile(taken.file, taken.preview.fileName);
    await taken.arrival?.then();
  });
};
