import type { SandboxEvent } from '../../Sandbox.ts';
import { SandboxError } from '../errors.ts';

/** The log as far as it has been handed over; the event at position n stands at n − 1. */
const events: SandboxEvent[] = [];
const streams = new Map<string, number[]>();

export const eventAt = (position: number): SandboxEvent => {
  const event = events[position - 1];
  if (!event) throw new SandboxError(`The log has not been handed over up to position ${position}.`);
  return event;
};

/** Positions of a stream's events, in order. */
export const positionsOf = (stream: string): readonly number[] => streams.get(stream) ?? [];

export const feed = (more: SandboxEvent[]): number => {
  for (const event of more) {
    if (event.metadata.globalPosition !== events.length + 1) continue;
    events.push(event);
    const { streamName, globalPosition } = event.metadata;
    const known = streams.get(streamName);
    if (known) known.push(globalPosition);
    else streams.set(streamName, [globalPosition]);
  }
  return events.length;
};
