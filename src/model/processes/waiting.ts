import type { Json } from '../definitions.ts';
import { processPartsOf } from './processStream.ts';

/** A message that a process manager has scheduled, and that its time has not come for yet. */
export type WaitingMessage = {
  /** Id of the event that scheduled it. */
  id: string;
  stream: string;
  type: string;
  data: Json;
  /** ISO 8601. */
  dueAt: string;
  /** Global position of the event that scheduled it: of two that are due at once, the earlier one comes first. */
  position: number;
  correlationId: string;
};

type Stored = {
  type: string;
  data: Json;
  metadata: {
    eventId: string;
    streamName: string;
    globalPosition: number;
    correlationId?: string;
    [added: string]: Json | undefined;
  };
};

/** What waits after an event, given what waited before; the same list where the event changes nothing. */
export const waitingAfter = (waiting: readonly WaitingMessage[], event: Stored): readonly WaitingMessage[] => {
  const parts = processPartsOf(event.type);
  if (!parts) return waiting;
  const { metadata } = event;
  const without = (isGone: (message: WaitingMessage) => boolean): readonly WaitingMessage[] =>
    waiting.some(isGone) ? waiting.filter((message) => !isGone(message)) : waiting;
  const isOfStream = ({ stream }: WaitingMessage): boolean => stream === metadata.streamName;
  switch (parts.action) {
    case 'scheduled':
      return isTime(metadata.dueAt)
        ? [...waiting, scheduled(event, parts.type, metadata.dueAt)].sort(soonestFirst)
        : waiting;
    case 'due':
    case 'received':
    case 'sent':
      return without(({ id }) => id === metadata.messageId);
    case 'cancelled':
      return without((message) => isOfStream(message) && message.type === parts.type);
    case 'completed':
      return without(isOfStream);
  }
};

/** Events may come from elsewhere. */
const isTime = (value: Json | undefined): value is string =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value));

const scheduled = ({ data, metadata }: Stored, type: string, dueAt: string): WaitingMessage => ({
  id: metadata.eventId,
  stream: metadata.streamName,
  type,
  data,
  dueAt,
  position: metadata.globalPosition,
  correlationId: metadata.correlationId ?? metadata.eventId,
});

export const soonestFirst = (one: WaitingMessage, other: WaitingMessage): number =>
  Date.parse(one.dueAt) - Date.parse(other.dueAt) || one.position - other.position;

/** What waits after the events up to a position, soonest first. */
export const waitingAt = (events: readonly Stored[], position: number): readonly WaitingMessage[] => {
  let waiting: readonly WaitingMessage[] = [];
  for (const event of events) {
    if (event.metadata.globalPosition > position) break;
    waiting = waitingAfter(waiting, event);
  }
  return waiting;
};
