import type { RunSummary } from './AppState.ts';

/** The run that is open. */
export const currentRunOf = (runs: readonly RunSummary[]): RunSummary | undefined =>
  runs.find(({ isCurrent }) => isCurrent);

/** The run that another one branched off, where that is still there. */
export const parentRunOf = (runs: readonly RunSummary[], run: RunSummary | undefined): RunSummary | undefined =>
  runs.find(({ runId, deletedAt }) => runId === run?.parent?.runId && !deletedAt);

export const parentOfCurrent = (runs: readonly RunSummary[]): RunSummary | undefined =>
  parentRunOf(runs, currentRunOf(runs));
