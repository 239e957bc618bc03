import { carrierOf, modelTextIn } from '../carriers.ts';
import { headOf } from '../headOf.ts';
import { isEventFile } from '../importing/recognise.ts';
import type { ModelFile } from '../ModelFile.ts';
import { notationOf } from '../notations/recognise.ts';
import { readModelFile } from '../readModelFile.ts';

/** Whether a file is one of recorded events, and not of a model: its beginning tells. */
export const holdsEvents = async (source: File): Promise<boolean> => {
  const head = await headOf(source);
  return !carrierOf(source.name, head) && !notationOf(source.name, head) && isEventFile(source.name, head);
};

/**
 * Reads a model out of whatever carries it: a file of its own, a picture, a page, a link, another notation. Rejects with
 * a `ModelFileError` that says what is wrong.
 */
export const readAnyFile = async (source: File): Promise<{ file: ModelFile; remarks: string[] }> => {
  const { name } = source;
  const head = await headOf(source);
  const carrier = carrierOf(name, head);
  const notation = carrier ? undefined : notationOf(name, head);
  const text = await modelTextIn(source, carrier);
  if (!notation) return readModelFile(text);
  const { readNotation } = await import('../notations/notations.ts');
  return readNotation(notation, text, name);
};
