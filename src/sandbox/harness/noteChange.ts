import { muted } from './capturedConsole.ts';
import { attempt, note } from './errors.ts';
import { running } from './running.ts';

/**
 * Notes that code changed in place what it was handed, at the statement that did: it is run once more on the same,
 * frozen. What freezing does not hold up, as a change of a Map, is told of its function.
 */
export const noteChange = (message: string, runOnFrozen?: () => unknown): void =>
  note('ChangedInPlace', message, () => {
    const { phase } = running;
    const tried = runOnFrozen && muted(() => attempt(phase, runOnFrozen));
    return tried?.error?.name === 'TypeError' ? tried.error.stack : undefined;
  });
