import type { DeciderSpecification, PolicySpecification } from '#model';
import type { Run } from '#runtime';
import type { TracedCall } from '#sandbox';
import { asRecorded, timeOf } from './runSpecification.ts';

/**
 * The statement that gives the answer to a specification on the code in force, or that refuses; nothing where that
 * cannot be told.
 */
export const lineOfDecision = async (
  run: Run,
  specification: DeciderSpecification | PolicySpecification,
): Promise<{ file: string; line: number } | null> => {
  const { definitionId: moduleId, given, when } = specification;
  if (run.program().modules.get(moduleId)?.kind !== 'ready') return null;
  const [now, seed] = [timeOf(specification), 'specification'];
  const keepsNoState = run.program().policies.some(({ id, process }) => id === moduleId && !process);
  const { calls } = await run.sandbox.trace(
    keepsNoState
      ? { kind: 'react', moduleId, event: asRecorded(when, 0), now, seed }
      : { kind: 'decide', moduleId, events: given.map(asRecorded), command: { ...when, metadata: {} }, now, seed },
  );
  const decided = calls.findLast(({ phase }) => phase === 'decide' || phase === 'react');
  return decided ? endOf(decided) : null;
};

const endOf = ({ error, steps, cut }: TracedCall): { file: string; line: number } | null => {
  if (cut) return null;
  const place = error ? error.place : steps.findLast(({ kind, depth }) => kind === 'return' && depth === 1);
  return place ? { file: place.file, line: place.line } : null;
};
