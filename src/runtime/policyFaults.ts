import type { EventStore, RecordedEvent } from '#event-store';
import type { CodeError } from '#sandbox';
import { answer, concerns } from './answerEvent.ts';
import { isSettled } from './commandRecords.ts';
import { poisonedDelivery } from './deliverFaultily.ts';
import {
  type FaultyDelivery,
  hasDeliveries,
  isTimer,
  nextFaultyDelivery,
  readTransit,
  storeDelivery,
} from './faultDesk.ts';
import { handedEvents } from './handedEvents.ts';
import { handMessageOver } from './handMessageOver.ts';
import { lifeChanged, lifeCycleOf } from './lifeCycle.ts';
import type { PolicyDesk } from './policies.ts';
import { policyCommandId } from './policyCommandId.ts';
import { policyConsumer, stopOfPolicy } from './policyConsumer.ts';
import { isProcess } from './processes.ts';
import type { Run, RunningPolicy, SendCommand } from './Run.ts';
import { keptReason, reasonAt } from './shares/stops.ts';
import { isTranslation } from './translations.ts';

/** Hands each of them what it is to be handed; answers whether there was anything. */
export const runFaultyPolicies = async (
  desk: PolicyDesk,
  policies: RunningPolicy[],
  isStillOurs: () => boolean,
): Promise<boolean> => {
  const isFaulty = async ({ id }: RunningPolicy): Promise<boolean> => {
    const { hasFaults, pace } = await lifeCycleOf(desk.run.store, id);
    return hasFaults && pace.kind !== 'paused';
  };
  let hasDelivered = false;
  for (const policy of policies)
    while (isStillOurs() && (await isFaulty(policy)) && (await deliverTo(desk, policy))) {
      hasDelivered = true;
      desk.onPolicy(policy.id);
    }
  return hasDelivered;
};

/** Whether a policy waits for somebody: it has crashed, or was handed poison. */
export const isHeldUp = async (store: EventStore, policyId: string): Promise<boolean> =>
  (await lifeCycleOf(store, policyId)).crash === 'down' || (await store.checkpoint(stopOfPolicy(policyId))) > 0;

/** Whether nothing that is stored is still to be handed over, but what is held back. */
export const isDoneWithFaults = async (store: EventStore, policyId: string): Promise<boolean> =>
  (await isHeldUp(store, policyId)) || !(await hasDeliveries(store, policyId));

/** One event as the fault desk plans; answers whether there was one, and the policy could deal with it. */
export const deliverTo = async (desk: PolicyDesk, policy: RunningPolicy): Promise<boolean> => {
  const { run } = desk;
  if (await isHeldUp(run.store, policy.id)) return false;
  const transit = await readTransit(run.store, policy.id);
  const isHeard = (event: RecordedEvent): boolean => concerns(policy, event);
  const delivery = transit && (await nextFaultyDelivery(run.store, policy.id, transit, isHeard));
  if (!delivery) return false;
  const { event, handover } = delivery;
  if (handover.fault === 'poison') return stopAt(run, policy, delivery);
  const before = await answersTo(run.store, policy.id, event);
  const isDown = handover.fault === 'crash';
  const deal = (given: PolicyDesk): Promise<boolean> =>
    isProcess(policy) && isTimer(transit, handover.position)
      ? handMessageOver(given, policy, event)
      : answer(given, policy, event);
  if (isDown ? !(await dealAndCrash(desk, deal)) : !(await deal(desk))) return false;
  const all = await answersTo(run.store, policy.id, event);
  // What a translation publishes is no command.
  const told = isTranslation(policy) ? {} : { answers: { sent: all - before, known: before } };
  return keep(run, policy, delivery, told, isDown);
};

/** How many commands have been sent in answer to an event, each of which has an outcome: they are never sent again. */
const answersTo = async (store: EventStore, policyId: string, event: RecordedEvent): Promise<number> => {
  const counts = await Promise.all(
    handedEvents(event).map(({ messageId }) => countAnswers(store, policyId, messageId)),
  );
  return counts.reduce((sum, count) => sum + count, 0);
};

const countAnswers = async (store: EventStore, policyId: string, messageId: string): Promise<number> => {
  const isThere = async (number: number): Promise<boolean> => {
    const record = await store.commandRecord(policyCommandId(policyId, messageId, number));
    return record !== undefined && isSettled(record);
  };
  // A process manager's delivery has the number 0, the commands of a policy begin with 1.
  let count = (await isThere(0)) ? 1 : 0;
  for (let number = 1; await isThere(number); number += 1) count += 1;
  return count;
};

class PolicyCrashed extends Error {}

/** It dies behind its first command: what it would have sent after that is sent once it is handed the event again. */
export const dealAndCrash = async (
  desk: PolicyDesk,
  deal: (desk: PolicyDesk) => Promise<boolean>,
): Promise<boolean> => {
  let hasSent = false;
  const send: SendCommand = async (command) => {
    if (hasSent) throw new PolicyCrashed();
    const outcome = await desk.send(command);
    hasSent = true;
    return outcome;
  };
  try {
    return await deal({ ...desk, send });
  } catch (error) {
    if (error instanceof PolicyCrashed) return true;
    throw error;
  }
};

const keep = async (
  { store }: Run,
  { id }: RunningPolicy,
  delivery: FaultyDelivery,
  told: Parameters<FaultyDelivery['changesWith']>[0],
  isDown: boolean,
): Promise<true> => {
  const down = isDown ? await lifeChanged(store, id, (lifeCycle) => ({ ...lifeCycle, crash: 'down' })) : undefined;
  await storeDelivery(store, policyConsumer(id), delivery, delivery.changesWith(told), down);
  return true;
};

/** Why a policy was stopped by the fault desk; undefined where it was not. */
export const whyPolicyStopped = async (store: EventStore, policyId: string): Promise<CodeError | undefined> => {
  const stop = stopOfPolicy(policyId);
  return (await store.checkpoint(stop)) > 0 ? keptReason(store, stop) : undefined;
};

const stopAt = async ({ store }: Run, { id }: RunningPolicy, delivery: FaultyDelivery): Promise<true> => {
  const { handover, changesWith, turn } = delivery;
  const stop = stopOfPolicy(id);
  const error = poisonedDelivery(handover.position);
  await store.storeDocuments([...changesWith({}), ...reasonAt(stop, error)], {
    checkpoints: [
      { consumer: stop, position: handover.position },
      { consumer: turn.consumer, position: turn.after },
    ],
  });
  return true;
};
