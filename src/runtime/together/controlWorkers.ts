import { newUuid } from '#event-store';
import { type Workers, workerCounts } from '#model';
import { readDesk } from '../faults/faultDesk.ts';
import { planAnew } from '../faults/policyFaults.ts';
import { type Asked, changeLife } from '../lifeCycle.ts';
import type { Run, RunningPolicy } from '../Run.ts';
import { readyPolicies } from '../readyPolicies.ts';
import { stoppedShares } from '../shares/Part.ts';
import { checkedWorker } from '../shares/workTogether.ts';
import { asTheyShare, forgetShares, goOnFrom, policySharesOf } from './PolicyShare.ts';

/** What a person may do with the workers that a policy's work is shared out among. */
export type WorkerControl =
  /** So many workers, all of them alive. What some had done beyond the others comes again, and sends nothing twice. */
  | { kind: 'share-out'; count: Workers['count'] }
  /** In the middle of its work; others take its partition over until it comes back. */
  | { kind: 'kill-worker'; worker: number }
  | { kind: 'revive-worker'; worker: number };

/**
 * Partitions are forgotten, and all begin where the one was that is furthest behind. With faults on, they come by the same
 * plan from there.
 */
export const sharePolicyOut = (run: Run, policy: RunningPolicy, count: Workers['count']): Promise<void> => {
  if (!workerCounts.includes(count)) throw new Error('There may be 1, 2, 4 or 8 workers.');
  return changeLife(
    run.store,
    policy.id,
    ({ workers: _, asked: __, ...rest }) => ({
      ...rest,
      ...(count > 1 ? { workers: asTheyShare(policy, { count, by: 'stream', killed: [] }) } : {}),
    }),
    async ({ workers }) => {
      const known = await readDesk(run.store, policy.id);
      return known ? planAnew(run, policy, workers, known) : forgetShares(run, policy);
    },
  );
};

/** Whoever has the turn does it: commands are sent by one tab alone. */
export const ask = async (run: Run, { id }: RunningPolicy, wish: Wish): Promise<void> => {
  if (!readyPolicies(run).some((policy) => policy.id === id))
    throw new Error('The code of this policy does not run: mend it first.');
  const asked: Asked = { ...wish, id: newUuid() };
  await changeLife(run.store, id, (lifeCycle) => {
    if ('worker' in wish && wish.worker !== undefined) checkedWorker(lifeCycle.workers, wish.worker);
    return { ...lifeCycle, asked: [...(lifeCycle.asked ?? []), asked] };
  });
};

type Wish = { kind: 'step' | 'kill'; worker?: number } | { kind: 'replay-parked'; position: number };

/** The policy, or the partitions of it that stopped, try once more. */
export const retryShares = async (run: Run, policy: RunningPolicy, workers: Workers | undefined): Promise<void> => {
  const stopped = await stoppedShares(run.store, policySharesOf(run, policy, workers));
  for (const share of stopped) await goOnFrom(run.store, share);
};
