import type { FaultPlan } from '#model';
import { contiguousIn, forgetFaults, planPolicyFaults, readTransit, skipPending } from './faultDesk.ts';
import { type BesideLife, changeLife, type LifeCycle, lifeCycleOf } from './lifeCycle.ts';
import { policyConsumer, stopOfPolicy } from './policyConsumer.ts';
import type { Run, RunningPolicy } from './Run.ts';
import { reviveWorker } from './shares/workTogether.ts';
import {
  ask,
  checkedShareOut,
  forgetMessageAt,
  retryShares,
  sharePolicyOut,
  skipInShares,
  type WorkerControl,
} from './together/controlWorkers.ts';

/** What a person may do with a policy or process manager. */
export type PolicyControl =
  /** As its events come, or not at all: what comes meanwhile waits. */
  | { kind: 'follow'; pace: { kind: 'full' | 'paused' } }
  /** One event further, by hand: that of the worker, or of whoever is furthest behind. */
  | { kind: 'step'; worker?: number }
  /** From now on its events are handed over by the plan; with a plan on, what was handed over is handed over again. */
  | { kind: 'inject-faults'; plan: FaultPlan }
  /** What has not been handed over yet is handed over as it should be. */
  | { kind: 'stop-faults' }
  /** After a crash: what it was handed last comes again. */
  | { kind: 'restart' }
  /** The event where it, or one of its partitions, stopped is handed over again. */
  | { kind: 'retry' }
  /** It never gets the event where it stopped. */
  | { kind: 'skip' }
  | WorkerControl;

/** Does it to the policy as it is stored, for all tabs. Rejects with a sentence where it cannot be done. */
export const controlPolicy = async (run: Run, policyId: string, control: PolicyControl): Promise<void> => {
  const { store } = run;
  const policy = run.program().policies.find(({ id, isOn }) => id === policyId && isOn);
  if (!policy) throw new Error('Only a policy that is switched on can be controlled.');
  const { workers } = await lifeCycleOf(store, policyId);
  switch (control.kind) {
    case 'follow':
      return live(run, policy, { pace: { kind: control.pace.kind === 'paused' ? 'paused' : 'full' } });
    case 'step':
      return ask(run, policy, control);
    case 'inject-faults':
      await sharePolicyOut(run, policy, 1);
      await planPolicyFaults(store, policyId, control.plan);
      return goOn(run, policy, { hasFaults: true });
    case 'stop-faults':
      return stopFaults(run, policy);
    case 'restart':
      return goOn(run, policy);
    case 'retry':
      return workers ? retryShares(run, policy, workers) : goOn(run, policy);
    case 'skip':
      return workers ? skipInShares(run, policy, workers) : skip(run, policy);
    case 'share-out':
      return checkedShareOut(run, policy, control.count);
    case 'kill-worker':
      return ask(run, policy, { kind: 'kill', worker: control.worker });
    case 'revive-worker':
      return reviveWorker(run, policyId, control.worker);
  }
};

const live = ({ store }: Run, { id }: RunningPolicy, change: Partial<LifeCycle>, beside?: BesideLife): Promise<void> =>
  changeLife(store, id, (lifeCycle) => ({ ...lifeCycle, ...change }), beside);

/** Neither crashed nor stopped by the fault desk any more. */
const goOn = (run: Run, policy: RunningPolicy, change: Partial<LifeCycle> = {}): Promise<void> =>
  live(
    run,
    policy,
    { crash: 'none', ...change },
    { checkpoints: [{ consumer: stopOfPolicy(policy.id), position: 0 }] },
  );

const stopFaults = async (run: Run, policy: RunningPolicy): Promise<void> => {
  const { store } = run;
  const transit = await readTransit(store, policy.id);
  if (!transit) return;
  const consumer = policyConsumer(policy.id);
  await store.storeDocuments([], { checkpoints: [{ consumer, position: contiguousIn(transit) }] });
  await forgetFaults(store, policy.id);
  await goOn(run, policy, { hasFaults: false });
};

/** A scheduled message that was skipped does not come by itself either, once faults are off. */
const skip = async (run: Run, policy: RunningPolicy): Promise<void> => {
  if ((await run.store.checkpoint(stopOfPolicy(policy.id))) === 0)
    throw new Error('It has not stopped: there is no event to skip.');
  const skipped = await skipPending(run.store, policy.id);
  if (skipped) await forgetMessageAt(run, skipped.position);
  await goOn(run, policy);
};
