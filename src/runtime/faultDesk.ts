import { type DocumentChange, type EventStore, type Json, type RecordedEvent, StaleFence } from '#event-store';
import { type FaultPlan, faultKinds, type Handover, handOver, type InTransit } from '#model';
import type { LifeChange } from './lifeCycle.ts';
import { policyConsumer } from './policyConsumer.ts';
import { projectionOf, type ReadyReadModel, readModelIdOf } from './projectEvents.ts';

/** What has been handed over with faults on; `type` is that of the event. */
export type FaultyHandover = Handover & { type: string; answers?: Answers };
/** Of a policy: commands that were sent, and those that had been, whose first outcome was the answer. */
type Answers = { sent: number; known: number };

/** Where deliveries to some documents stand: those pending were made up from the log up to before `next`. */
export type Transit = {
  plan: FaultPlan;
  projection: string;
  next: number;
  pending: Handover[];
  inTransit: InTransit;
  /** How many have been handed over, and how many of them with a fault. */
  done: number;
  faults: number;
  /** Of a policy: it begins behind this event, also when all is handed over again. */
  start?: number;
  /** Of a process manager: the scheduled messages whose time has come, for all is handed over again as it was. */
  timers?: TimerGoneBy[];
  /** So many of them have gone by. */
  gone?: number;
};

/** A scheduled message whose time came before the event `at` was looked at; its place is that of the event that scheduled it. */
type TimerGoneBy = { at: number; position: number; stream: string };

export const isTimer = ({ timers = [] }: Transit, position: number): boolean =>
  timers.some((timer) => timer.position === position);

const transits = 'faulty-deliveries';
const happenedTo = (readModelId: string): string => `${transits}/${readModelId}`;
const transitOf = (readModelId: string, transit: Transit | null): DocumentChange => ({
  projection: transits,
  documentId: readModelId,
  document: transit as unknown as Json,
});

/** What is planned for a read model, and how far it has come. */
export const readTransit = async (store: EventStore, readModelId: string): Promise<Transit | undefined> =>
  (await store.document(transits, readModelId)) as unknown as Transit | undefined;

/** From the first event on everything is handed over by the plan, to documents that are to be empty. */
export const planFaults = (store: EventStore, readModel: ReadyReadModel, plan: FaultPlan): Promise<void> => {
  const projection = projectionOf(readModel);
  const start = { plan: checked(plan), projection, next: 1, pending: [], inTransit: [], done: 0, faults: 0 };
  return beginAnew(store, readModelIdOf(readModel), start);
};

/**
 * To a policy all is handed over from now on, and not from the first event: it does not react to what has been. Once
 * more, it is what has been handed over before.
 */
export const planPolicyFaults = async (store: EventStore, policyId: string, plan: FaultPlan): Promise<void> => {
  const consumer = policyConsumer(policyId);
  const known = await readTransit(store, policyId);
  const start = known?.start ?? (await store.checkpoint(consumer));
  const from = { next: start + 1, start, pending: [], inTransit: [], done: 0, faults: 0, timers: known?.timers ?? [] };
  return beginAnew(store, policyId, { plan: checked(plan), projection: consumer, ...from });
};

/** Everything is handed over as it should be again. */
export const forgetFaults = (store: EventStore, readModelId: string): Promise<void> =>
  beginAnew(store, readModelId, null);

const beginAnew = (store: EventStore, readModelId: string, transit: Transit | null): Promise<void> => {
  const consumer = happenedTo(readModelId);
  return store.storeDocuments([transitOf(readModelId, transit)], {
    clear: [consumer],
    checkpoints: [{ consumer, position: 0 }],
  });
};

const checked = (plan: FaultPlan): FaultPlan => {
  if (!Number.isSafeInteger(plan.seed)) throw new Error('A seed is a whole number.');
  if (!Number.isSafeInteger(plan.oneIn) || plan.oneIn < 1)
    throw new Error('How many events there are to a fault is a whole number, at least 1.');
  if (plan.kinds.length === 0 || plan.kinds.some((kind) => !faultKinds.includes(kind)))
    throw new Error('Choose at least one fault.');
  return plan;
};

/** So many of the last ones are kept, to be told of. */
const mostTold = 200;

const documentIdOf = (number: number): string => String(number).padStart(12, '0');

/** What the fault desk has done to a read model; undefined where it is off. */
export const faultsOf = async (store: EventStore, readModelId: string) => {
  const transit = await readTransit(store, readModelId);
  if (!transit) return undefined;
  const handovers = (await store.documents(happenedTo(readModelId))).map(({ document }) => document as FaultyHandover);
  return {
    plan: transit.plan,
    handovers,
    handedOver: transit.done,
    faults: transit.faults,
    held: transit.inTransit.flatMap(({ position, behind }) => [position, ...behind]),
  };
};
export type Faults = NonNullable<Awaited<ReturnType<typeof faultsOf>>>;

/** An event as it is handed over next, and what is to be stored with what comes of it. */
export type FaultyDelivery = {
  handover: Handover;
  event: RecordedEvent;
  changesWith: (told: Pick<FaultyHandover, 'answers'>) => DocumentChange[];
  /** All events up to this one have been handed over then, none of them to come again. */
  checkpoint: number;
  /** Proof that nobody has handed it over meanwhile. */
  turn: { consumer: string; before: number; after: number };
};

