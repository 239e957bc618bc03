import { partitionsOfCount } from '#model';
import { deliverNext } from '../faults/policyFaults.ts';
import { lifeCycleOf, readLifeCycles } from '../lifeCycle.ts';
import type { PolicyDesk } from '../policies.ts';
import type { RunningPolicy } from '../Run.ts';
import { readyPolicies } from '../readyPolicies.ts';
import { sharesOfWorker } from '../shares/workTogether.ts';
import { doAsAsked } from './asked.ts';
import { handNext } from './handNext.ts';
import { policySharesOf } from './PolicyShare.ts';

/**
 * Does what was asked of workers, and gives each worker of each policy that is shared out a turn. Answers whether
 * anything was handed over, so that more may be new.
 */
export const runTogether = async (desk: PolicyDesk, isStillOurs: () => boolean): Promise<boolean> => {
  const lifeCycles = await readLifeCycles(desk.run.store);
  let hasMoved = false;
  for (const policy of readyPolicies(desk.run)) {
    if (!lifeCycles.has(policy.id)) continue;
    while (isStillOurs() && (await doAsAsked(desk, policy))) hasMoved = true;
    if (await takeTurns(desk, policy, isStillOurs)) hasMoved = true;
  }
  return hasMoved && isStillOurs();
};

/** Each worker takes the next event of that of its partitions which is furthest behind; the fault desk has turns of its own. */
const takeTurns = async (desk: PolicyDesk, policy: RunningPolicy, isStillOurs: () => boolean): Promise<boolean> => {
  const { pace, workers, hasFaults } = await lifeCycleOf(desk.run.store, policy.id);
  if (!workers || pace.kind === 'paused') return false;
  const shares = policySharesOf(desk.run, policy, workers);
  if (hasFaults) return isStillOurs() && deliverNext(desk, shares);
  let hasMoved = false;
  for (const worker of partitionsOfCount(workers.count))
    if (isStillOurs() && (await handNext(desk, sharesOfWorker(shares, worker)))) hasMoved = true;
  return hasMoved;
};
