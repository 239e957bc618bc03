import type { ModelFile } from '#files';
import type { Connection, Definition, Note, Specification } from '#model';
import { filesRoom } from './filesRoom.ts';

/** Notes with what they are, the arrows among them and what is specified of them, on their way to a wall. */
export type CopiedNotes = {
  notes: Note[];
  definitions: Definition[];
  connections: Connection[];
  specifications: Specification[];
};

/** Larger than any wall: what claims to be notes and is longer is none of ours. */
const longestText = 8_000_000;
const mostNotes = 5_000;

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

/** Notes out of a text that somebody else may have made; null where it holds none that can be trusted. */
export const copiedFromText = async (text: string): Promise<(CopiedNotes & { modelId: string }) | null> => {
  if (text.length > longestText) return null;
  try {
    const { readModelFile } = await filesRoom();
    const { modelId, notes, definitions, connections, specifications } = readModelFile(text).file;
    const isSensible = notes.length > 0 && notes.length <= mostNotes;
    return isSensible ? { modelId, notes, definitions, connections, specifications } : null;
  } catch {
    return null;
  }
};
