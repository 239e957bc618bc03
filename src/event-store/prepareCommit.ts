import { checkDistinct, checkEvent, checkExpectedVersion, checkStreamName } from './argumentChecks.ts';
import type { StoredEvent } from './changeSet.ts';
import type { Commit, EventToAppend, ExpectedVersion, Json, StreamCheck } from './EventStore.ts';
import { InvalidArgument } from './errors.ts';
import { type CompactIds, compactIds, freshIds } from './eventIds.ts';

/** A commit that is fit to be stored, and says so before anything is read: ids given, data as JSON keeps it. */
export type PreparedCommit = Omit<Commit, 'writes' | 'checks'> & {
  writes: PreparedWrite[];
  streams: StreamPart[];
  checks: StreamCheck[];
};

/** What becomes one change set once its positions are known. */
type PreparedWrite = { stream: string; count: number; ids: CompactIds; text: string };

/** All that a commit writes to one stream; every expectation is of the version before the commit. */
export type StreamPart = {
  stream: string;
  expected: ExpectedVersion[];
  ids: string[];
  /** False where the ids are freshly made, so that they cannot be stored already. */
  mayBeRepeat: boolean;
};

export const prepareCommit = (commit: Commit, newId: () => string): PreparedCommit => {
  const { writes, checks = [], ...rest } = commit;
  if (writes.length === 0) throw new InvalidArgument('A commit writes to at least one stream.');
  for (const check of checks) checkTarget(check.stream, check.expectedVersion);
  const commandId = commit.commandRecord?.commandId;
  const prefix = commandId ?? newId();
  const parts = new Map<string, StreamPart>();
  let lastNumber = 0;
  const prepared = writes.map(({ stream, events, expectedVersion = 'any' }) => {
    checkTarget(stream, expectedVersion);
    for (const event of events) checkEvent(event);
    const firstNumber = lastNumber + 1;
    lastNumber += events.length;
    const isFresh = commandId === undefined && events.every(({ eventId }) => eventId === undefined);
    const ids = events.map(({ eventId }, index) => eventId ?? `${prefix}/${firstNumber + index}`);
    const part = parts.get(stream) ?? { stream, expected: [], ids: [], mayBeRepeat: false };
    part.expected.push(expectedVersion);
    part.ids = part.ids.concat(ids);
    part.mayBeRepeat ||= !isFresh;
    parts.set(stream, part);
    return {
      stream,
      count: events.length,
      ids: isFresh ? freshIds(prefix, firstNumber) : compactIds(ids),
      text: textOf(events, ambientMetadata(commit)),
    };
  });
  const streams = [...parts.values()];
  checkDistinct(streams.flatMap(({ ids, mayBeRepeat }) => (mayBeRepeat ? ids : [])));
  return { ...rest, writes: prepared.filter(({ count }) => count > 0), streams, checks };
};

const checkTarget = (stream: string, expected: ExpectedVersion): void => {
  checkStreamName(stream);
  checkExpectedVersion(expected);
};

/** What the events of a command carry of it, unless they say otherwise. */
const ambientMetadata = ({ commandRecord }: Commit): { [key: string]: Json } =>
  commandRecord
    ? {
        commandId: commandRecord.commandId,
        correlationId: commandRecord.correlationId,
        causationId: commandRecord.commandId,
      }
    : {};

const textOf = (events: EventToAppend[], ambient: { [key: string]: Json }): string => {
  try {
    return JSON.stringify(events.map((event) => storedEvent(event, ambient)));
  } catch (cause) {
    throw new InvalidArgument('The data or metadata of an event is not JSON.', { cause });
  }
};

const storedEvent = (event: EventToAppend, ambient: { [key: string]: Json }): StoredEvent => {
  if (event.data === undefined) throw new InvalidArgument(`An event "${event.type}" has no data.`);
  const metadata = { ...ambient, ...event.metadata };
  return {
    type: event.type,
    data: event.data,
    ...(event.schemaVersion === undefined || event.schemaVersion === 1 ? {} : { schemaVersion: event.schemaVersion }),
    ...(Object.keys(metadata).length === 0 ? {} : { metadata }),
  };
};
