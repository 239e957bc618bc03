import { familyOf } from '#model';
import { currentRunOf, type RunSummary } from '#state';

/** The runs that hang together with the open one; those that were deleted are left out. */
export const familyOfCurrent = (runs: RunSummary[]) => {
  const there = runs.filter(({ deletedAt }) => !deletedAt);
  return familyOf(there, currentRunOf(there)?.runId ?? '');
};
