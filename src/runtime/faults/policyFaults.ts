import type { EventStore, RecordedEvent } from '#event-store';
import type { Workers } from '#model';
import { answerHanded } from '../answerEvent.ts';
import { isSettled } from '../commandRecords.ts';
import { storedFirst } from '../fences.ts';
import { handedEvents } from '../handedEvents.ts';
import { handMessageOver } from '../handMessageOver.ts';
import { allBeside, type BesideLife, type LifeCycle, lifeCycleOf } from '../lifeCycle.ts';
import type { DealingDesk, PolicyDesk } from '../policies.ts';
import { policyCommandId } from '../policyCommandId.ts';
import { policyConsumer } from '../policyConsumer.ts';
import { isProcess } from '../processes.ts';
import type { Run, RunningPolicy, SendCommand } from '../Run.ts';
import { readyPolicies } from '../readyPolicies.ts';
import { sharingOf } from '../shares/Part.ts';
import { movingShares } from '../shares/workTogether.ts';
import { leftOutFrom } from '../together/leftOutOfPolicy.ts';
import { ownOf } from '../together/ownEvents.ts';
import { forgetShares, holds, type PolicyShare, policySharesOf, wholePolicy } from '../together/PolicyShare.ts';
import { withinShare } from '../together/withinShare.ts';
import { isTranslation } from '../translations.ts';
import { crashOf } from './deliverFaultily.ts';
import {
  type FaultDesk,
  type FaultyDelivery,
  hasDeliveries,
  nextFaultyDelivery,
  planFaults,
  readDesk,
  type StandingDesk,
  storeDelivery,
  storePoisoned,
} from './faultDesk.ts';
import { contiguousIn } from './transit.ts';

/** Hands policies that have one worker what they are to be handed with faults on; answers whether there was anything. */
export const runFaultyPolicies = async (desk: PolicyDesk, isStillOurs: () => boolean): Promise<boolean> => {
  let hasDelivered = false;
  for (const policy of readyPolicies(desk.run)) {
    const isFaulty = async (): Promise<boolean> => {
      const { hasFaults, pace, workers } = await lifeCycleOf(desk.run.store, policy.id);
      return hasFaults && pace.kind !== 'paused' && !workers;
    };
    const shares = policySharesOf(desk.run, policy, undefined);
    while (isStillOurs() && (await isFaulty()) && (await deliverNext(desk, shares))) hasDelivered = true;
  }
  return hasDelivered;
};

/** Whether nothing that is stored is still to be handed over by somebody, but what is held back. */
export const isDoneWithFaults = async (
  store: EventStore,
  { crash }: LifeCycle,
  shares: PolicyShare[],
): Promise<boolean> => {
  if (crash === 'down') return true;
  const moving = await movingShares(store, shares);
  const [first] = moving;
  return !first || !(await hasDeliveries(store, first.policy.id, moving));
};

/** Hands over what the fault desk plans for whichever of some shares has the turn. Answers whether there was something. */
export const deliverNext = async (desk: PolicyDesk, shares: PolicyShare[]): Promise<boolean> => {
  const { run } = desk;
  const moving = await movingShares(run.store, shares);
  const [first] = moving;
  const standing = first && (await deskFor(run, first));
  if (!standing) return false;
  const isHeard = async (share: PolicyShare, event: RecordedEvent): Promise<boolean> =>
    (await ownOf(desk, share, event)).length > 0;
  const delivery = await nextFaultyDelivery(run.store, standing, moving, isHeard);
  if (delivery) await deliver(desk, delivery);
  // What is held back has moved nobody, and is told of too.
  desk.onPolicy(first.policy.id);
  return delivery !== undefined;
};

