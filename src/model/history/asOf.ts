import { type HistoryIndex, positionsOf } from './historyIndex.ts';
import { countUpTo } from './positions.ts';

/**
 * Where a person wants to be: at a position, at a time (milliseconds since 1970), or where a stream has a version.
 */
type Whereabouts =
  | { kind: 'position'; position: number }
  | { kind: 'time'; time: number }
  | { kind: 'version'; stream: string; version: number };

/** The last position before anything was recorded later than the time; a store's clock never runs backwards. */
const positionAsOf = ({ times }: HistoryIndex, time: number): number => countUpTo(times, time);

const endOfSecond = (seconds = '59'): string => (seconds.includes('.') ? seconds : `${seconds}.999`);

/** A time as people type it, in UTC as events show it; without a date it is meant on the day that is given. */
const timeFrom = (typed: string, today: string): number | undefined => {
  const found = /^(?:(\d{4}-\d{2}-\d{2})(?:[T ]+|$))?(?:(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d{1,3})?))?Z?)?$/u.exec(typed);
  if (!found) return undefined;
  const [, date, hours, minutes, seconds] = found;
  if (date === undefined && hours === undefined) return undefined;
  const clock = hours === undefined ? '23:59:59.999' : `${hours.padStart(2, '0')}:${minutes}:${endOfSecond(seconds)}`;
  const time = Date.parse(`${date ?? today}T${clock}Z`);
  return Number.isNaN(time) ? undefined : time;
};

/**
 * Reads "7", "10:15", "2026-03-01 10:15:30", "ShoppingCart-1 at version 3" or "ShoppingCart-1 3"; nothing where it is
 * none of these. A second, a minute or a day means its end: everything that happened in it is to be seen.
 */
export const whereaboutsFrom = (typed: string, today: string): Whereabouts | undefined => {
  const text = typed.trim();
  if (/^\d[\d,]*$/u.test(text)) return { kind: 'position', position: Number(text.replaceAll(',', '')) };
  const time = timeFrom(text, today);
  if (time !== undefined) return { kind: 'time', time };
  const [, stream, version] = /^(\S+)\s+(?:at\s+)?(?:version\s+)?(\d+)$/u.exec(text) ?? [];
  return stream ? { kind: 'version', stream, version: Number(version) } : undefined;
};

/** The position meant; nothing where the stream, or that version of it, does not exist. */
export const positionOfWhereabouts = (index: HistoryIndex, where: Whereabouts): number | undefined => {
  switch (where.kind) {
    case 'position':
      return Math.min(where.position, index.length);
    case 'time':
      return positionAsOf(index, where.time);
    case 'version':
      return positionsOf(index.streams, where.stream)[where.version - 1];
  }
};
