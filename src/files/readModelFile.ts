import * as v from 'valibot';
import { checkHistory } from './checkHistory.ts';
import { dropPrototypes } from './dropPrototypes.ts';
import { pathOfIssue, sentenceOfIssue } from './issueSentence.ts';
import { lineOfFault, lineOfPath, nestingOf } from './jsonPlaces.ts';
import { formatVersion, type ModelFile } from './ModelFile.ts';
import { ModelFileError, notAModel } from './ModelFileError.ts';
import { modelFileSchema } from './modelFileSchema.ts';
import { repair } from './repair.ts';

/** In megabytes of UTF-8 for a file, of characters for a text. */
export const largestFile = 100;
/** The sandbox keeps data up to 100 deep; a file wraps a few levels around it. */
const deepestNesting = 120;

/**
 * Reads a model out of a file's text. Nothing of it is run. What does not fit together is left out or mended, each with
 * a remark in a sentence of its own.
 *
 * Throws `ModelFileError`, whose message says what is wrong and in which line.
 */
export const readModelFile = (text: string): { file: ModelFile; remarks: string[] } => {
  refuseLarge(text.length);
  const json = text.replace(/^\uFEFF/, '');
  const value = parse(json);
  const dropped = dropPrototypes(value);
  refuseNewer(value);
  const result = v.safeParse(modelFileSchema, value, { abortEarly: true });
  if (!result.success) throw misfit(json, result.issues[0]);
  checkHistory(result.output.history, json);
  const { file, remarks } = repair(result.output);
  return { file, remarks: dropped ? [prototypeRemark, ...remarks] : remarks };
};

/** The text of a chosen or dropped file; a file too large is refused before it is read. */
export const textOfModelFile = async (file: Blob): Promise<string> => {
  refuseLarge(file.size);
  return file.text();
};

const prototypeRemark = 'Left out every field named `__proto__`: it is no data and could change how objects behave.';

/** Throws `ModelFileError` where a file of so many bytes is too large to be opened. */
export const refuseLarge = (size: number): void => {
  const megabytes = Math.ceil(size / 1_000_000);
  if (megabytes > largestFile)
    throw notAModel(`it has ${megabytes} MB, and models of up to ${largestFile} MB can be opened`);
};

const parse = (text: string): unknown => {
  if (text.trim() === '') throw notAModel('it is empty');
  if (nestingOf(text) > deepestNesting)
    throw notAModel(`lists and objects are nested deeper than ${deepestNesting} levels`);
  try {
    return JSON.parse(text);
  } catch {
    throw notAModel(`line ${lineOfFault(text) ?? 1} is not JSON`);
  }
};

const refuseNewer = (value: unknown): void => {
  const head = v.safeParse(v.object({ format: v.literal('replayground'), formatVersion: v.number() }), value);
  if (!head.success || head.output.formatVersion <= formatVersion) return;
  throw new ModelFileError(
    `This file has format ${head.output.formatVersion}; this version reads up to ${formatVersion}. ` +
      `Reload to update the app, or ask for format ${formatVersion}. Nothing was opened.`,
  );
};

const misfit = (text: string, issue: v.BaseIssue<unknown>): ModelFileError =>
  notAModel(`line ${lineOfPath(text, pathOfIssue(issue))}, ${sentenceOfIssue(issue)}`);