/** Undefined where all is done or held back. */
export const nextFaultyDelivery = async (
  store: EventStore,
  readModelId: string,
  stored: Transit,
  isHeard: (event: RecordedEvent) => boolean = () => true,
): Promise<FaultyDelivery | undefined> => {
  const made = await withPending(store, stored, isHeard);
  const [handover, ...pending] = made.pending;
  const [event] = handover ? (await store.readAll({ from: handover.position, limit: 1 })).events : [];
  if (!handover || !event) {
    if (made !== stored) await store.storeDocuments([transitOf(readModelId, made)]);
    return undefined;
  }
  const after = { ...made, pending, done: made.done + 1, faults: made.faults + (handover.fault ? 1 : 0) };
  const consumer = happenedTo(readModelId);
  return {
    handover,
    event,
    changesWith: (told) => [
      transitOf(readModelId, after),
      {
        projection: consumer,
        documentId: documentIdOf(after.done),
        document: { ...handover, type: event.type, ...told },
      },
      ...(after.done > mostTold
        ? [{ projection: consumer, documentId: documentIdOf(after.done - mostTold), document: null }]
        : []),
    ],
    checkpoint: contiguousIn(after),
    turn: { consumer, before: made.done, after: after.done },
  };
};

/** With what comes of it, in one transaction, unless another tab has handed it over meanwhile: it goes on behind that. */
export const storeDelivery = async (
  store: EventStore,
  consumer: string,
  { checkpoint, turn }: FaultyDelivery,
  changes: DocumentChange[],
  life?: LifeChange,
): Promise<void> => {
  try {
    await store.storeDocuments([...changes, ...(life?.changes ?? [])], {
      checkpoints: [
        { consumer, position: checkpoint },
        { consumer: turn.consumer, position: turn.after },
        ...(life?.checkpoints ?? []),
      ],
      basedOn: [{ consumer: turn.consumer, position: turn.before }, ...(life?.basedOn ?? [])],
    });
  } catch (thrown) {
    if (!(thrown instanceof StaleFence)) throw thrown;
  }
};

/** Reads on in the log until there is something to hand over, or the log ends. */
const withPending = async (
  store: EventStore,
  transit: Transit,
  isHeard: (event: RecordedEvent) => boolean,
): Promise<Transit> => {
  let present = transit;
  while (present.pending.length === 0) {
    const timer = present.timers?.[present.gone ?? 0];
    if (timer?.at === present.next) {
      present = goneBy(present, timer);
      continue;
    }
    const [event] = (await store.readAll({ from: present.next, limit: 1 })).events;
    if (!event) break;
    if (!isHeard(event)) {
      present = { ...present, next: present.next + 1 };
      continue;
    }
    const { streamName: stream, globalPosition: position } = event.metadata;
    const { handovers, inTransit } = handOver(present.plan, present.inTransit, { position, stream });
    present = { ...present, next: present.next + 1, pending: handovers, inTransit };
  }
  return present;
};

/** It meets its fault as an event would that came here. */
const goneBy = (transit: Transit, { position, stream }: Omit<TimerGoneBy, 'at'>): Transit => {
  const { handovers, inTransit } = handOver(transit.plan, transit.inTransit, { position, stream });
  return { ...transit, pending: [...transit.pending, ...handovers], inTransit, gone: (transit.gone ?? 0) + 1 };
};

/** The time of a scheduled message has come: it is handed over behind what is on its way already, as planned. */
export const letTimerGoBy = async (
  store: EventStore,
  policyId: string,
  timer: Omit<TimerGoneBy, 'at'>,
): Promise<void> => {
  const transit = await readTransit(store, policyId);
  if (!transit) return;
  const timers = [...(transit.timers ?? []), { ...timer, at: transit.next }];
  await store.storeDocuments([transitOf(policyId, { ...goneBy(transit, timer), timers })]);
};

/** Does not hand over what would come next. Answers what that is. */
export const skipPending = async (store: EventStore, consumerId: string): Promise<Handover | undefined> => {
  const transit = await readTransit(store, consumerId);
  if (!transit) return undefined;
  const [skipped, ...pending] = transit.pending;
  await store.storeDocuments([transitOf(consumerId, { ...transit, pending })]);
  return skipped;
};

/** Whether there is something to hand over, or to look at. */
export const hasDeliveries = async (store: EventStore, consumerId: string): Promise<boolean> => {
  const transit = await readTransit(store, consumerId);
  if (!transit) return false;
  const { pending, next, timers = [], gone = 0 } = transit;
  return pending.length > 0 || gone < timers.length || next <= (await store.lastPosition());
};

/** Scheduled messages are none of the log that is read on. */
export const contiguousIn = (transit: Transit): number => {
  const underWay = [...transit.pending, ...transit.inTransit].map(({ position }) => position);
  return Math.min(transit.next, ...underWay.filter((position) => !isTimer(transit, position))) - 1;
};
