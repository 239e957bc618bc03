import type { FileBeingRead, FilePreview, OpenedModelFile } from '#files';
import { appStore } from './appStore.ts';
import { engine } from './engineAccess.ts';
import { filesRoom } from './filesRoom.ts';
import { orSay } from './messages.ts';
import { openAdded } from './models.ts';
import { untilStopped } from './running.ts';
import type { SaveOptions } from './WorkspaceApi.ts';

const { getState, setState, subscribe } = appStore;

/** How a model leaves is needed rarely, and later than how it comes. */
const saving = () => import('./saving.ts');

export const saveToFile = async (options?: SaveOptions): Promise<void> => (await saving()).saveToFile(options);
export const saveEvents = async (): Promise<void> => (await saving()).saveEvents();
export const modelFileText = async (): Promise<string> => (await saving()).modelFileText();

/**
 * Opens a file's model as a new one; nothing that is here is replaced. What it holds goes from the thread that read it
 * to the one that stores it. Answers its id; null where it was stopped.
 */
const addModelOf = async (model: OpenedModelFile, fileName?: string): Promise<string | null> => {
  const packed = await model.packed().finally(model.close);
  const request = { model: packed, ...(fileName ? { fileName } : {}) };
  const summary = await untilStopped(() => engine().createPackedModel(request));
  if (!summary) return null;
  await openAdded(summary);
  return summary.modelId;
};

/** Answers the new model's id; rejects with the sentence that says what is wrong with the file. */
export const openModelIn = async (source: File): Promise<string> => {
  const { openModelFile } = await filesRoom();
  const model = await openModelFile(source, new AbortController().signal);
  const modelId = model && (await addModelOf(model));
  if (!modelId) throw new Error('Opening the model was stopped.');
  return modelId;
};

/** What a file that came by an address brings along. */
export type Arrival = {
  /** The address that it was fetched from. */
  from?: string;
  /** Once it has been opened; not where the person closes the preview. */
  then: () => unknown;
};

/** What is looked at, or still being read: one file at a time. */
type Looked = { wanted: AbortController; model?: OpenedModelFile; arrival: Arrival | undefined };

let looked: Looked | null = null;

const letGo = (): void => {
  looked?.wanted.abort();
  looked?.model?.close();
  looked = null;
};

// Whatever ends a preview (its dialog, another model, a file of events) gives back the memory of what was read.
subscribe(({ preview }, before) => {
  if (!preview && before.preview) letGo();
});

export const closePreview = (): void => {
  letGo();
  setState({ preview: null });
};

/** Milliseconds after which it is told that a file is being read; most have been read by then. */
const untilTold = 400;

/** Null where it is not wanted any more: it was stopped, or a newer file has come. */
const read = async (source: File, own: Looked): Promise<OpenedModelFile | null> => {
  const { openModelFile } = await filesRoom();
  const preview: FileBeingRead = { fileName: source.name, size: source.size, isBeingRead: true };
  const telling = setTimeout(() => setState({ preview }), untilTold);
  try {
    return await openModelFile(source, own.wanted.signal);
  } catch (error) {
    closePreview();
    throw error;
  } finally {
    clearTimeout(telling);
  }
};

const withExisting = (preview: FilePreview, id: string): FilePreview => {
  // A model that was deleted is none that a file could be held against.
  const existing = getState().models.find(({ modelId, deletedAt }) => modelId === id && !deletedAt);
  return existing ? { ...preview, existing: { modelId: existing.modelId, name: existing.name } } : preview;
};

export const previewFile = async (chosen?: File, arrival?: Arrival): Promise<void> => {
  await orSay(async () => {
    const { holdsEvents, pickFile } = await filesRoom();
    const source = chosen ?? (await pickFile());
    if (!source) return;
    closePreview();
    const own: Looked = { wanted: new AbortController(), arrival };
    looked = own;
    const isOfEvents = await holdsEvents(source);
    if (looked !== own) return;
    if (isOfEvents) {
      looked = null;
      return (await import('./importing.ts')).previewEvents(source, arrival);
    }
    const model = await read(source, own);
    if (!model) return;
    if (looked !== own) return model.close();
    own.model = model;
    const preview = { ...model.preview, ...(arrival?.from && { from: arrival.from }) };
    setState({ preview: withExisting(preview, model.modelId) });
  });
};

/** What was looked at, for who goes on with it, and closes it; the preview is over. */
export const takePreviewed = () => {
  const { preview } = getState();
  const { model, arrival } = looked ?? {};
  const taken = model && preview && !('isBeingRead' in preview) ? { model, preview, arrival } : null;
  if (taken) looked = null;
  closePreview();
  return taken;
};

export const openPreviewed = async (): Promise<void> => {
  const taken = takePreviewed();
  await orSay(async () => {
    const modelId = taken && (await addModelOf(taken.model, taken.preview.fileName));
    if (modelId) await taken.arrival?.then();
  });
};
