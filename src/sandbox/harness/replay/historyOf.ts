import type { ThrownError, WorkerHistory } from '../../protocol.ts';
import type { HistoryRequest, ValueChange, ValuePlace } from '../../Sandbox.ts';
import { describeThrown, NotHeld } from '../errors.ts';
import { stringify } from '../primordials.ts';
import { running, runningFor } from '../running.ts';
import { typeAt } from './log.ts';
import { cutTo, saysTheSame, type TextOrNone } from './valueText.ts';
import { type Walk, walkTo, walkValue } from './walkValue.ts';

/** Characters of a value in its history. */
const longest = 4_000;

type Seen = { position: number; type: string; before: TextOrNone; after: TextOrNone };

const changeOf = ({ position, type, before, after }: Seen): ValueChange => ({
  position,
  type,
  before: cutTo(longest, before),
  after: cutTo(longest, after),
});

/** How far a history has been read. */
type Reading = { walk: Walk; value: TextOrNone; total: number; newest: Seen[] };

/** One that misses events of the log: it goes on from there when it is asked for again. */
let unfinished: { key: string; reading: Reading } | null = null;

const begin = (place: ValuePlace): Reading => {
  const walk = walkValue(place);
  return { walk, value: walk.start, total: 0, newest: [] };
};

const answerOf = ({ walk, total, newest }: Reading, most: number) => ({
  total,
  start: cutTo(longest, walk.start),
  changes: newest.slice(-most).reverse().map(changeOf),
});

const read = (reading: Reading, position: number, most: number): ThrownError | undefined =>
  walkTo(reading.walk, position, (at, text) => {
    const { newest, value } = reading;
    if (saysTheSame(value, text)) return;
    newest.push({ position: at, type: typeAt(at), before: value, after: text });
    if (newest.length > 2 * most) newest.splice(0, most);
    reading.value = text;
    reading.total += 1;
  });

/** What made a value: the events up to a position that changed it, the newest first. */
export const historyOf = ({ position, most, ...place }: HistoryRequest): WorkerHistory =>
  runningFor(place.subject.moduleId, undefined, () => {
    const key = stringify({ position, most, place });
    let reading = unfinished?.key === key ? unfinished.reading : null;
    unfinished = null;
    try {
      reading ??= begin(place);
      const error = read(reading, position, most);
      return { ...answerOf(reading, most), ...(error ? { error } : {}) };
    } catch (thrown) {
      if (reading && NotHeld.is(thrown)) unfinished = { key, reading };
      const error = describeThrown(thrown, running.phase);
      return { ...(reading ? answerOf(reading, most) : { total: 0, start: null, changes: [] }), error };
    }
  });
