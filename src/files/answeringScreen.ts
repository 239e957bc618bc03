/// <reference lib="webworker" />
import type { Answer } from './askingWorker.ts';

/** The worker's side of `askingWorker`: answers each question, and says what went wrong in a sentence. */
export const answeringScreen = <Question>(answer: (question: Question) => Promise<Answer>): void =>
  addEventListener('message', ({ data }: MessageEvent<{ id: number; question: Question }>) => {
    void answer(data.question)
      .catch((error: unknown): Answer => ({ error: error instanceof Error ? error.message : String(error) }))
      .then((given) => postMessage({ id: data.id, ...given }));
  });
