import type { CommandRecord, EventStore, EventToAppend, RecordedEvent } from '#event-store';
import type { RecordedHistory } from '../EngineApi.ts';

export const readHistory = async (store: EventStore): Promise<RecordedHistory> => {
  const events: RecordedEvent[] = [];
  for (;;) {
    const page = await store.readAll({ from: events.length + 1, limit: 1000 });
    events.push(...page.events);
    if (!page.isEnd) continue;
    const commands = await store.commandRecords();
    // What another tab stores meanwhile is announced to a screen that does not show this run yet.
    if ((await store.lastPosition()) === events.length) return { events, commands };
  }
};

/**
 * Writes a recorded history into an empty store as it was: events with their ids, times and metadata, each command's
 * record together with its events, refusals in between.
 */
export const writeHistory = async (store: EventStore, { events, commands }: RecordedHistory): Promise<void> => {
  const recordOf = new Map(commands.map((record) => [record.commandId, record]));
  const waiting = [...commands].sort((a, b) => a.sequence - b.sequence);

  for (const group of groupsOf(events)) {
    const [first] = group;
    if (!first) continue;
    const { globalPosition, recordedAt, streamName, commandId } = first.metadata;
    while (waiting[0] && !isAppended(waiting[0]) && waiting[0].afterPosition < globalPosition)
      await writeNext(store, waiting);
    const record = recordOf.get(commandId ?? '');
    if (record) remove(waiting, record);
    await store.append({
      writes: [{ stream: streamName, events: group.map(asGiven) }],
      recordedAt,
      ...(record ? { commandRecord: record } : {}),
    });
  }
  while (waiting.length > 0) await writeNext(store, waiting);
};

const isAppended = ({ outcome }: CommandRecord): boolean => outcome.kind === 'appended' && outcome.eventIds.length > 0;

const writeNext = async (store: EventStore, waiting: CommandRecord[]): Promise<void> => {
  const record = waiting.shift();
  if (record) await store.recordCommand(record);
};

const remove = (waiting: CommandRecord[], record: CommandRecord): void => {
  const index = waiting.indexOf(record);
  if (index >= 0) waiting.splice(index, 1);
};

/** Events that were stored together: of one stream, one command and one time, one after the other. */
const groupsOf = (events: RecordedEvent[]): RecordedEvent[][] => {
  const groups: RecordedEvent[][] = [];
  for (const event of events) {
    const last = groups.at(-1);
    if (last?.[0] && belongTogether(last[0], event)) last.push(event);
    else groups.push([event]);
  }
  return groups;
};

const belongTogether = ({ metadata: a }: RecordedEvent, { metadata: b }: RecordedEvent): boolean =>
  a.commandId !== undefined &&
  a.commandId === b.commandId &&
  a.streamName === b.streamName &&
  a.recordedAt === b.recordedAt;

const givenByStore = ['eventId', 'streamName', 'streamPosition', 'globalPosition', 'recordedAt', 'schemaVersion'];

const asGiven = ({ type, data, metadata }: RecordedEvent): EventToAppend => {
  const added = Object.entries(metadata).filter(([name, value]) => !givenByStore.includes(name) && value !== undefined);
  return {
    type,
    data,
    eventId: metadata.eventId,
    schemaVersion: metadata.schemaVersion,
    metadata: Object.fromEntries(added) as NonNullable<EventToAppend['metadata']>,
  };
};
