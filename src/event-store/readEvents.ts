import { checkRange, checkStreamName } from './argumentChecks.ts';
import type { Backend, LogPart } from './Backend.ts';
import { type ChangeSet, eventsOf, type LoggedSet, lastPositionOf, type SetPlace } from './changeSet.ts';
import type { StreamRange } from './decideCommit.ts';
import type { LogPage, LogRead, ReadAllOptions, ReadStreamOptions, RecordedEvent, StreamRead } from './EventStore.ts';
import { StreamDeleted } from './errors.ts';
import { logTextOf, setsInText } from './segment.ts';
import { statusOf } from './streamState.ts';

/** Positions that are looked at in one go. */
const page = 1000;

/** The part of a stream's name before the first `-`. */
export const categoryOf = (stream: string): string => stream.split('-', 1)[0] ?? '';

export const readStream = async (
  backend: Backend,
  stream: string,
  options: ReadStreamOptions = {},
): Promise<StreamRead> => {
  checkStreamName(stream);
  checkRange(options);
  const { from = 1, to = Number.POSITIVE_INFINITY, limit = Number.POSITIVE_INFINITY, direction = 'forwards' } = options;
  const { asOf = endOfTime } = options;
  // What is left out for its time must not count.
  const enough = asOf === endOfTime ? limit : Number.POSITIVE_INFINITY;
  const { changeSets, ...head } = await backend.streamSets(stream, { from, to, limit: enough, direction });
  const { version, marks } = head;
  const status = statusOf(head);
  const isWhole = options.deleted === 'included';
  if (status === 'tombstoned' && !isWhole) throw new StreamDeleted(stream);
  const { hiddenThrough = 0 } = isWhole ? {} : marks;
  if (from <= hiddenThrough) {
    if (status === 'soft-deleted' || to <= hiddenThrough)
      return { events: [], version, exists: version > hiddenThrough };
    return readStream(backend, stream, { ...options, from: hiddenThrough + 1 });
  }
  const events = changeSets
    .flatMap(eventsOf)
    .filter(
      ({ metadata: { streamPosition, recordedAt } }) =>
        streamPosition >= from && streamPosition <= to && recordedAt <= asOf,
    );
  if (direction === 'backwards') events.reverse();
  return {
    events: events.slice(0, limit),
    version,
    exists: version > hiddenThrough,
    ...(status === 'archived' ? { isArchived: true } : {}),
    ...(isWhole && (status === 'soft-deleted' || status === 'tombstoned') ? { deleted: status } : {}),
  };
};

/** After every time that ISO 8601 writes. */
const endOfTime = '~';

export const readRange = async (backend: Backend, { stream, from, to }: StreamRange): Promise<RecordedEvent[]> =>
  (await backend.streamSets(stream, { from, to, limit: Number.POSITIVE_INFINITY, direction: 'forwards' })).changeSets
    .flatMap(eventsOf)
    .filter(({ metadata }) => metadata.streamPosition >= from && metadata.streamPosition <= to);

export const readAll = async (backend: Backend, options: ReadAllOptions = {}): Promise<LogRead> => {
  checkRange(options);
  const { from = 1, limit = Number.POSITIVE_INFINITY } = options;
  const archived = new Set(options.archived === 'included' ? [] : await backend.archivedStreams());
  const isWanted = filterOf(options, archived);
  const events: RecordedEvent[] = [];
  let next = from;
  for (;;) {
    const { sets, isEnd } = setsOf(await backend.logFrom(next, isWanted ? page : Math.min(page, limit)));
    for (const set of sets) {
      if (lastPositionOf(set) < next) continue;
      for (const event of isWanted?.set(set) === false ? [] : eventsOf(set)) {
        const { globalPosition } = event.metadata;
        if (globalPosition < next || isWanted?.type(event.type) === false) continue;
        events.push(event);
        if (events.length < limit) continue;
        const isLast = set === sets.at(-1) && globalPosition === lastPositionOf(set);
        return { events, lastPosition: globalPosition, isEnd: isLast && isEnd };
      }
      next = lastPositionOf(set) + 1;
    }
    if (isEnd) return { events, lastPosition: endOf(sets, next), isEnd: true };
  }
};

const setsOf = (part: LogPart): { sets: (ChangeSet | LoggedSet)[]; isEnd: boolean } =>
  part.kind === 'segment'
    ? { sets: setsInText(part.segment.text), isEnd: false }
    : { sets: part.changeSets, isEnd: part.isEnd };

/** Undefined where nothing is left out. */
const filterOf = (options: ReadAllOptions, archived: ReadonlySet<string>) => {
  const { types, typePattern, category, streamPrefix, stream: wanted } = options;
  const filters = [types, typePattern, category, streamPrefix, wanted];
  if (archived.size === 0 && filters.every((filter) => filter === undefined)) return undefined;
  return {
    set: ({ stream }: SetPlace): boolean =>
      !archived.has(stream) &&
      (wanted === undefined || stream === wanted) &&
      (category === undefined || categoryOf(stream) === category) &&
      stream.startsWith(streamPrefix ?? ''),
    type: (type: string): boolean => types?.includes(type) !== false && typePattern?.test(type) !== false,
  };
};

const endOf = (sets: SetPlace[], next: number): number => {
  const last = sets.at(-1);
  return last ? lastPositionOf(last) : next - 1;
};

export const readLogPage = async (backend: Backend, from: number): Promise<LogPage> => {
  checkRange({ from });
  const part = await backend.logFrom(from, page);
  if (part.kind === 'segment') {
    const { text, firstPosition, lastPosition } = part.segment;
    return { text, firstPosition, lastPosition, isEnd: false };
  }
  const { changeSets, isEnd } = part;
  const last = changeSets.at(-1);
  const lastPosition = last ? lastPositionOf(last) : 0;
  const wanted = lastPosition < from ? [] : changeSets;
  return { text: logTextOf(wanted), firstPosition: wanted[0]?.firstPosition ?? from, lastPosition, isEnd };
};

/** Ids that were freshly made are in no index: the log is looked through for them. */
export const eventById = async (backend: Backend, eventId: string): Promise<RecordedEvent | undefined> => {
  const indexed = await backend.eventOf(eventId);
  if (indexed) return indexed;
  for (let from = 1; ; ) {
    const { events, lastPosition, isEnd } = await readAll(backend, { from, limit: page, archived: 'included' });
    const found = events.find(({ metadata }) => metadata.eventId === eventId);
    if (found || isEnd) return found;
    from = lastPosition + 1;
  }
};
