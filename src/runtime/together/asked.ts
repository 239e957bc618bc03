import { deliverNext } from '../faults/policyFaults.ts';
import { type Asked, changeLife, type LifeCycle, lifeCycleOf } from '../lifeCycle.ts';
import type { PolicyDesk } from '../policies.ts';
import type { RunningPolicy } from '../Run.ts';
import { sharesOfWorker } from '../shares/workTogether.ts';
import { dieAtNext, handNext } from './handNext.ts';
import { policySharesOf } from './PolicyShare.ts';
import { replayParked } from './parking.ts';

/** Does the first of what a person has asked of a policy's workers. Answers whether there was something. */
export const doAsAsked = async (desk: PolicyDesk, policy: RunningPolicy): Promise<boolean> => {
  const { store } = desk.run;
  const lifeCycle = await lifeCycleOf(store, policy.id);
  const [asked] = lifeCycle.asked ?? [];
  if (!asked) return false;
  await doOne(desk, policy, lifeCycle, asked);
  await changeLife(store, policy.id, (present) => afterAsked(present, asked));
  desk.onPolicy(policy.id);
  return true;
};

const doOne = (
  desk: PolicyDesk,
  policy: RunningPolicy,
  { workers, hasFaults }: LifeCycle,
  asked: Asked,
): Promise<unknown> => {
  if (asked.kind === 'replay-parked') return replayParked(desk, policy, asked.position);
  const shares = policySharesOf(desk.run, policy, workers);
  const own = sharesOfWorker(shares, asked.worker);
  if (asked.kind === 'kill') return dieAtNext(desk, own);
  return hasFaults ? deliverNext(desk, own) : handNext(desk, own);
};

/** Who was to die is dead then. What was forgotten meanwhile, as the work was shared out anew, changes nothing. */
const afterAsked = (present: LifeCycle, done: Asked): LifeCycle => {
  const { asked = [], ...lifeCycle } = present;
  const rest = asked.filter(({ id }) => id !== done.id);
  if (rest.length === asked.length) return present;
  const { workers } = lifeCycle;
  const killed = done.kind === 'kill' && done.worker !== undefined ? [done.worker] : [];
  return {
    ...lifeCycle,
    ...(workers ? { workers: { ...workers, killed: [...new Set([...workers.killed, ...killed])] } } : {}),
    ...(rest.length > 0 ? { asked: rest } : {}),
  };
};
