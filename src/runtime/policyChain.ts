import type { EventStore, RecordedEvent } from '#event-store';

/** More commands of policies than this from one start are taken for a loop. */
export const mostPolicyCommands = 25;
/** More scheduled messages than this from one start, each of which leads to the next, are taken for one too. */
export const mostDeliveries = 1000;

/**
 * How many commands policies have sent since the start that a correlation names. Counted once from what is stored, from
 * then on by what is sent here: `forget` when another tab may have sent some.
 */
export const createChainCounter = (store: EventStore) => {
  let counts: Promise<Map<string, number>> | undefined;
  const deliveries = new Map<string, number>();

  const counted = (): Promise<Map<string, number>> => {
    counts ??= countStored(store);
    return counts;
  };

  return {
    countOf: async (correlationId: string): Promise<number> => (await counted()).get(correlationId) ?? 0,
    add: async (correlationId: string): Promise<void> => increase(await counted(), correlationId),
    /** Of scheduled messages, while this tab is at work: their times may lie years apart. */
    deliveriesOf: (correlationId: string): number => deliveries.get(correlationId) ?? 0,
    addDelivery: (correlationId: string): void => increase(deliveries, correlationId),
    forget: (): void => {
      counts = undefined;
    },
  };
};

const countStored = async (store: EventStore): Promise<Map<string, number>> => {
  const counts = new Map<string, number>();
  for (const { origin, correlationId } of await store.commandRecords())
    if (origin.kind === 'policy') increase(counts, correlationId);
  return counts;
};

const increase = (counts: Map<string, number>, correlationId: string): void => {
  counts.set(correlationId, (counts.get(correlationId) ?? 0) + 1);
};

/** From the first command to this event, types of events and commands in turn. */
export const chainTo = async (store: EventStore, event: RecordedEvent): Promise<string[]> => {
  const chain = [event.type];
  const { commandId } = event.metadata;
  let record = commandId === undefined ? undefined : await store.commandRecord(commandId);
  while (record && chain.length < 2 * mostPolicyCommands + 2) {
    chain.unshift(record.type);
    if (!('eventId' in record.origin)) break;
    const cause = await recordOfEvent(store, record.origin.eventId);
    if (!cause) break;
    chain.unshift(cause.eventType);
    record = cause.record;
  }
  return chain;
};

/** Event ids of commands are `<commandId>/<n>`, so an event leads to its command without a search. */
const recordOfEvent = async (store: EventStore, eventId: string) => {
  const record = await store.commandRecord(eventId.slice(0, eventId.lastIndexOf('/')));
  if (!record) return undefined;
  const { events } = await store.readStream(record.stream, { from: record.decidedOnVersion + 1 });
  const event = events.find(({ metadata }) => metadata.eventId === eventId);
  return event ? { record, eventType: event.type } : undefined;
};
