import type { Run } from '../Run.ts';
import { countedRun } from './countedRun.ts';
import { openGrouping } from './grouped.ts';
import { type Arrival, arrivalOf, beginningOf, type LoadPlan } from './LoadPlan.ts';
import { type Answer, createTally, type LoadReport } from './LoadReport.ts';
import { handleRacing } from './racing.ts';

/** Milliseconds until it is looked again whether somebody wants it to stop, and between two reports. */
const [longestPauseMs, reportMs] = [50, 500];
/** So many commands go into one transaction at most. */
const largestGroup = 200;

export type LoadOptions = { signal: AbortSignal; onReport: (report: LoadReport) => void };

/**
 * Lets the users of a plan come at their times, whether or not they are kept up with, and answers what came of it once
 * all are answered or the signal has been given. Each handler has a run of its own over one store, as servers share a
 * database; grouping needs one. Rejects where the storage does.
 */
export const runLoad = async (runs: Run[], plan: LoadPlan, { signal, onReport }: LoadOptions): Promise<LoadReport> => {
  if (runs[0]) await makeReady(runs[0], beginningOf(plan), signal);
  const begin = performance.now();
  const elapsed = (): number => performance.now() - begin;
  const tally = createTally();
  const waiting: Arrival[] = [];
  let arrived = 0;
  const failing = new AbortController();
  const stopped = AbortSignal.any([signal, failing.signal]);

  const letCome = (): void => {
    const now = elapsed();
    for (; arrived < plan.users; arrived += 1) {
      const next = arrivalOf(plan, arrived);
      if (next.dueAt > now) break;
      waiting.push(next);
      tally.arrived();
    }
    tally.waiting(waiting.length, now);
  };

  const handle = async (run: Run): Promise<void> => {
    const counted = countedRun(run, tally, elapsed);
    const take = await (plan.handling === 'grouped' ? openGroups(counted) : takeOne(counted));
    while (!stopped.aborted) {
      letCome();
      if (waiting.length > 0) await take();
      else if (arrived === plan.users) return;
      else await pauseFor(Math.min(longestPauseMs, arrivalOf(plan, arrived).dueAt - elapsed()));
    }
  };

  const openGroups = async (run: Run): Promise<Take> => {
    const handleGroup = await openGrouping(run);
    return async () => {
      const group = waiting.splice(0, largestGroup);
      const answers = await handleGroup(group);
      tally.stored();
      for (const [index, { dueAt }] of group.entries()) tally.answered(answers[index] as Answer, dueAt, elapsed());
    };
  };

  const takeOne =
    (run: Run): Take =>
    async () => {
      const arrival = waiting.shift() as Arrival;
      const answer = await handleRacing(run, arrival, stopped);
      if (answer?.kind === 'appended') tally.stored();
      if (answer) tally.answered(answer, arrival.dueAt, elapsed());
    };

  const reporting = setInterval(() => onReport(tally.report(elapsed(), false)), reportMs);
  const done = await Promise.allSettled(runs.map(handle).map((work) => orStopAll(work, failing)));
  clearInterval(reporting);
  const failed = done.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
  return tally.report(elapsed(), true);
};

const makeReady = async (run: Run, beginning: Arrival[], signal: AbortSignal): Promise<void> => {
  if (beginning.length === 0) return;
  const handleGroup = await openGrouping(run);
  for (let at = 0; at < beginning.length && !signal.aborted; at += largestGroup)
    await handleGroup(beginning.slice(at, at + largestGroup));
};

/** Takes one or all of those that wait. */
type Take = () => Promise<void>;

const orStopAll = (work: Promise<void>, failing: AbortController): Promise<void> =>
  work.catch((error: unknown) => {
    failing.abort();
    throw error;
  });

const pauseFor = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
