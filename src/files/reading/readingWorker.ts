/// <reference lib="webworker" />
import { answeringScreen } from '../answeringScreen.ts';
import type { Answer } from '../askingWorker.ts';
import type { FilePreview } from '../FilePreview.ts';
import type { ModelFile } from '../ModelFile.ts';
import { ModelFileError } from '../ModelFileError.ts';
import { partsOfFile } from '../partsOfFile.ts';
import { previewOf } from '../previewOf.ts';
import { notesIn } from './notesIn.ts';
import type { ComparableModel } from './PackedModel.ts';
import { packedHistory, packedModel } from './packing.ts';
import { readAnyFile } from './readAnyFile.ts';

/** What the screen's side asks: to read a file, then for what was read, which stays here; or for the notes in a text. */
export type ReadingQuestion =
  | { kind: 'read'; source: File }
  | { kind: 'pack' }
  | { kind: 'compare' }
  | { kind: 'notes'; text: string };

/** What the screen hears of a file that was read. */
export type ReadFacts = { modelId: string; preview: FilePreview };

let held: ModelFile | undefined;

const read = async (source: File): Promise<ReadFacts> => {
  const { file, remarks } = await readAnyFile(source);
  held = file;
  const { name: fileName, size } = source;
  return { modelId: file.modelId, preview: previewOf(file, { fileName, size, remarks }) };
};

const whatWasRead = (): ModelFile => {
  if (!held) throw new ModelFileError('Nothing was read of this file yet.');
  return held;
};

const compared = (file: ModelFile): ComparableModel => {
  const { board, history, additional } = partsOfFile(file);
  return { board, history: packedHistory(history), ...(additional && { additional }) };
};

answeringScreen(async (question: ReadingQuestion): Promise<Answer> => {
  switch (question.kind) {
    case 'read':
      return { result: await read(question.source) };
    case 'pack':
      return { result: packedModel(whatWasRead()) };
    case 'compare':
      return { result: compared(whatWasRead()) };
    case 'notes':
      return { result: notesIn(question.text) };
  }
});