const deliver = async (desk: PolicyDesk, delivery: FaultyDelivery<PolicyShare>): Promise<unknown> => {
  const { run } = desk;
  const { store } = run;
  const { share, event, handover, isTimer } = delivery;
  const { policy } = share;
  const isLeftOut = await leftOutFrom(store, policy.id);
  const all = isTimer ? [{ event, messageId: event.metadata.eventId }] : await ownOf(desk, share, event);
  const handed = all.filter(({ messageId }) => !isLeftOut(handover.position, messageId));
  if (handed.length === 0) return storeDelivery(store, delivery, { changes: delivery.changesWith({}) });
  if (handover.fault === 'poison') return storePoisoned(store, delivery);
  const before = await answersTo(store, policy.id, event);
  const deal = async (given: DealingDesk): Promise<boolean> =>
    isTimer && isProcess(policy) ? handMessageOver(given, policy, event) : answerHanded(given, policy, handed);
  const isDown = handover.fault === 'crash';
  const isDone = await withinShare(desk, share, handover.position, (given) =>
    isDown ? dealAndCrash(given, deal) : deal(given),
  );
  if (!isDone) return undefined;
  const answered = await answersTo(store, policy.id, event);
  // What a translation publishes is no command.
  const told = isTranslation(policy) ? {} : { answers: { sent: answered - before, known: before } };
  const life = isDown ? { life: await crashOf(run, policy.id, share) } : {};
  return storeDelivery(store, delivery, { changes: delivery.changesWith(told), ...life });
};

/**
 * To a policy all is handed over from now on, and not from the first event: it does not react to what has been. Once
 * more, it is what has been handed over before.
 */
export const planPolicyFaults = async (
  run: Run,
  policy: RunningPolicy,
  workers: Workers | undefined,
  plan: FaultDesk['plan'],
): Promise<BesideLife> => {
  const { store } = run;
  const known = (await readDesk(store, policy.id))?.desk;
  const start = known?.start ?? (await store.checkpoint(policyConsumer(policy.id)));
  const timers = (known?.parts ?? []).flatMap((part) => part.timers).sort((one, other) => one.number - other.number);
  const shares = policySharesOf(run, policy, workers);
  const ofShares = shares.map((share) => timers.filter(({ stream }) => holds(share, stream)));
  return begunBehind(run, policy, { plan, projection: plannedFor(run, policy, workers), start, timers: ofShares });
};

/** Other partitions, or those of other code, begin where the one was that was furthest behind, with the same plan. */
export const planAnew = async (
  run: Run,
  policy: RunningPolicy,
  workers: Workers | undefined,
  { desk: { plan, parts } }: StandingDesk,
): Promise<BesideLife> => {
  const shares = policySharesOf(run, policy, workers);
  const start = Math.min(...parts.map(contiguousIn));
  // What has not been handed over comes by again.
  const timers = shares.map(() => []);
  return begunBehind(run, policy, { plan, projection: plannedFor(run, policy, workers), start, timers });
};

const begunBehind = async (
  run: Run,
  policy: RunningPolicy,
  begun: Parameters<typeof planFaults>[2],
): Promise<BesideLife> => {
  const whole = { checkpoints: [{ consumer: policyConsumer(policy.id), position: begun.start }] };
  return allBeside(forgetShares(run, policy), whole, await planFaults(run.store, policy.id, begun));
};

const plannedFor = (run: Run, policy: RunningPolicy, workers: Workers | undefined): string => {
  const [first = wholePolicy(run, policy)] = policySharesOf(run, policy, workers);
  return sharingOf(first);
};

/** None where it is down, or for a share of before its work was shared out anew. */
const deskFor = async (run: Run, share: PolicyShare): Promise<StandingDesk | undefined> => {
  const { store } = run;
  const { policy } = share;
  // Asked for before the life: as one changes with the other, what is planned for a life that is newer is refused.
  const standing = await readDesk(store, policy.id);
  const { crash, workers } = await lifeCycleOf(store, policy.id);
  if (!standing || crash === 'down' || plannedFor(run, policy, workers) !== sharingOf(share)) return undefined;
  if (standing.desk.projection === sharingOf(share)) return standing;
  const { changes = [], ...beside } = await planAnew(run, policy, workers, standing);
  await storedFirst(() => store.storeDocuments(changes, beside));
  return readDesk(store, policy.id);
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
  desk: DealingDesk,
  deal: (desk: DealingDesk) => Promise<boolean>,
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
