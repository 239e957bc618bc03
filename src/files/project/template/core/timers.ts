import type { Json, RecordedEvent } from './messages.ts';
import { actionOf } from './processes.ts';
import type { Store } from './Store.ts';

/** What a process manager has waiting for later. */
export type Waiting = {
  id: string;
  stream: string;
  type: string;
  data: Json;
  /** ISO 8601. */
  dueAt: string;
  position: bigint;
  correlationId: string;
};

const pageSize = 500;

/** Scheduled messages, read from the streams of process managers: at the start from the whole log, then from what is new. */
export const openTimers = (store: Store) => {
  let waiting: readonly Waiting[] = [];
  let readUpTo = 0n;

  const readOn = async (): Promise<void> => {
    for (;;) {
      const events = await store.readAfter(readUpTo, pageSize);
      for (const event of events) waiting = waitingAfter(waiting, event);
      const last = events.at(-1);
      if (!last) return;
      readUpTo = last.metadata.globalPosition;
    }
  };

  return {
    /** Soonest first. */
    dueAt: async (now: number): Promise<Waiting[]> => {
      await readOn();
      return waiting.filter(({ dueAt }) => Date.parse(dueAt) <= now);
    },
  };
};

const waitingAfter = (waiting: readonly Waiting[], event: RecordedEvent): readonly Waiting[] => {
  const known = actionOf(event.type);
  if (!known) return waiting;
  const { eventId: id, streamName, globalPosition: position, correlationId = id, dueAt, messageId } = event.metadata;
  switch (known.action) {
    case 'scheduled': {
      if (typeof dueAt !== 'string') return waiting;
      const scheduled = { id, stream: streamName, type: known.type, data: event.data, dueAt, position, correlationId };
      return [...waiting, scheduled].sort(soonestFirst);
    }
    case 'due':
    case 'received':
    case 'sent':
      return waiting.filter((message) => message.id !== messageId);
    case 'cancelled':
      return waiting.filter(({ stream, type }) => stream !== streamName || type !== known.type);
    case 'completed':
      return waiting.filter(({ stream }) => stream !== streamName);
  }
};

const soonestFirst = (one: Waiting, other: Waiting): number =>
  Date.parse(one.dueAt) - Date.parse(other.dueAt) || Number(one.position - other.position);
