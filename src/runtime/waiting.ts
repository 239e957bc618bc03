import { readTransit } from './faultDesk.ts';
import { type LifeCycle, lifeCycleOf } from './lifeCycle.ts';
import { movingPolicies } from './movingPolicies.ts';
import type { PolicyDesk } from './policies.ts';
import { policyConsumer } from './policyConsumer.ts';
import { whyPolicyStopped } from './policyFaults.ts';
import { projectionOf, type ReadyReadModel, readModelIdOf, readyVersions } from './projectEvents.ts';
import type { Run } from './Run.ts';
import { stoppedShares } from './shares/Part.ts';
import { sharesOf } from './shares/Share.ts';
import { policySharesOf } from './together/PolicyShare.ts';

/** A read model or policy that has not seen all that is stored, and what it waits for: nobody waits for it. */
export type Waiting = {
  consumerId: string;
  why: 'paused' | 'slow' | 'crashed' | 'stopped' | 'faults' | 'all-killed';
};

/** Who still waits once everybody has done what they do by themselves. */
export const waitingConsumers = async (desk: PolicyDesk): Promise<Waiting[]> => {
  const end = await desk.run.store.lastPosition();
  const readModels = readyVersions(desk.run, 'async').map((readModel) => waitingReadModel(desk.run, readModel, end));
  const policies = desk.run.program().policies.filter(({ isOn }) => isOn);
  const found = await Promise.all([...readModels, ...policies.map(({ id }) => waitingPolicy(desk, id, end))]);
  const waiting = found.filter((one) => one !== undefined);
  return waiting.filter(({ consumerId }, at) => waiting.findIndex((one) => one.consumerId === consumerId) === at);
};

const waitingReadModel = async (run: Run, readModel: ReadyReadModel, end: number): Promise<Waiting | undefined> => {
  if ((await run.store.checkpoint(projectionOf(readModel))) >= end) return undefined;
  const consumerId = readModelIdOf(readModel);
  const lifeCycle = await lifeCycleOf(run.store, consumerId);
  const stopped = await stoppedShares(run.store, sharesOf(readModel, lifeCycle.workers));
  const why = stopped.length > 0 ? 'stopped' : whyOf(lifeCycle);
  return why && { consumerId, why };
};

const whyOf = ({ pace, crash, hasFaults, workers }: LifeCycle): Waiting['why'] | undefined => {
  if (crash === 'down') return 'crashed';
  if (pace.kind !== 'full') return pace.kind;
  if (hasFaults) return 'faults';
  return workers && workers.killed.length >= workers.count ? 'all-killed' : undefined;
};

/** One that is paused, or that several workers share. */
const waitingAtWork = async (
  { run }: PolicyDesk,
  policyId: string,
  lifeCycle: LifeCycle,
  end: number,
): Promise<Waiting | undefined> => {
  const policy = run.program().policies.find(({ id }) => id === policyId);
  const stopped = policy ? await stoppedShares(run.store, policySharesOf(run, policy, lifeCycle.workers)) : [];
  if (stopped.length > 0) return { consumerId: policyId, why: 'stopped' };
  const why = whyOf(lifeCycle);
  return why && (await run.store.checkpoint(policyConsumer(policyId))) < end
    ? { consumerId: policyId, why }
    : undefined;
};

const waitingPolicy = async (desk: PolicyDesk, policyId: string, end: number): Promise<Waiting | undefined> => {
  const { store } = desk.run;
  const lifeCycle = await lifeCycleOf(store, policyId);
  if (lifeCycle.workers || lifeCycle.pace.kind === 'paused') return waitingAtWork(desk, policyId, lifeCycle, end);
  if (desk.stopped.has(policyId) && !movingPolicies(desk).some(({ id }) => id === policyId))
    return { consumerId: policyId, why: 'stopped' };
  if (!lifeCycle.hasFaults) return undefined;
  const { pending = [], inTransit: held = [] } = (await readTransit(store, policyId)) ?? {};
  const isBehind = (await store.checkpoint(policyConsumer(policyId))) < end;
  if (!isBehind && pending.length + held.length === 0) return undefined;
  if (await whyPolicyStopped(store, policyId)) return { consumerId: policyId, why: 'stopped' };
  if (lifeCycle.crash === 'down') return { consumerId: policyId, why: 'crashed' };
  return held.length > 0 ? { consumerId: policyId, why: 'faults' } : undefined;
};
