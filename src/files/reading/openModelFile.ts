import { inTime } from '../inTime.ts';
import { ModelFileError } from '../ModelFileError.ts';
import type { ComparableModel, PackedModel } from './PackedModel.ts';
import { longestReading, startReading } from './readingThread.ts';
import type { ReadFacts, ReadingQuestion } from './readingWorker.ts';

/**
 * A model's file while it is looked at. What was read of it stays in a worker of its own; `close` ends whatever that is
 * doing, and gives its memory back.
 */
export type OpenedModelFile = ReadFacts & {
  /** All of it, for the thread that stores it. */
  packed(): Promise<PackedModel>;
  compared(): Promise<ComparableModel>;
  close(): void;
};

const unchanged = 'Your open model is unchanged.';
const broken = new ModelFileError(
  `Reading this file broke off: it takes more memory than there is, or a part of the app could not be fetched. ${unchanged}`,
);
const endless = new ModelFileError(`Reading this file did not come to an end, and was stopped. ${unchanged}`);
const stopped = new ModelFileError(`Reading this file was stopped. ${unchanged}`);

/** Null once nobody wants what is read. */
const unwanted = (wanted: AbortSignal): Promise<null> =>
  new Promise((resolve) => wanted.addEventListener('abort', () => resolve(null), { once: true }));

/**
 * Reads a model out of a file, off the screen's thread. Null where it is not wanted any more; rejects with the sentence
 * that says what is wrong with the file.
 */
export const openModelFile = async (source: File, wanted: AbortSignal): Promise<OpenedModelFile | null> => {
  if (wanted.aborted) return null;
  const { ask, close } = startReading({ broken, stopped });
  const askSurely = async <Result>(question: ReadingQuestion): Promise<Result> => {
    const answer = await ask<Result>(question);
    if (!answer) throw broken;
    return answer;
  };
  try {
    const facts = await inTime(
      Promise.race([askSurely<ReadFacts>({ kind: 'read', source }), unwanted(wanted)]),
      longestReading,
      endless,
    );
    if (!facts) close();
    return (
      facts && {
        ...facts,
        packed: () => askSurely<PackedModel>({ kind: 'pack' }),
        compared: () => askSurely<ComparableModel>({ kind: 'compare' }),
        close,
      }
    );
  } catch (error) {
    close();
    throw error;
  }
};
