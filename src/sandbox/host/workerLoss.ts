import type { CodeError } from '../Sandbox.ts';
import type { Repetition } from './findLoop.ts';
import { WorkerFlooded, WorkerLost, WorkerSilent } from './RunningWorker.ts';

/** Milliseconds without an answer or progress after which code counts as endless. */
export const usualSilence = 1_500;

/** Why a request was not answered, in words for the person whose code it was. */
export const errorOfLoss = (error: unknown, phase: string): CodeError => {
  const words = { phase, isFailure: true };
  if (error instanceof WorkerSilent) {
    const { silenceMs: waitedMs } = error;
    const message = `No answer within ${waitedMs / 1000} s: this looks like an endless loop.`;
    return { ...words, name: 'TimeoutError', message, waitedMs };
  }
  if (error instanceof WorkerFlooded)
    return { ...words, name: 'FloodError', message: 'The code sent too many messages and was stopped.' };
  const message = error instanceof WorkerLost ? error.message : 'The sandbox was lost and has been restarted.';
  return { ...words, name: 'SandboxLostError', message };
};

export const isEndless = ({ name }: CodeError): boolean => name === 'TimeoutError';

/** The same error with the line of the loop that never ends, where repeating has shown it. */
export const withPlace = (error: CodeError, repetition: Repetition | undefined): CodeError =>
  repetition?.kind === 'turns' ? { ...error, place: repetition.place } : error;
