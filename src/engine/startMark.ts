import type { Program } from '#model';
import type { CodeError, ModuleStatus } from '#sandbox';
import { modulesOf } from './program/modulesOf.ts';

const key = 'replayground:running';

/**
 * Remembers across a crash of the tab which code was being started. The mark stands from before the code first runs
 * until it has come back; leaving the page in peace takes it away.
 */
export const createStartMark = (storage: Storage | undefined) => {
  const forget = (): void => storage?.removeItem(key);
  return {
    /** Whether this very code was running when the tab went down. Asking once is enough: the next try may run it. */
    hungWith: (program: Program): boolean => {
      const isMarked = storage?.getItem(key) === textMark(program);
      if (isMarked) forget();
      return isMarked;
    },
    set: (program: Program): void => storage?.setItem(key, textMark(program)),
    forget,
  };
};

/** Session storage may be forbidden altogether. */
export const sessionStorageIfAllowed = (): Storage | undefined => {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
};

/** The program as the wall has it, with nothing of it to run: what is stored can be looked at. */
export const withoutCode = (program: Program): Program => ({ ...program, deciders: [], readModels: [], policies: [] });

/** Every module as not run, and why. */
export const notRun = (program: Program): ModuleStatus[] =>
  modulesOf(program).map((module) => ({ kind: 'broken', module, error: whyNotRun }));

const whyNotRun: CodeError = {
  name: 'SandboxError',
  message: 'Not run: this code was starting when the tab stopped answering. Change it, or reload to try it once more.',
  phase: 'load',
  isFailure: true,
};

/** Tells programs apart; what is stored under it is a short text, not the code. */
const textMark = (program: Program): string => {
  const text = JSON.stringify(modulesOf(program));
  let sum = 0;
  for (let index = 0; index < text.length; index += 1) sum = (Math.imul(sum, 31) + text.charCodeAt(index)) | 0;
  return `${text.length}/${sum}`;
};
