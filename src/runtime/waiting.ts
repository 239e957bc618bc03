import { readDesk } from './faults/faultDesk.ts';
import { type LifeCycle, lifeCycleOf } from './lifeCycle.ts';
import type { PolicyDesk } from './policies.ts';
import { policyConsumer } from './policyConsumer.ts';
import { projectionOf, type ReadyReadModel, readModelIdOf, readyVersions } from './projectEvents.ts';
import type { Run, RunningPolicy } from './Run.ts';
import { stoppedShares } from './shares/Part.ts';
import { sharesOf } from './shares/Share.ts';
import { hasDueMessages } from './timers.ts';
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
  const found = await Promise.all([...readModels, ...policies.map((policy) => waitingPolicy(desk, policy, end))]);
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
  if (workers && workers.killed.length >= workers.count) return 'all-killed';
  return hasFaults ? 'faults' : undefined;
};

const waitingPolicy = async (desk: PolicyDesk, policy: RunningPolicy, end: number): Promise<Waiting | undefined> => {
  const { id: consumerId } = policy;
  const { run } = desk;
  const lifeCycle = await lifeCycleOf(run.store, consumerId);
  const stopped = await stoppedShares(run.store, policySharesOf(run, policy, lifeCycle.workers));
  if (stopped.length > 0) return { consumerId, why: 'stopped' };
  const why = whyOf(lifeCycle);
  if (!why) return undefined;
  const parts = (await readDesk(run.store, consumerId))?.desk.parts ?? [];
  const isHeld = parts.some(({ inTransit }) => inTransit.length > 0);
  if (why === 'faults') return isHeld ? { consumerId, why } : undefined;
  const isBehind = (await run.store.checkpoint(policyConsumer(consumerId))) < end;
  const isLeft = isBehind || isHeld || parts.some(({ pending }) => pending.length > 0);
  return isLeft || (await hasDueMessages(desk, policy)) ? { consumerId, why } : undefined;
};
