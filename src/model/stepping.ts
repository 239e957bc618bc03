/** A place to stop at on the way through a command: a phase as a whole (`step` is -1, depth 0), or a recorded step of it. */
export type Beat = { phase: number; step: number; depth: number };

/** All places to stop at, in order: each phase, then its steps, whose depths are at least 1. */
export const walkOf = (phases: readonly { depths: readonly number[] }[]): Beat[] =>
  phases.flatMap(({ depths }, phase): Beat[] => [
    { phase, step: -1, depth: 0 },
    ...depths.map((depth, step) => ({ phase, step, depth: Math.max(1, depth) })),
  ]);

/** The nearest beat on this side that lies no deeper: calls are passed over, and from a phase the next phase is reached. */
export const stepOver = (walk: readonly Beat[], at: number, direction: 1 | -1): number => {
  const depth = walk[at]?.depth ?? 0;
  for (let index = at + direction; index >= 0 && index < walk.length; index += direction)
    if ((walk[index]?.depth ?? 0) <= depth) return index;
  return at;
};

type Step = { call: number; variables: readonly { name: string; text: string }[] };

/** Names of variables that are new or other than at the step before in the same call; none where a call begins. */
export const changedAt = (steps: readonly Step[], index: number): ReadonlySet<string> => {
  const present = steps[index];
  const before = steps.findLast(({ call }, other) => other < index && call === present?.call);
  if (!present || !before) return new Set();
  const known = new Map(before.variables.map(({ name, text }) => [name, text]));
  return new Set(present.variables.filter(({ name, text }) => known.get(name) !== text).map(({ name }) => name));
};
