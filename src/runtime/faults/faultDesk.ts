import type { Checkpoint, DocumentChange, EventStore, Json, RecordedEvent } from '#event-store';
import { type FaultPlan, faultKinds, type Handover } from '#model';
import { eventFrom } from '../eventFrom.ts';
import { storedFirst, untilFirst } from '../fences.ts';
import { idInOrder } from '../idInOrder.ts';
import type { BesideLife, LifeChange } from '../lifeCycle.ts';
import { checkpointsAt, type Part, sharingOf, standingOf } from '../shares/Part.ts';
import {
  contiguousIn,
  goneBy,
  isTimer,
  type TimerGoneBy,
  type Transit,
  transitBehind,
  withPending,
} from './transit.ts';

/**
 * What has been handed over with faults on; `type` is that of the event, `partition` says whose it was where the work is
 * shared out.
 */
export type FaultyHandover = Handover & { type: string; partition?: number; answers?: Answers };
/** Of a policy: commands that were sent, and those that had been, whose first outcome was the answer. */
type Answers = { sent: number; known: number };

/** What is planned for a read model or policy, and how far it has come. */
export type FaultDesk = {
  plan: FaultPlan;
  /** What it is planned for: to other code, or in other partitions, all is handed over anew. */
  projection: string;
  /** How many have been handed over, and how many of them with a fault. */
  done: number;
  faults: number;
  /** It begins behind this event, also when all is handed over again. */
  start: number;
  /** Of each partition, or of the one who has all the work: each is handed its own events, with their faults. */
  parts: Transit[];
};

/** A fault desk as it stands: what is based on its turn is refused once anything of it has changed. */
export type StandingDesk = { id: string; desk: FaultDesk; turn: Checkpoint };

const desks = 'fault-desks';
const happenedTo = (consumerId: string): string => `${desks}/${consumerId}`;
const changeOfDesk = (consumerId: string, desk: FaultDesk | null): DocumentChange => ({
  projection: desks,
  documentId: consumerId,
  document: desk as unknown as Json,
});

const turnOf = async (store: EventStore, id: string): Promise<Checkpoint> => {
  const consumer = happenedTo(id);
  return { consumer, position: await store.checkpoint(consumer) };
};

const behind = ({ consumer, position }: Checkpoint): Checkpoint => ({ consumer, position: position + 1 });

/** Undefined where it is off. */
export const readDesk = async (store: EventStore, id: string): Promise<StandingDesk | undefined> => {
  const turn = await turnOf(store, id);
  const desk = (await store.document(desks, id)) as unknown as FaultDesk | undefined;
  return desk && { id, desk, turn };
};

/** The deliveries of a part; undefined where it is none of those that the desk is planned for. */
export const transitOf = ({ desk }: StandingDesk, share: Part): Transit | undefined =>
  desk.projection === sharingOf(share) ? desk.parts[(share.partition?.number ?? 1) - 1] : undefined;

const withTransit = (desk: FaultDesk, { partition }: Part, transit: Transit): FaultDesk => ({
  ...desk,
  parts: desk.parts.with((partition?.number ?? 1) - 1, transit),
});

/** To be stored with the life that it belongs to: behind an event, everything is handed over by the plan. */
export const planFaults = async (
  store: EventStore,
  id: string,
  { plan, projection, start, timers }: Pick<FaultDesk, 'plan' | 'projection' | 'start'> & { timers: TimerGoneBy[][] },
): Promise<BesideLife> => {
  const parts = timers.map((ofPart) => transitBehind(start, ofPart));
  return changedTo(store, id, { plan: checked(plan), projection, done: 0, faults: 0, start, parts });
};

/** Everything is handed over as it should be again. */
export const forgetFaults = (store: EventStore, id: string): Promise<BesideLife> => changedTo(store, id, null);

