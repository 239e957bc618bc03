import type { DocumentChange, EventStore, Json } from '#event-store';
import { type WaitingMessage, waitingAfter } from '#model';
import { eventFrom } from './eventFrom.ts';
import { letTimerGoBy, readDesk, transitOf } from './faults/faultDesk.ts';
import { isTimer, type Transit } from './faults/transit.ts';
import { handMessageOver } from './handMessageOver.ts';
import { readLifeCycles, usualLifeCycle } from './lifeCycle.ts';
import { type PolicyDesk, runPolicies } from './policies.ts';
import { chainTo, mostDeliveries } from './policyChain.ts';
import { isProcess, isStreamOf, type ProcessPolicy } from './processes.ts';
import type { RunningPolicy } from './Run.ts';
import { readyPolicies } from './readyPolicies.ts';
import { movingShares } from './shares/workTogether.ts';
import { forgetMessage, storedMessages, timers } from './storedMessages.ts';
import { holds, type PolicyShare, policySharesOf } from './together/PolicyShare.ts';
import { withinShare } from './together/withinShare.ts';

const pageSize = 500;

type Waiting = readonly WaitingMessage[];

/**
 * Hands over scheduled messages whose time has come, one after the other in the order of their times. What follows from
 * one happens before the next: the clock is wound forward in steps. Only under the consumers' lock.
 */
export const runDueTimers = async (desk: PolicyDesk, isStillOurs: () => boolean): Promise<void> => {
  const { run, clock } = desk;
  try {
    while (isStillOurs() && processesOf(desk).length > 0) {
      const waiting = await catchUpOn(run.store);
      const due = dueIn(desk, await ownersOf(desk), waiting);
      if (!due) return;
      clock.holdAt(Date.parse(due.message.dueAt));
      await fire(desk, due);
      await runPolicies(desk, isStillOurs);
    }
  } finally {
    clock.holdAt(undefined);
  }
};

/** Whether a message is due that has not been handed over. */
export const hasDueTimers = async (desk: PolicyDesk): Promise<boolean> => {
  if (processesOf(desk).length === 0) return false;
  const { store } = desk.run;
  const [read, end] = await Promise.all([store.checkpoint(timers), store.lastPosition()]);
  return read < end || dueIn(desk, await ownersOf(desk), await storedMessages(store)) !== undefined;
};

/** Whether a message of a process manager is due, whoever may be handed it. */
export const hasDueMessages = async ({ run, clock }: PolicyDesk, policy: RunningPolicy): Promise<boolean> => {
  const now = clock.now(run.program().clock);
  const isDue = ({ stream, dueAt }: WaitingMessage): boolean =>
    isProcess(policy) && isStreamOf(policy, stream) && Date.parse(dueAt) <= now;
  return (await storedMessages(run.store)).some(isDue);
};

/** Milliseconds until the next message is due by a clock that runs; nothing where none waits, or where it stands still. */
export const timeToNextTimer = async (desk: PolicyDesk): Promise<number | undefined> => {
  const setting = desk.run.program().clock;
  if (setting.kind !== 'real' || processesOf(desk).length === 0) return undefined;
  const owners = await ownersOf(desk);
  const [next] = (await storedMessages(desk.run.store)).filter((message) => ownerOf(owners, message));
  return next && Date.parse(next.dueAt) - desk.clock.now(setting);
};

const processesOf = (desk: PolicyDesk): ProcessPolicy[] => readyPolicies(desk.run).filter(isProcess);

/**
 * A process manager, or a partition of it, that can be handed messages; with its faults, where the fault desk hands them
 * over.
 */
type Owner = { process: ProcessPolicy; share: PolicyShare; transit?: Transit };

/** Without those that are paused, have crashed or stopped, or that nobody works on: their messages wait for them. */
const ownersOf = async (desk: PolicyDesk): Promise<Owner[]> => {
  const { run } = desk;
  const lifeCycles = await readLifeCycles(run.store);
  const owners: Owner[] = [];
  for (const process of processesOf(desk)) {
    const { pace, crash, hasFaults, workers } = lifeCycles.get(process.id) ?? usualLifeCycle;
    if (pace.kind === 'paused' || crash === 'down') continue;
    const standing = hasFaults ? await readDesk(run.store, process.id) : undefined;
    for (const share of await movingShares(run.store, policySharesOf(run, process, workers))) {
      const transit = standing && transitOf(standing, share);
      if (standing && !transit) continue;
      owners.push({ process, share, ...(transit && { transit }) });
    }
  }
  return owners;
};

/** What the fault desk has seen go by comes from there. */
const ownerOf = (owners: Owner[], { stream, position }: WaitingMessage): Owner | undefined =>
  owners.find(
    ({ process, share, transit }) =>
      isStreamOf(process, stream) && holds(share, stream) && !(transit && isTimer(transit, position)),
  );

type Due = { message: WaitingMessage; owner: Owner };

const dueIn = (desk: PolicyDesk, owners: Owner[], waiting: Waiting): Due | undefined => {
  const now = desk.clock.now(desk.run.program().clock);
  for (const message of waiting) {
    if (Date.parse(message.dueAt) > now) return undefined;
    const owner = ownerOf(owners, message);
    if (owner) return { message, owner };
  }
  return undefined;
};

const fire = async (desk: PolicyDesk, { message, owner }: Due): Promise<void> => {
  const { id: messageId, stream, correlationId, position } = message;
  const { run, chains } = desk;
  const { process, share, transit } = owner;
  const event = await eventFrom(run.store, position);
  if (!event) return;
  if (chains.deliveriesOf(correlationId) >= mostDeliveries) {
    desk.onLoop({ policyId: process.id, chain: await chainTo(run.store, event) });
    return forgetMessage(run.store, messageId);
  }
  chains.addDelivery(correlationId);
  if (transit) await letTimerGoBy(run.store, process.id, share, { position, stream });
  else await withinShare(desk, share, position, (given) => handMessageOver(given, process, event));
};

/** Scheduled messages whose time has not come, soonest first, as of the end of the log. */
const catchUpOn = async (store: EventStore): Promise<Waiting> => {
  let waiting = await storedMessages(store);
  let checkpoint = await store.checkpoint(timers);
  for (;;) {
    const { events } = await store.readAll({ from: checkpoint + 1, limit: pageSize });
    const end = events.at(-1)?.metadata.globalPosition;
    if (end === undefined) return waiting;
    const before = waiting;
    for (const event of events) waiting = waitingAfter(waiting, event);
    await store.storeDocuments(changesBetween(before, waiting), {
      checkpoints: [{ consumer: timers, position: end }],
    });
    checkpoint = end;
  }
};

const changesBetween = (before: Waiting, after: Waiting): DocumentChange[] => {
  const [known, left] = [new Set(before), new Set(after)];
  const change = ({ id }: WaitingMessage, document: Json): DocumentChange => ({
    projection: timers,
    documentId: id,
    document,
  });
  return [
    ...before.filter((message) => !left.has(message)).map((message) => change(message, null)),
    ...after.filter((message) => !known.has(message)).map((message) => change(message, message)),
  ];
};
