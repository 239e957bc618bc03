import type { BranchRequest, ComparedSide, Comparison, RunOutline, RunSummary } from '#engine';
import { withPin } from '#model';
import { appStore } from './appStore.ts';
import { flushCode } from './codeTyping.ts';
import { engine } from './engineAccess.ts';
import { orSay, sayNote, unsay } from './messages.ts';
import { programInForce } from './programSync.ts';
import { deleteRun, openRun, showRun, untilStopped } from './running.ts';
import { currentRunOf, parentRunOf } from './runs.ts';
import { seek } from './timeTravel.ts';

const { getState } = appStore;

const currentRun = (): RunSummary | undefined => currentRunOf(getState().runs);
/** The run that it came from, where that is still there. */
const parentOf = (run: RunSummary | undefined): RunSummary | undefined => parentRunOf(getState().runs, run);

/** What was said of the last branch: of several, only the newest is worth the room. */
let lastWords = '';

export const branch = async (request: BranchRequest): Promise<boolean> => {
  flushCode();
  await programInForce();
  const opened = await orSay(() => untilStopped(() => engine().branchRun(request)));
  if (!opened) return false;
  await showRun(opened);
  const parent = parentOf(opened.run);
  const { name, parent: origin } = opened.run;
  const place = origin?.position === 0 ? 'the beginning' : `event ${origin?.position}`;
  unsay(lastWords);
  lastWords = `${name} is a run of its own from ${place} of ${parent?.name ?? 'its run'}, which stays as it is.`;
  sayNote(lastWords, parent ? [{ label: `Return to ${parent.name}`, run: returnToParent }] : []);
  return true;
};

export const branchAt = async (position: number, then?: () => void): Promise<void> => {
  if (await branch({ position, rest: 'left-out' })) then?.();
};

export const openRunAt = async (runId: string, position: number): Promise<void> => {
  if (currentRun()?.runId !== runId) await openRun(runId);
  if (currentRun()?.runId === runId) await seek(position);
};

/** Where the branch left it: at its end, where it was branched there. */
export const returnToParent = async (): Promise<void> => {
  const run = currentRun();
  const parent = parentOf(run);
  if (run?.parent && parent) await openRunAt(parent.runId, run.parent.position);
};

export const adoptBranch = async (): Promise<void> => {
  const run = currentRun();
  if (!run?.parent) return;
  const parent = parentOf(run);
  await orSay(async () => {
    await engine().adoptRun(run.runId);
    sayNote(`The model goes on with ${run.name}.${parent ? ` ${parent.name} stays in the list of runs.` : ''}`);
  });
};

export const throwBranchAway = async (): Promise<void> => {
  const run = currentRun();
  if (!run || !parentOf(run)) return;
  await returnToParent();
  if (currentRun()?.runId !== run.runId) await deleteRun(run.runId);
};

export const renameRun = async (runId: string, name: string): Promise<void> => {
  await orSay(() => engine().renameRun({ runId, name }));
};

export const togglePin = async (position: number): Promise<void> => {
  const run = currentRun();
  const pins = withPin(run?.pins ?? {}, position);
  if (run) await orSay(() => engine().pinMoments({ runId: run.runId, pins }));
};

export const compareMoments = async (sides: [ComparedSide, ComparedSide]): Promise<Comparison | null> => {
  flushCode();
  await programInForce();
  return (await orSay(() => untilStopped(() => engine().compareMoments(sides)))) ?? null;
};

export const outlineRuns = async (wanted: { runId: string; from: number }[]): Promise<RunOutline[]> =>
  (await orSay(() => engine().outlineRuns(wanted))) ?? [];
