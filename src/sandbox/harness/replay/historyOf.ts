import type { WorkerHistory } from '../../protocol.ts';
import type { HistoryRequest, ValueChange } from '../../Sandbox.ts';
import { describeThrown } from '../errors.ts';
import { running, runningFor } from '../running.ts';
import { eventAt } from './log.ts';
import { cutTo, saysTheSame, type TextOrNone } from './valueText.ts';
import { walkTo, walkValue } from './walkValue.ts';

/** Characters of a value in its history. */
const longest = 4_000;

type Seen = { position: number; before: TextOrNone; after: TextOrNone };

const changeOf = ({ position, before, after }: Seen): ValueChange => ({
  position,
  type: eventAt(position).type,
  before: cutTo(longest, before),
  after: cutTo(longest, after),
});

/** What made a value: the events up to a position that changed it, the newest first. */
export const historyOf = ({ position, most, ...place }: HistoryRequest): WorkerHistory =>
  runningFor(place.subject.moduleId, undefined, () => {
    const newest: Seen[] = [];
    let [total, start]: [number, TextOrNone] = [0, null];
    const answer = () => ({
      total,
      start: cutTo(longest, start),
      changes: newest.slice(-most).reverse().map(changeOf),
    });
    try {
      const walk = walkValue(place);
      start = walk.start;
      let value = walk.start;
      const error = walkTo(walk, position, (at, text) => {
        if (saysTheSame(value, text)) return;
        newest.push({ position: at, before: value, after: text });
        if (newest.length > 2 * most) newest.splice(0, most);
        value = text;
        total += 1;
      });
      return { ...answer(), ...(error ? { error } : {}) };
    } catch (thrown) {
      return { ...answer(), error: describeThrown(thrown, running.phase) };
    }
  });
