import type { FaultPlan } from '#model';
import { forgetFaults, readDesk } from './faults/faultDesk.ts';
import { planPolicyFaults } from './faults/policyFaults.ts';
import { contiguousIn } from './faults/transit.ts';
import { allBeside, changeLife, type LifeCycle, lifeCycleOf } from './lifeCycle.ts';
import { policyConsumer } from './policyConsumer.ts';
import type { Run, RunningPolicy } from './Run.ts';
import { reviveWorker } from './shares/workTogether.ts';
import { ask, retryShares, sharePolicyOut, type WorkerControl } from './together/controlWorkers.ts';
import { leftOutOfPolicy } from './together/leftOutOfPolicy.ts';
import { forgetShares } from './together/PolicyShare.ts';
import { leaveOutOfPolicy } from './together/parking.ts';

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
  /** It goes on without that event, which is kept to be replayed. */
  | { kind: 'park' }
  | { kind: 'replay-parked'; position: number }
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
      return injectFaults(run, policy, control.plan);
    case 'stop-faults':
      return stopFaults(run, policy);
    case 'restart':
      return live(run, policy, { crash: 'none' });
    case 'retry':
      return retryShares(run, policy, workers);
    case 'skip':
      return leaveOutOfPolicy(run, policy, workers, 'skipped');
    case 'park':
      return leaveOutOfPolicy(run, policy, workers, 'parked');
    case 'replay-parked':
      await checkParked(store, policyId, control.position);
      return ask(run, policy, control);
    case 'share-out':
      return sharePolicyOut(run, policy, control.count);
    case 'kill-worker':
      return ask(run, policy, { kind: 'kill', worker: control.worker });
    case 'revive-worker':
      return reviveWorker(run, policyId, control.worker);
  }
};

const checkParked = async (store: Run['store'], policyId: string, position: number): Promise<void> => {
  const parked = (await leftOutOfPolicy(store, policyId)).find(
    (one) => one.position === position && one.how === 'parked',
  );
  if (!parked) throw new Error('This event is not parked any more.');
};

const live = ({ store }: Run, { id }: RunningPolicy, change: Partial<LifeCycle>): Promise<void> =>
  changeLife(store, id, (lifeCycle) => ({ ...lifeCycle, ...change }));

/** Neither crashed nor stopped any more, and all its workers alive: so all happens in the same way. */
const injectFaults = (run: Run, policy: RunningPolicy, plan: FaultPlan): Promise<void> =>
  changeLife(
    run.store,
    policy.id,
    ({ workers, asked: _, ...lifeCycle }) => ({
      ...lifeCycle,
      ...(workers ? { workers: { ...workers, killed: [] } } : {}),
      hasFaults: true,
      crash: 'none',
    }),
    ({ workers }) => planPolicyFaults(run, policy, workers, plan),
  );

/** What was on its way is handed over once more: commands are answered by their first outcomes. */
const stopFaults = (run: Run, policy: RunningPolicy): Promise<void> =>
  changeLife(
    run.store,
    policy.id,
    (lifeCycle) => ({ ...lifeCycle, hasFaults: false, crash: 'none' }),
    async () => {
      const known = await readDesk(run.store, policy.id);
      const position = known && Math.min(...known.desk.parts.map(contiguousIn));
      const consumer = policyConsumer(policy.id);
      const whole = position === undefined ? {} : { checkpoints: [{ consumer, position }] };
      return allBeside(forgetShares(run, policy), whole, await forgetFaults(run.store, policy.id));
    },
  );
