import type { NotedDiagnostic, ThrownError } from '../protocol.ts';
import { apply, ErrorBase, failurePrototypes, getPrototypeOf, slice } from './primordials.ts';
import { running } from './running.ts';
import { show } from './show.ts';

/** The code asked for something that would differ from run to run. */
export class DeterminismError extends ErrorBase {
  override readonly name = 'DeterminismError';
}

/** The code returned or asked for something that cannot be kept or does not exist here. */
export class SandboxError extends ErrorBase {
  override readonly name = 'SandboxError';
}

/** An event could not be made what the code wants: it is never called with it. */
export class UpcastError extends ErrorBase {
  override readonly name = 'UpcastError';
}

/** What the sender counts on is not here any more: it starts again. */
export class SandboxLostError extends ErrorBase {
  override readonly name = 'SandboxLostError';
}

/** An event of the log is needed that is not held here: whoever asked is asked for it in turn, and then asks again. */
export class NotHeld {
  readonly position: number;
  readonly #mark = true;
  constructor(position: number) {
    this.position = position;
  }
  /** By the private mark: to ask a hostile proxy for its class would run its code. */
  static is(thrown: unknown): thrown is NotHeld {
    return typeof thrown === 'object' && thrown !== null && #mark in thrown;
  }
}

const ours: object[] = [
  DeterminismError.prototype,
  SandboxError.prototype,
  SandboxLostError.prototype,
  UpcastError.prototype,
];

const text = (value: unknown, longest: number): string =>
  slice(`${typeof value === 'string' ? value : ''}`, 0, longest);

/**
 * What was thrown, in words. It may be anything, a hostile proxy included, so every look at it may throw. That an event
 * is not held here is no error of the code: it is thrown on.
 */
export const describeThrown = (thrown: unknown, phase: string): ThrownError => {
  if (NotHeld.is(thrown)) throw thrown;
  const described: ThrownError = {
    name: 'Thrown value',
    message: 'The thrown value could not be read.',
    stack: '',
    phase,
    isFailure: false,
    ...(running.moduleId === undefined ? {} : { moduleId: running.moduleId }),
    ...(running.position === undefined ? {} : { position: running.position }),
  };
  try {
    if (thrown instanceof ErrorBase) {
      const prototype = getPrototypeOf(thrown);
      described.isFailure = failurePrototypes.includes(prototype) || ours.includes(prototype);
      described.name = text(thrown.name, 100) || 'Error';
      described.message = text(thrown.message, 4000);
      described.stack = text(thrown.stack, 8000);
      // No line of this module is to blame.
      if (prototype === UpcastError.prototype) delete described.moduleId;
    } else described.message = slice(show(thrown, 0), 0, 4000);
  } catch {
    // What could be read has been taken.
  }
  return described;
};

/** Calls the person's code; what it throws becomes a value. */
export const attempt = <Result>(
  phase: string,
  run: () => Result,
): { value: Result; error?: never } | { error: ThrownError; thrown: unknown } => {
  const before = running.phase;
  running.phase = phase;
  try {
    return { value: run() };
  } catch (thrown) {
    return { error: describeThrown(thrown, phase), thrown };
  } finally {
    running.phase = before;
  }
};

let diagnostics: NotedDiagnostic[] = [];
const mostDiagnostics = 200;

/** Notes something beside a run that goes on, with where it was if that can be found out; the same thing once a request. */
export const note = (name: string, message: string, findStack?: () => string | undefined): void => {
  if (diagnostics.length >= mostDiagnostics) return;
  if (diagnostics.some((known) => known.message === message && known.moduleId === running.moduleId)) return;
  const stack = findStack?.();
  diagnostics[diagnostics.length] = {
    name,
    message,
    ...(stack === undefined ? {} : { stack }),
    phase: running.phase,
    moduleId: running.moduleId ?? '',
    ...(running.position === undefined ? {} : { position: running.position }),
  };
};

export const takeDiagnostics = (): NotedDiagnostic[] => {
  const taken = diagnostics;
  diagnostics = [];
  return taken;
};

/** Calls the person's code, whose parameters are theirs to name. */
// biome-ignore lint/complexity/noBannedTypes: it is the person's code, of which only this much is known
export const call = <Result>(code: Function, parameters: unknown[]): Result => apply(code, undefined, parameters);
