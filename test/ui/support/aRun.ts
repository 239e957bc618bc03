import type { RunSummary } from '#state';

/** A run of four events that is not open. */
export const aRun = (runId: string, more: Partial<RunSummary> = {}): RunSummary => ({
  runId,
  name: runId,
  createdAt: '',
  events: 4,
  isCurrent: false,
  ...more,
});
