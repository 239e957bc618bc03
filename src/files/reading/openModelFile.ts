import { askingWorker } from '../askingWorker.ts';
import { ModelFileError } from '../ModelFileError.ts';
import type { CarriedNotes, ComparableModel, PackedModel } from './PackedModel.ts';
import type { ReadFacts, ReadingQuestion } from './readingWorker.ts';

/**
 * A model's file while it is looked at. What was read of it stays in a worker of its own; `close` ends whatever that is
 * doing, and gives its memory back.
 */
export type OpenedModelFile = ReadFacts & {
  /** All of it, for the thread that stores it. */
  packed(): Promise<PackedModel>;
  compared(): Promise<ComparableModel>;
  /** Its notes alone, for a wall that is there. */
  notes(): Promise<CarriedNotes>;
  close(): void;
};

/** In milliseconds, far longer than the largest file takes to be read by a slow machine. */
const longestReading = 180_000;

const unchanged = 'Your open model is unchanged.';
const broken = new ModelFileError(
  `Reading this file broke off: it takes more memory than there is, or a part of the app could not be fetched. ${unchanged}`,
);
const endless = new ModelFileError(`Reading this file did not come to an end, and was stopped. ${unchanged}`);
const stopped = new ModelFileError(`Reading this file was stopped. ${unchanged}`);

const startWorker = () =>
  askingWorker<ReadingQuestion>(
    new Worker(new URL('./readingWorker.ts', import.meta.url), { type: 'module', name: 'reading' }),
    { broken, stopped },
  );

/** Null once nobody wants what is read; rejects when that has taken too long. `forget` when it is there. */
const waitingFor = (wanted: AbortSignal): { left: Promise<null>; forget: () => void } => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const left = new Promise<null>((resolve, reject) => {
    wanted.addEventListener('abort', () => resolve(null), { once: true });
    timer = setTimeout(() => reject(endless), longestReading);
  });
  return { left, forget: () => clearTimeout(timer) };
};

/**
 * Reads a model out of a file, off the screen's thread. Null where it is not wanted any more; rejects with the sentence
 * that says what is wrong with the file.
 */
export const openModelFile = async (source: File, wanted: AbortSignal): Promise<OpenedModelFile | null> => {
  if (wanted.aborted) return null;
  const { ask, close } = startWorker();
  const { left, forget } = waitingFor(wanted);
  const askSurely = async <Result>(question: ReadingQuestion): Promise<Result> => {
    const answer = await ask<Result>(question);
    if (!answer) throw broken;
    return answer;
  };
  try {
    const facts = await Promise.race([askSurely<ReadFacts>({ kind: 'read', source }), left]);
    if (!facts) close();
    return (
      facts && {
        ...facts,
        packed: () => askSurely<PackedModel>({ kind: 'pack' }),
        compared: () => askSurely<ComparableModel>({ kind: 'compare' }),
        notes: () => askSurely<CarriedNotes>({ kind: 'notes' }),
        close,
      }
    );
  } catch (error) {
    close();
    throw error;
  } finally {
    forget();
  }
};
