import type { CarriedNotes, ModelFile } from '#files';
import { filesRoom } from './filesRoom.ts';

/** Notes with what they are, the arrows among them and what is specified of them, on their way to a wall. */
export type CopiedNotes = Omit<CarriedNotes, 'modelId'>;

/** Larger than any wall: what claims to be notes and is longer is none of ours. */
const longestText = 8_000_000;
const mostNotes = 5_000;
/** So much is read sooner than a worker has started; what is longer would hold up the screen. */
const shortText = 100_000;

/** As they travel between tabs and models: a small file of a model, read with the same care as any other. */
export const textOfCopied = (copied: CopiedNotes, modelId: string): string => {
  const head: Pick<ModelFile, 'format' | 'formatVersion' | 'modelId' | 'name'> = {
    format: 'replayground',
    formatVersion: 1,
    modelId,
    name: '',
  };
  return JSON.stringify({ ...head, ...copied });
};

const readNotes = async (text: string): Promise<CarriedNotes | undefined> => {
  const { readModelFile, openModelFile } = await filesRoom();
  if (text.length <= shortText) return readModelFile(text).file;
  const opened = await openModelFile(new File([text], 'notes.json'), new AbortController().signal);
  return opened?.notes().finally(opened.close);
};

/** Notes out of a text that somebody else may have made; null where it holds none that can be trusted. */
export const copiedFromText = async (text: string): Promise<CarriedNotes | null> => {
  if (text.length > longestText) return null;
  try {
    const carried = await readNotes(text);
    return carried && carried.notes.length > 0 && carried.notes.length <= mostNotes ? carried : null;
  } catch {
    return null;
  }
};
