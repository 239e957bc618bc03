import { askingWorker } from '../askingWorker.ts';
import type { ReadingQuestion } from './readingWorker.ts';

/** In milliseconds, far longer than the largest file takes to be read by a slow machine. */
export const longestReading = 180_000;

/** The worker that reads one file or text, and what is said where it dies or is stopped. */
export const startReading = (said: { broken: Error; stopped: Error }) =>
  askingWorker<ReadingQuestion>(
    new Worker(new URL('./readingWorker.ts', import.meta.url), { type: 'module', name: 'reading' }),
    said,
  );
