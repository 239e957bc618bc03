import type { ModelProblems } from '../inspector/problems/problemsOf.ts';

/** How many problems each definition has, by its id. */
export const problemCounts = (problems: ModelProblems): ReadonlyMap<string, number> => {
  const ids = [
    ...problems.code.map(({ problem }) => problem.definitionId),
    ...problems.types.map(({ definitionId }) => definitionId),
    ...problems.specifications.map(({ definitionId }) => definitionId),
    ...problems.stoppedReadModels.map(({ id }) => id),
    ...problems.storedEvents.map(({ definition }) => definition.id),
  ];
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
};
