import type { EventStore, RecordedEvent } from '#event-store';
import { type FaultPlan, type Handover, handOver, type InTransit } from '#model';
import { eventFrom } from '../eventFrom.ts';

/**
 * Where the deliveries to a consumer stand, or to one of its partitions: those pending were made up from the log up to
 * before `next`.
 */
export type Transit = {
  next: number;
  pending: Handover[];
  inTransit: InTransit;
  /** Of a process manager: the scheduled messages whose time has come, for all is handed over again as it was. */
  timers: TimerGoneBy[];
  /** So many of them have gone by. */
  gone: number;
};

/**
 * A scheduled message whose time came before the event `at` was looked at, as the one of that `number`; its place is that of
 * the event that scheduled it.
 */
export type TimerGoneBy = { at: number; number: number; position: number; stream: string };

/** Of a message: the event that scheduled it, and its workflow's stream. */
export type Passing = Pick<TimerGoneBy, 'position' | 'stream'>;

/** Nothing is under way, and the event behind a position is next. */
export const transitBehind = (position: number, timers: TimerGoneBy[] = []): Transit => ({
  next: position + 1,
  pending: [],
  inTransit: [],
  timers,
  gone: 0,
});

export const isTimer = ({ timers }: Transit, position: number): boolean =>
  timers.some((timer) => timer.position === position);

/** It meets its fault as an event would that came here. */
export const goneBy = (plan: FaultPlan, transit: Transit, { position, stream }: Passing): Transit => {
  const { handovers, inTransit } = handOver(plan, transit.inTransit, { position, stream });
  return { ...transit, pending: [...transit.pending, ...handovers], inTransit, gone: transit.gone + 1 };
};

const dueTimer = ({ timers, gone, next }: Transit): TimerGoneBy | undefined => {
  const timer = timers[gone];
  return timer && timer.at <= next ? timer : undefined;
};

/**
 * Where in the log that is which comes next: what is pending is there as the event before `next` came by, and the time of
 * a message comes between two events. So what several partitions are handed is in an order that hangs on the log alone.
 */
const turnOf = (transit: Transit): number => {
  if (transit.pending.length > 0) return transit.next - 1;
  return dueTimer(transit) ? transit.next - 0.5 : transit.next;
};

export const byTurn = (one: Transit, other: Transit): number =>
  turnOf(one) - turnOf(other) || (dueTimer(one)?.number ?? 0) - (dueTimer(other)?.number ?? 0);

/** One event, or a message whose time has come, further in the log; undefined at its end. */
export const readOn = async (
  store: EventStore,
  plan: FaultPlan,
  transit: Transit,
  isHeard: (event: RecordedEvent) => Promise<boolean>,
): Promise<Transit | undefined> => {
  const timer = dueTimer(transit);
  if (timer) return goneBy(plan, transit, timer);
  const event = await eventFrom(store, transit.next);
  if (!event) return undefined;
  const { streamName: stream, globalPosition: position } = event.metadata;
  const further = { ...transit, next: position + 1 };
  if (!(await isHeard(event))) return further;
  const { handovers, inTransit } = handOver(plan, transit.inTransit, { position, stream });
  return { ...further, pending: handovers, inTransit };
};

/** All events up to this one have been handed over. Scheduled messages are none of the log that is read on. */
export const contiguousIn = (transit: Transit): number => {
  const underWay = [...transit.pending, ...transit.inTransit].map(({ position }) => position);
  return Math.min(transit.next, ...underWay.filter((position) => !isTimer(transit, position))) - 1;
};
