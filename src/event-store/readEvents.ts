import { checkRange, checkStreamName } from './argumentChecks.ts';
import type { Backend } from './Backend.ts';
import { type ChangeSet, eventsOf, lastPositionOf } from './changeSet.ts';
import type { StreamRange } from './decideCommit.ts';
import type { LogRead, ReadAllOptions, ReadStreamOptions, RecordedEvent, StreamRead } from './EventStore.ts';

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
  const { version, changeSets } = await backend.streamSets(stream, { from, to, limit, direction });
  const events = changeSets
    .flatMap(eventsOf)
    .filter(({ metadata }) => metadata.streamPosition >= from && metadata.streamPosition <= to);
  if (direction === 'backwards') events.reverse();
  return { events: events.slice(0, limit), version, exists: version > 0 };
};

export const readRange = async (backend: Backend, { stream, from, to }: StreamRange): Promise<RecordedEvent[]> =>
  (await readStream(backend, stream, { from, to })).events;

export const readAll = async (backend: Backend, options: ReadAllOptions = {}): Promise<LogRead> => {
  checkRange(options);
  const { from = 1, limit = Number.POSITIVE_INFINITY } = options;
  const isUnfiltered = !options.types && options.category === undefined && options.stream === undefined;
  const pageSize = isUnfiltered ? Math.min(page, limit + 1) : page;
  const events: RecordedEvent[] = [];
  let next = from;
  for (;;) {
    const sets = await backend.setsFrom(next, pageSize);
    for (const set of sets) {
      if (lastPositionOf(set) < next) continue;
      for (const event of isWanted(set, options) ? eventsOf(set) : []) {
        const { globalPosition } = event.metadata;
        if (globalPosition < next || (options.types && !options.types.includes(event.type))) continue;
        events.push(event);
        if (events.length < limit) continue;
        const isLast = set === sets.at(-1) && globalPosition === lastPositionOf(set);
        return { events, lastPosition: globalPosition, isEnd: isLast && sets.length < pageSize };
      }
      next = lastPositionOf(set) + 1;
    }
    if (sets.length < pageSize) return { events, lastPosition: endOf(sets, next), isEnd: true };
  }
};

const isWanted = ({ stream }: ChangeSet, { stream: wanted, category }: ReadAllOptions): boolean =>
  (wanted === undefined || stream === wanted) && (category === undefined || categoryOf(stream) === category);

const endOf = (sets: ChangeSet[], next: number): number => {
  const last = sets.at(-1);
  return last ? lastPositionOf(last) : next - 1;
};
