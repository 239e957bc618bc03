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

/** A scheduled message whose time came before the event `at` was looked at; its place is that of the event that scheduled it. */
export type TimerGoneBy = { at: number; position: number; stream: string };

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
export const goneBy = (plan: FaultPlan, transit: Transit, { position, stream }: Omit<TimerGoneBy, 'at'>): Transit => {
  const { handovers, inTransit } = handOver(plan, transit.inTransit, { position, stream });
  return { ...transit, pending: [...transit.pending, ...handovers], inTransit, gone: transit.gone + 1 };
};

/** Reads on in the log until there is something to hand over, or the log ends. */
export const withPending = async (
  store: EventStore,
  plan: FaultPlan,
  transit: Transit,
  isHeard: (event: RecordedEvent) => Promise<boolean>,
): Promise<Transit> => {
  let present = transit;
  while (present.pending.length === 0) {
    const timer = present.timers[present.gone];
    if (timer && timer.at <= present.next) {
      present = goneBy(plan, present, timer);
      continue;
    }
    const event = await eventFrom(store, present.next);
    if (!event) break;
    const { streamName: stream, globalPosition: position } = event.metadata;
    present = { ...present, next: position + 1 };
    if (!(await isHeard(event))) continue;
    const { handovers, inTransit } = handOver(plan, present.inTransit, { position, stream });
    present = { ...present, pending: handovers, inTransit };
  }
  return present;
};

/** All events up to this one have been handed over. Scheduled messages are none of the log that is read on. */
export const contiguousIn = (transit: Transit): number => {
  const underWay = [...transit.pending, ...transit.inTransit].map(({ position }) => position);
  return Math.min(transit.next, ...underWay.filter((position) => !isTimer(transit, position))) - 1;
};
