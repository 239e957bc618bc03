import type { CommandRecord, EventStore, EventToAppend, RecordedEvent } from '#event-store';
import type { HistoryPage, OpenedHistory, RecordedHistory } from '../EngineApi.ts';

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

const pageSize = 1000;

/** As much of a history as one message holds easily: all of most. */
export const openHistory = async (store: EventStore): Promise<OpenedHistory> => {
  for (;;) {
    const { events, isEnd } = await store.readAll({ limit: pageSize });
    const commands = await store.commandRecords({ limit: pageSize });
    const total = await store.lastPosition();
    const isWhole = isEnd && commands.length < pageSize;
    // What another tab stores meanwhile is announced to a screen that does not show this run yet.
    if (!isWhole || total === events.length) return { events, commands, isWhole, total };
  }
};

/** What is stored behind what is known already. */
export const historyPage = async (
  store: EventStore,
  known: { events: number; sequence: number },
): Promise<HistoryPage> => {
  const { text, isEnd } = await store.readLogPage(known.events + 1);
  const commands = await store.commandRecords({ after: known.sequence, limit: pageSize });
  return { text, commands, isEnd: isEnd && commands.length < pageSize };
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
