import type { DocumentChange, EventStore, Json } from '#event-store';
import { soonestFirst, type WaitingMessage, waitingAfter } from '#model';
import { movingPolicies, type PolicyDesk, runPolicies } from './policies.ts';
import { chainTo, mostDeliveries } from './policyChain.ts';
import { handOver, isProcess, isStreamOf, type ProcessPolicy } from './processes.ts';

/** What waits is stored, with how far the log has been read for it: it outlives the tab. */
const timers = 'timers';
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
      const due = dueIn(desk, await catchUpOn(run.store));
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
  return read < end || dueIn(desk, await storedIn(store)) !== undefined;
};

/** Milliseconds until the next message is due by a clock that runs; nothing where none waits, or where it stands still. */
export const timeToNextTimer = async (desk: PolicyDesk): Promise<number | undefined> => {
  const setting = desk.run.program().clock;
  if (setting.kind !== 'real' || processesOf(desk).length === 0) return undefined;
  const [next] = (await storedIn(desk.run.store)).filter((message) => ownerOf(desk, message));
  return next && Date.parse(next.dueAt) - desk.clock.now(setting);
};

const processesOf = (desk: PolicyDesk): ProcessPolicy[] => movingPolicies(desk).filter(isProcess);

const ownerOf = (desk: PolicyDesk, { stream }: WaitingMessage): ProcessPolicy | undefined =>
  processesOf(desk).find((process) => isStreamOf(process, stream));

type Due = { message: WaitingMessage; owner: ProcessPolicy };

const dueIn = (desk: PolicyDesk, waiting: Waiting): Due | undefined => {
  const now = desk.clock.now(desk.run.program().clock);
  for (const message of waiting) {
    if (Date.parse(message.dueAt) > now) return undefined;
    const owner = ownerOf(desk, message);
    if (owner) return { message, owner };
  }
  return undefined;
};

const fire = async (desk: PolicyDesk, { message, owner }: Due): Promise<void> => {
  const { id: messageId, stream, type, data, dueAt, correlationId, position } = message;
  const { run, chains } = desk;
  const event = (await run.store.readAll({ from: position, limit: 1 })).events[0];
  if (!event) return;
  if (chains.deliveriesOf(correlationId) >= mostDeliveries) {
    desk.onLoop({ policyId: owner.id, chain: await chainTo(run.store, event) });
    await run.store.storeDocuments([{ projection: timers, documentId: messageId, document: null }]);
    return;
  }
  chains.addDelivery(correlationId);
  const error = await handOver(desk.send, owner.id, {
    messageId,
    eventId: messageId,
    type,
    data,
    correlationId,
    stream,
    dueAt,
  });
  if (error) desk.stop(owner.id, event, error);
};

/** Scheduled messages whose time has not come, soonest first, as of the end of the log. */
const catchUpOn = async (store: EventStore): Promise<Waiting> => {
  let waiting = await storedIn(store);
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

const storedIn = async (store: EventStore): Promise<Waiting> => {
  const stored = await store.documents(timers);
  return stored.map(({ document }) => document as WaitingMessage).sort(soonestFirst);
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
