import { checkRange, checkStreamName } from './argumentChecks.ts';
import type { Backend, LogPart } from './Backend.ts';
import { type ChangeSet, eventsOf, type LoggedSet, lastPositionOf, type SetPlace } from './changeSet.ts';
import type { StreamRange } from './decideCommit.ts';
import type { LogPage, LogRead, ReadAllOptions, ReadStreamOptions, RecordedEvent, StreamRead } from './EventStore.ts';
import { logTextOf, setsInText } from './segment.ts';

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
  const events: RecordedEvent[] = [];
  let next = from;
  for (;;) {
    const { sets, isEnd } = setsOf(await backend.logFrom(next, isUnfiltered ? Math.min(page, limit) : page));
    for (const set of sets) {
      if (lastPositionOf(set) < next) continue;
      for (const event of isWanted(set, options) ? eventsOf(set) : []) {
        const { globalPosition } = event.metadata;
        if (globalPosition < next || (options.types && !options.types.includes(event.type))) continue;
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

const isWanted = ({ stream }: SetPlace, { stream: wanted, category }: ReadAllOptions): boolean =>
  (wanted === undefined || stream === wanted) && (category === undefined || categoryOf(stream) === category);

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
