import type { CarriedNotes, ModelFile } from '#files';

/** Notes with what they are, the arrows among them and what is specified of them, on their way to a wall. */
export type CopiedNotes = Omit<CarriedNotes, 'modelId'>;

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
