import type { CommandRecord, EventStore, EventToAppend, RecordedEvent } from '#event-store';
import type { RecordedHistory } from '../ModelsAndRuns.ts';
import { marksOf } from './history.ts';
import type { Task } from './longWork.ts';

/** Events in their order, some at a time: so a history may be longer than what memory holds as objects. */
export type EventPages = AsyncIterable<RecordedEvent[]>;

/** A history on its way from one store to another. */
export type PagedHistory = Omit<RecordedHistory, 'events'> & {
  /** Number of events. */
  total: number;
  pages: EventPages;
};

const pageSize = 1000;

/** The events of a store from one position to another, both inclusive. */
export async function* eventPages(store: EventStore, from: number, to: number): EventPages {
  for (let next = from; next <= to; ) {
    const limit = Math.min(pageSize, to - next + 1);
    const { events, lastPosition, isEnd } = await store.readAll({ from: next, limit, archived: 'included' });
    yield events;
    if (isEnd) return;
    next = lastPosition + 1;
  }
}

/** A whole history that is in memory. */
export const pagesOf = ({ events, ...rest }: RecordedHistory): PagedHistory => ({
  ...rest,
  total: events.length,
  pages: (async function* () {
    for (let at = 0; at < events.length; at += pageSize) yield events.slice(at, at + pageSize);
  })(),
});

/** How long a history is, with its commands, all of one moment: what another tab stores meanwhile is not among them. */
export const recordedSoFar = async (store: EventStore): Promise<{ total: number; commands: CommandRecord[] }> => {
  for (;;) {
    const total = await store.lastPosition();
    const commands = await store.commandRecords();
    if ((await store.lastPosition()) === total) return { total, commands };
  }
};

/** All that a store has recorded, to be written into another one. */
export const wholeHistory = async (store: EventStore): Promise<PagedHistory> => {
  const recorded = await recordedSoFar(store);
  return { ...recorded, ...(await marksOf(store)), pages: eventPages(store, 1, recorded.total) };
};

/** So many appends are under way at once: those that wait for one another share a transaction. */
const batchSize = 2000;

/**
 * Writes a recorded history into an empty store as it was: events with their ids, times and metadata, each command's
 * record together with its events, refusals in between.
 */
export const writeHistory = async (
  store: EventStore,
  { pages, total, commands, streams = [] }: PagedHistory,
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

  for await (const group of groupsIn(pages)) {
    const { globalPosition, recordedAt, streamName, streamPosition, commandId } = group[0].metadata;
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
    task?.onProgress(globalPosition, total);
  }
  await flush();
  await recordUpTo(() => true);
  await store.restoreMarks(streams);
};

const isAppended = ({ outcome }: CommandRecord): boolean => outcome.kind === 'appended' && outcome.eventIds.length > 0;

type Group = [RecordedEvent, ...RecordedEvent[]];

/** Events that were stored together: of one stream, one command and one time, one after the other. */
async function* groupsIn(pages: EventPages): AsyncGenerator<Group> {
  let group: Group | undefined;
  for await (const page of pages)
    for (const event of page)
      if (group && belongTogether(group[0], event)) group.push(event);
      else {
        if (group) yield group;
        group = [event];
      }
  if (group) yield group;
}

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
