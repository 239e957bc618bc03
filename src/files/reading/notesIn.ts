import type { ModelFile } from '../ModelFile.ts';
import { ModelFileError } from '../ModelFileError.ts';
import { readModelFile } from '../readModelFile.ts';
import type { CarriedNotes } from './PackedModel.ts';

const mostNotes = 5_000;

export const tooMuchToPaste = new ModelFileError(
  `Up to ${mostNotes.toLocaleString('en')} notes can be pasted at once, and these are more, or hold too much. ` +
    'Nothing was pasted: copy fewer of them.',
);

const modelIn = (text: string): ModelFile | null => {
  try {
    return readModelFile(text).file;
  } catch {
    return null;
  }
};

/** Null where a text holds no notes that can be trusted. Throws `ModelFileError` where there are too many of them. */
export const notesIn = (text: string): CarriedNotes | null => {
  const file = modelIn(text);
  if (!file || file.notes.length === 0) return null;
  if (file.notes.length > mostNotes) throw tooMuchToPaste;
  const { modelId, notes, definitions, connections, specifications } = file;
  return { modelId, notes, definitions, connections, specifications };
};
