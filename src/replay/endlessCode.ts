import type { Run } from '#runtime';
import type { CodeError } from '#sandbox';

const known = new WeakMap<Run, Map<string, CodeError>>();

/** Which code of a run has been seen not to end, by its hash: other code of the same module gets its own chance. */
export const endlessIn = (run: Run) => {
  const errors = known.get(run) ?? new Map<string, CodeError>();
  known.set(run, errors);

  const keyOf = (moduleId: string): string => {
    const module = run.program().modules.get(moduleId);
    return `${moduleId}@${module?.kind === 'ready' ? module.hash : ''}`;
  };
  return {
    errorOf: (moduleId: string): CodeError | undefined => errors.get(keyOf(moduleId)),
    add: (moduleId: string, error: CodeError): void => {
      errors.set(keyOf(moduleId), error);
    },
  };
};
