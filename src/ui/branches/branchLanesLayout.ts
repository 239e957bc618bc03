import type { RunOutline, RunSummary } from '#state';
import type { familyOfCurrent } from './familyOfCurrent.ts';

type BranchChip = { position: number; type: string; stream: string; x: number };
export type BranchLane = {
  run: RunSummary;
  depth: number;
  chips: BranchChip[];
  /** So many events come after those that are shown, of which the first is told here. */
  rest?: { count: number; x: number; position: number };
  /** Where it leaves the run that it came from: at which place of the axis, from which lane. */
  parting?: { x: number; fromLane: number };
};

export const chipWidth = 40;
/** What says how many more there are takes some room. */
export const restWidth = 120;

/** So much of what all have in common is shown before the first parting. */
const context = 4;

type Family = ReturnType<typeof familyOfCurrent>;

/** The position before the first one that is shown. */
const windowStart = (family: Family): number => {
  const partings = family.slice(1).flatMap(({ run: { parent } }) => parent?.position ?? []);
  return partings.length === 0 ? 0 : Math.max(0, Math.min(...partings) - context);
};

/** Of each run, the events that are its own: those in common are shown where they came from. */
export const wantedOutlines = (family: Family): { runId: string; from: number }[] => {
  const start = windowStart(family);
  return family.map(({ run: { runId, parent } }, index) => ({
    runId,
    from: index === 0 ? start + 1 : (parent?.position ?? 0) + 1,
  }));
};

/** Runs one above the other on one axis of positions, so that what they have in common stands there once. */
export const layoutBranchLanes = (
  family: Family,
  outlines: RunOutline[],
): { lanes: BranchLane[]; width: number; start: number } => {
  const start = windowStart(family);
  const outlineOf = new Map(outlines.map((outline) => [outline.runId, outline]));
  const laneOf = new Map(family.map(({ run }, lane) => [run.runId, lane]));
  const xOf = (position: number): number => (position - start) * chipWidth;
  const lanes = family.map(({ run, depth }): BranchLane => {
    const fromLane = depth > 0 ? laneOf.get(run.parent?.runId ?? '') : undefined;
    const { events = [], more: count = 0 } = outlineOf.get(run.runId) ?? {};
    const last = events.at(-1)?.position ?? 0;
    return {
      run,
      depth,
      chips: events.map((event) => ({ ...event, x: xOf(event.position - 1) })),
      ...(count > 0 ? { rest: { count, x: xOf(last), position: last + 1 } } : {}),
      ...(run.parent && fromLane !== undefined ? { parting: { x: xOf(run.parent.position), fromLane } } : {}),
    };
  });
  const ends = lanes.map(({ chips, parting, rest }) =>
    rest ? rest.x + restWidth : (chips.at(-1)?.x ?? parting?.x ?? 0),
  );
  return { lanes, width: Math.max(0, ...ends) + chipWidth, start };
};
