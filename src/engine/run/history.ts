import type { CommandRecord, EventStore, EventToAppend, RecordedEvent } from '#event-store';
import type { HistoryPage, OpenedHistory, RecordedHistory } from '../ModelsAndRuns.ts';
import type { Task } from './longWork.ts';

/** All of it, or its events up to a position, at least 1. */
export const readHistory = async (
  store: EventStore,
  upTo = Number.POSITIVE_INFINITY,
  signal?: AbortSignal,
): Promise<RecordedHistory> => ({
  ...(await readEvents(store, upTo, signal)),
  ...(await marksOf(store)),
});

const marksOf = async (store: EventStore): Promise<Pick<RecordedHistory, 'streams'>> => {
  const streams = await store.markedStreams();
  return streams.length > 0 ? { streams } : {};
};

const readEvents = async (store: EventStore, upTo: number, signal?: AbortSignal): Promise<RecordedHistory> => {
  const events: RecordedEvent[] = [];
  for (;;) {
    signal?.throwIfAborted();
    const page = await store.readAll({
      from: events.length + 1,
      limit: Math.min(1000, upTo - events.length),
      archived: 'included',
    });
    events.push(...page.events);
    if (events.length >= upTo) return { events, commands: await store.commandRecords() };
    if (!page.isEnd) continue;
    const commands = await store.commandRecords();
    // What another tab stores meanwhile is announced to a screen that does not show this run yet.
    if ((await store.lastPosition()) === events.length) return { events, commands };
  }
};

/** So many appends are under way at once: those that wait for one another share a transaction. */
const batchSize = 500;
const pageSize = 1000;

/** As much of a history as one message holds easily: all of most. */
export const openHistory = async (store: EventStore): Promise<OpenedHistory> => {
  for (;;) {
    const { events, isEnd } = await store.readAll({ limit: pageSize, archived: 'included' });
    const commands = await store.commandRecords({ limit: pageSize });
    const total = await store.lastPosition();
    const isWhole = isEnd && commands.length < pageSize;
    // What another tab stores meanwhile is announced to a screen that does not show this run yet.
    if (!isWhole || total === events.length) return { events, commands, isWhole, total, ...(await marksOf(store)) };
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
export const writeHistory = async (
  store: EventStore,
  { events, commands, streams = [] }: RecordedHistory,
  task?: Task,
): Promise<void> => {
  const recordOf = new Map(commands.map((record) => [record.commandId, record]));
  const waiting = [...commands].sort((a, b) => a.sequence - b.sequence);
  const written = new Set<CommandRecord>();
  let next = 0;
  let appends: Promise<unknown>[] = [];
  const flush = async (): Promise<void> => {
    const batch = appends;
    appends = [];
    await Promise.all(batch);
    task?.signal.throwIfAborted();
  };
  /** Refusals are recorded by themselves, after all that came before them. */
  const recordUpTo = async (isDue: (record: CommandRecord) => boolean): Promise<void> => {
    for (let record = waiting[next]; record && (written.has(record) || isDue(record)); record = waiting[next]) {
      next += 1;
      if (written.has(record)) continue;
      await flush();
      await store.recordCommand(record);
    }
  };

  for (const group of groupsOf(events)) {
    const [first] = group;
    if (!first) continue;
    const { globalPosition, recordedAt, streamName, streamPosition, commandId } = first.metadata;
    await recordUpTo((record) => !isAppended(record) && record.afterPosition < globalPosition);
    const record = recordOf.get(commandId ?? '');
    if (record) written.add(record);
    appends.push(
      store.append({
        // A version that holds spares the store a search for the ids.
        writes: [{ stream: streamName, events: group.map(asGiven), expectedVersion: streamPosition - 1 }],
        recordedAt,
        ...(record ? { commandRecord: record } : {}),
      }),
    );
    if (appends.length < batchSize) continue;
    await flush();
    task?.onProgress(globalPosition, events.length);
  }
  await flush();
  await recordUpTo(() => true);
  await store.restoreMarks(streams);
};

const isAppended = ({ outcome }: CommandRecord): boolean => outcome.kind === 'appended' && outcome.eventIds.length > 0;

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
