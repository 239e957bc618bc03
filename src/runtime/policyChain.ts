import type { CommandRecord, EventStore, RecordedEvent } from '#event-store';

/** More commands of policies than this from one start are taken for a loop. */
export const mostPolicyCommands = 25;

/** How many commands policies have sent since the start that the correlation names. Counted from what is stored. */
export const createChainCounter = (store: EventStore) => {
  const counts = new Map<string, number>();

  const countOf = async (correlationId: string): Promise<number> => {
    const counted = counts.get(correlationId);
    if (counted !== undefined) return counted;
    const records = await store.commandRecords();
    const count = records.filter((record) => isOfPolicy(record) && record.correlationId === correlationId).length;
    counts.set(correlationId, count);
    return count;
  };

  const add = (correlationId: string): void => {
    counts.set(correlationId, (counts.get(correlationId) ?? 0) + 1);
  };

  return { countOf, add };
};

const isOfPolicy = ({ origin }: CommandRecord): boolean => origin.kind === 'policy';

/** From the first command to this event, types of events and commands in turn. */
export const chainTo = async (store: EventStore, event: RecordedEvent): Promise<string[]> => {
  const chain = [event.type];
  const { commandId } = event.metadata;
  let record = commandId === undefined ? undefined : await store.commandRecord(commandId);
  while (record && chain.length < 2 * mostPolicyCommands + 2) {
    chain.unshift(record.type);
    if (record.origin.kind !== 'policy') break;
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
