import {
  asTheyShare,
  faultsOf,
  leftOutOfPolicy,
  lifeCycleOf,
  partitionStatuses,
  policyConsumer,
  policySharesOf,
  type Run,
  type RunningPolicy,
  stoppedShares,
  whyStopped,
} from '#runtime';
import type { PolicyStatus } from '../EngineNotice.ts';
import { onceForAll } from './onceForAll.ts';

export type PolicyStatuses = ReturnType<typeof createPolicyStatuses>;

/** How the policies of a run fare that do not follow the events as usual, in the words of the screen. */
export const createPolicyStatuses = (run: Run, say: (statuses: PolicyStatus[]) => void) => {
  let said = '[]';
  const sayAll = onceForAll(async () => {
    const policies = run.program().policies.filter(({ isOn }) => isOn);
    const statuses = (await Promise.all(policies.map((policy) => statusOf(run, policy)))).flat();
    const text = JSON.stringify(statuses);
    if (text === said) return;
    said = text;
    say(statuses);
  });
  return {
    sayAll,
    repeatAll: (): Promise<void> => {
      said = '';
      return sayAll();
    },
  };
};

const statusOf = async (run: Run, policy: RunningPolicy): Promise<PolicyStatus[]> => {
  const { store } = run;
  const { id: policyId, process } = policy;
  const { crash, hasFaults, pace, workers } = await lifeCycleOf(store, policyId);
  const isPaused = pace.kind === 'paused';
  const faults = hasFaults ? await faultsOf(store, policyId) : undefined;
  const shares = policySharesOf(run, policy, workers);
  const [stopped] = await stoppedShares(store, shares);
  const leftOut = await leftOutOfPolicy(store, policyId);
  if (!faults && !isPaused && !workers && !stopped && leftOut.length === 0) return [];
  const error = stopped && (await whyStopped(run, stopped));
  const partitions = workers ? await partitionStatuses(run, shares, workers) : [];
  return [
    {
      policyId,
      isPaused,
      isDown: crash === 'down',
      checkpoint: await store.checkpoint(policyConsumer(policyId)),
      ...(faults ? { faults } : {}),
      ...(workers ? { workers: asTheyShare(policy, workers), partitions } : {}),
      ...(process ? { category: process.category } : {}),
      ...(error ? { error } : {}),
      ...(leftOut.length > 0 ? { leftOut } : {}),
    },
  ];
};
