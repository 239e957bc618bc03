import type { Checkpoint, DocumentChange, EventStore, Json, RecordedEvent } from '#event-store';
import { type FaultPlan, faultKinds, type Handover } from '#model';
import type { CodeError } from '#sandbox';
import { eventFrom } from '../eventFrom.ts';
import { storedFirst, untilFirst } from '../fences.ts';
import { idInOrder } from '../idInOrder.ts';
import type { BesideLife, LifeChange } from '../lifeCycle.ts';
import { basedOnLife, type Part, sharingOf } from '../shares/Part.ts';
import { reasonFor } from '../shares/stops.ts';
import {
  byTurn,
  contiguousIn,
  goneBy,
  isTimer,
  type Passing,
  readOn,
  type TimerGoneBy,
  type Transit,
  transitBehind,
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
  desk.projection === sharingOf(share) ? desk.parts[numberOf(share) - 1] : undefined;

const numberOf = ({ partition }: Part): number => partition?.number ?? 1;

/** As the last of some says how a part stands. */
const withTransits = (desk: FaultDesk, line: readonly InLine<Part>[]): FaultDesk => ({
  ...desk,
  parts: desk.parts.map(
    (transit, index) => line.findLast(({ share }) => numberOf(share) === index + 1)?.transit ?? transit,
  ),
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
export type FaultyDelivery<P extends Part = Part> = {
  share: P;
  handover: Handover;
  event: RecordedEvent;
  isTimer: boolean;
  changesWith: (told: Pick<FaultyHandover, 'answers'>) => DocumentChange[];
  /** How all parts stand then. */
  parts: Transit[];
  turn: Checkpoint;
};

type InLine<P extends Part> = { share: P; transit: Transit };

const inTurn = (one: InLine<Part>, other: InLine<Part>): number =>
  byTurn(one.transit, other.transit) || numberOf(one.share) - numberOf(other.share);

/** Of the part whose turn it is among some; undefined where all is done or held back. */
export const nextFaultyDelivery = async <P extends Part>(
  store: EventStore,
  standing: StandingDesk,
  shares: P[],
  isHeard: (share: P, event: RecordedEvent) => Promise<boolean>,
): Promise<FaultyDelivery<P> | undefined> => {
  const { plan } = standing.desk;
  let line = shares.flatMap((share): InLine<P>[] => {
    const transit = transitOf(standing, share);
    return transit ? [{ share, transit }] : [];
  });
  for (;;) {
    const [first] = line.toSorted(inTurn);
    if (!first) return undefined;
    const { share, transit } = first;
    const [handover, ...pending] = transit.pending;
    if (handover) return deliveryOf(store, standing, line, { share, transit: { ...transit, pending } }, handover);
    const further = await readOn(store, plan, transit, (event) => isHeard(share, event));
    if (!further) break;
    line = line.map((one) => (one === first ? { share, transit: further } : one));
  }
  await moveOn(store, standing, line);
  return undefined;
};

const deliveryOf = async <P extends Part>(
  store: EventStore,
  { id, desk, turn }: StandingDesk,
  line: InLine<P>[],
  own: InLine<P>,
  handover: Handover,
): Promise<FaultyDelivery<P> | undefined> => {
  const { share, transit } = own;
  const event = await eventFrom(store, handover.position);
  if (!event) return undefined;
  const { parts } = withTransits(desk, [...line, own]);
  const [done, faults] = [desk.done + 1, desk.faults + (handover.fault ? 1 : 0)];
  const projection = turn.consumer;
  const whose = share.partition ? { partition: share.partition.number } : {};
  return {
    share,
    handover,
    event,
    isTimer: isTimer(transit, handover.position),
    changesWith: (told) => [
      changeOfDesk(id, { ...desk, parts, done, faults }),
      { projection, documentId: idInOrder(done), document: { ...handover, ...whose, type: event.type, ...told } },
      ...(done > mostTold ? [{ projection, documentId: idInOrder(done - mostTold), document: null }] : []),
    ],
    parts,
    turn,
  };
};

/** Where parts have read on, and found nothing that is to be handed over. */
const moveOn = async (store: EventStore, { id, desk, turn }: StandingDesk, line: InLine<Part>[]): Promise<void> => {
  const [first] = line;
  const moved = withTransits(desk, line);
  if (!first || moved.parts.every((transit, index) => transit === desk.parts[index])) return;
  await storedFirst(async () => {
    const { checkpoints, basedOn } = await comeTo(store, first.share, moved.parts);
    await store.storeDocuments([changeOfDesk(id, moved)], {
      checkpoints: [...checkpoints, behind(turn)],
      basedOn: [...basedOn, turn],
    });
  });
};

/** Where all parts stand in the log, of which some may have read on while another one was handed something. */
const comeTo = async (store: EventStore, share: Part, parts: Transit[]) => {
  const { together } = share;
  const stored = await Promise.all(together.map((consumer) => store.checkpoint(consumer)));
  const [whole = '', ...partitions] = together;
  const positions = parts.map((transit, index) => Math.max(contiguousIn(transit), stored[index + 1] ?? 0));
  const ofAll = Math.max(Math.min(...positions), stored[0] ?? 0);
  return {
    checkpoints: [
      { consumer: whole, position: ofAll },
      ...partitions.map((consumer, index) => ({ consumer, position: positions[index] ?? 0 })),
    ],
    basedOn: [
      ...together.map((consumer, index) => ({ consumer, position: stored[index] ?? 0 })),
      ...basedOnLife(share),
    ],
  };
};

/** What comes of a delivery. */
export type Delivered = { changes: DocumentChange[]; life?: LifeChange; stop?: Checkpoint };

/** With what comes of it, in one transaction, unless somebody has handed it over meanwhile: all goes on behind that. */
export const storeDelivery = (
  store: EventStore,
  { share, parts, turn }: FaultyDelivery,
  { changes, life, stop }: Delivered,
): Promise<boolean> =>
  storedFirst(async () => {
    const { checkpoints, basedOn } = await comeTo(store, share, parts);
    await store.storeDocuments([...changes, ...(life?.changes ?? [])], {
      checkpoints: [...checkpoints, behind(turn), ...(life?.checkpoints ?? []), ...(stop ? [stop] : [])],
      basedOn: [...basedOn, turn, ...(life?.basedOn ?? [])],
    });
  });

/** It stops there, and goes through when it is tried again: the event is fine, its delivery was not. */
export const storePoisoned = (store: EventStore, delivery: FaultyDelivery): Promise<boolean> => {
  const { share, handover } = delivery;
  const { position } = handover;
  const error: CodeError = {
    // A constructor that is none of code.
    name: 'InjectedFault',
    message: 'the fault desk poisoned this delivery',
    phase: 'delivery',
    position,
    isFailure: false,
  };
  return storeDelivery(store, delivery, {
    changes: [...reasonFor(share, error), ...delivery.changesWith({})],
    stop: { consumer: share.stop, position },
  });
};

/** The time of a scheduled message has come: it is handed over behind what is on its way already, as planned. */
export const letTimerGoBy = (store: EventStore, id: string, share: Part, timer: Passing): Promise<void> =>
  untilFirst(async () => {
    const standing = await readDesk(store, id);
    const transit = standing && transitOf(standing, share);
    if (!standing || !transit) return;
    const { desk, turn } = standing;
    const number = desk.parts.reduce((sum, { timers }) => sum + timers.length, 1);
    const passing = goneBy(desk.plan, transit, timer);
    const gone = { ...passing, timers: [...transit.timers, { ...timer, at: transit.next, number }] };
    await store.storeDocuments([changeOfDesk(id, withTransits(desk, [{ share, transit: gone }]))], {
      checkpoints: [behind(turn)],
      basedOn: [turn],
    });
  });

/** Whether there is something to hand over to one of some parts, to look at, or to be planned anew. */
export const hasDeliveries = async (store: EventStore, id: string, shares: Part[]): Promise<boolean> => {
  const standing = await readDesk(store, id);
  if (!standing) return false;
  const end = await store.lastPosition();
  return shares.some((share) => {
    const transit = transitOf(standing, share);
    if (!transit) return true;
    const { pending, next, timers, gone } = transit;
    return pending.length > 0 || gone < timers.length || next <= end;
  });
};
