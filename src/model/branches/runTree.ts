/** A run as far as its place among others goes. */
export type RunPlace = { runId: string; createdAt: string; parent?: { runId: string; position: number } };

export type RunTreeRow<Run extends RunPlace> = { run: Run; depth: number };

/** Runs with their branches below them; one whose parent is gone stands by itself. */
export const runTree = <Run extends RunPlace>(runs: readonly Run[]): RunTreeRow<Run>[] => {
  const ids = new Set(runs.map(({ runId }) => runId));
  const childrenOf = (runId: string | undefined): Run[] =>
    runs.filter(({ parent }) => (parent && ids.has(parent.runId) ? parent.runId : undefined) === runId);
  const rowsBelow = (runId: string | undefined, depth: number): RunTreeRow<Run>[] =>
    childrenOf(runId).flatMap((run) => [{ run, depth }, ...rowsBelow(run.runId, depth + 1)]);
  return rowsBelow(undefined, 0);
};

/** All runs that hang together with one: what it came from, what came from it, and what came from those. */
export const familyOf = <Run extends RunPlace>(runs: readonly Run[], runId: string): RunTreeRow<Run>[] => {
  const rows = runTree(runs);
  const at = rows.findIndex(({ run }) => run.runId === runId);
  if (at < 0) return [];
  const start = rows.slice(0, at + 1).findLastIndex(({ depth }) => depth === 0);
  const length = rows.slice(start + 1).findIndex(({ depth }) => depth === 0);
  return rows.slice(start, length < 0 ? undefined : start + 1 + length);
};