const changedTo = async (store: EventStore, id: string, desk: FaultDesk | null): Promise<BesideLife> => {
  const turn = await turnOf(store, id);
  return {
    changes: [changeOfDesk(id, desk)],
    clear: [turn.consumer],
    checkpoints: [behind(turn)],
    basedOn: [turn],
  };
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

/** What the fault desk has done to a read model or policy; undefined where it is off. */
export const faultsOf = async (store: EventStore, id: string) => {
  const { desk } = (await readDesk(store, id)) ?? {};
  if (!desk) return undefined;
  const handovers = (await store.documents(happenedTo(id))).map(({ document }) => document as FaultyHandover);
  const held = desk.parts.flatMap(({ inTransit }) =>
    inTransit.flatMap(({ position, behind }) => [position, ...behind]),
  );
  return {
    plan: desk.plan,
    handovers,
    handedOver: desk.done,
    faults: desk.faults,
    held: held.sort((one, other) => one - other),
  };
};
export type Faults = NonNullable<Awaited<ReturnType<typeof faultsOf>>>;

/** An event as it is handed over next, and what is to be stored with what comes of it. */
export type FaultyDelivery = {
  handover: Handover;
  event: RecordedEvent;
  isTimer: boolean;
  changesWith: (told: Pick<FaultyHandover, 'answers'>) => DocumentChange[];
  /** All events up to this one have been handed over then, none of them to come again. */
  checkpoint: number;
  turn: Checkpoint;
};

/** Undefined where all is done or held back. */
export const nextFaultyDelivery = async (
  store: EventStore,
  standing: StandingDesk,
  share: Part,
  isHeard: (event: RecordedEvent) => Promise<boolean>,
): Promise<FaultyDelivery | undefined> => {
  const { id, desk, turn } = standing;
  const stored = transitOf(standing, share);
  if (!stored) return undefined;
  const made = await withPending(store, desk.plan, stored, isHeard);
  const [handover, ...pending] = made.pending;
  const event = handover && (await eventFrom(store, handover.position));
  if (!handover || !event) {
    if (made !== stored) await moveOn(store, standing, share, made);
    return undefined;
  }
  const transit = { ...made, pending };
  const [done, faults] = [desk.done + 1, desk.faults + (handover.fault ? 1 : 0)];
  const projection = turn.consumer;
  const whose = share.partition ? { partition: share.partition.number } : {};
  return {
    handover,
    event,
    isTimer: isTimer(made, handover.position),
    changesWith: (told) => [
      changeOfDesk(id, { ...withTransit(desk, share, transit), done, faults }),
      { projection, documentId: idInOrder(done), document: { ...handover, ...whose, type: event.type, ...told } },
      ...(done > mostTold ? [{ projection, documentId: idInOrder(done - mostTold), document: null }] : []),
    ],
    checkpoint: contiguousIn(transit),
    turn,
  };
};

/** Where a part has read on, and found nothing that is to be handed over. */
const moveOn = (store: EventStore, { id, desk, turn }: StandingDesk, share: Part, transit: Transit): Promise<boolean> =>
  storedFirst(async () => {
    const { checkpoints, basedOn } = await comeTo(store, share, contiguousIn(transit));
    await store.storeDocuments([changeOfDesk(id, withTransit(desk, share, transit))], {
      checkpoints: [...checkpoints, behind(turn)],
      basedOn: [...basedOn, turn],
    });
  });

const comeTo = async (store: EventStore, share: Part, position: number) => {
  const standing = await standingOf(store, share);
  return { checkpoints: checkpointsAt(standing, position), basedOn: standing.basedOn };
};

/** What comes of a delivery. */
export type Delivered = { changes: DocumentChange[]; life?: LifeChange; stop?: Checkpoint };

/** With what comes of it, in one transaction, unless somebody has handed it over meanwhile: all goes on behind that. */
export const storeDelivery = (
  store: EventStore,
  share: Part,
  { checkpoint, turn }: FaultyDelivery,
  { changes, life, stop }: Delivered,
): Promise<boolean> =>
  storedFirst(async () => {
    const { checkpoints, basedOn } = await comeTo(store, share, checkpoint);
    await store.storeDocuments([...changes, ...(life?.changes ?? [])], {
      checkpoints: [...checkpoints, behind(turn), ...(life?.checkpoints ?? []), ...(stop ? [stop] : [])],
      basedOn: [...basedOn, turn, ...(life?.basedOn ?? [])],
    });
  });

/** The time of a scheduled message has come: it is handed over behind what is on its way already, as planned. */
export const letTimerGoBy = (
  store: EventStore,
  id: string,
  share: Part,
  timer: Omit<TimerGoneBy, 'at'>,
): Promise<void> =>
  untilFirst(async () => {
    const standing = await readDesk(store, id);
    const transit = standing && transitOf(standing, share);
    if (!standing || !transit) return;
    const { desk, turn } = standing;
    const gone = { ...goneBy(desk.plan, transit, timer), timers: [...transit.timers, { ...timer, at: transit.next }] };
    await store.storeDocuments([changeOfDesk(id, withTransit(desk, share, gone))], {
      checkpoints: [behind(turn)],
      basedOn: [turn],
    });
  });

/** Whether there is something to hand over to a part, to look at, or to be planned anew. */
export const hasDeliveries = async (store: EventStore, id: string, share: Part): Promise<boolean> => {
  const standing = await readDesk(store, id);
  if (!standing) return false;
  const transit = transitOf(standing, share);
  if (!transit) return true;
  const { pending, next, timers, gone } = transit;
  return pending.length > 0 || gone < timers.length || next <= (await store.lastPosition());
};
