import type { WorkerFollowed } from '../../protocol.ts';
import type { FollowedValue, FollowRequest, ValuePlace, ValueText } from '../../Sandbox.ts';
import { describeThrown } from '../errors.ts';
import { parseJson, stringify } from '../primordials.ts';
import { running, runningFor } from '../running.ts';
import { sampleKinks } from './sampleKinks.ts';
import { versionAt } from './Versions.ts';
import { cutTo, saysTheSame, type TextOrNone } from './valueText.ts';
import { type Walk, walkTo, walkValue } from './walkValue.ts';

/** Characters of a value that is followed; it is shown on one line. Where its course has grown long, fewer are kept. */
const [longest, longestOfMany] = [1_000, 120];
const manyCharacters = 1_000_000;
/** Values that are followed at a time; of more, the one that was asked for longest ago starts again. */
const mostFollowed = 40;

/** All changes of a value so far, of which the first is how it started, at position 0. */
type Followed = {
  walk: Walk;
  value: TextOrNone;
  positions: number[];
  texts: ValueText[];
  numbers: (number | undefined)[];
  /** Characters that are kept. */
  size: number;
};

const known = new Map<string, Followed>();

/** What can be drawn as a height. */
const numberOf = (text: TextOrNone): number | undefined => {
  if (text === null) return undefined;
  if (/^-?\d/.test(text)) return Number(text);
  return text.startsWith('{"$bigint"') ? Number((parseJson(text) as { $bigint: string }).$bigint) : undefined;
};

const add = (followed: Followed, position: number, text: TextOrNone): void => {
  followed.value = text;
  followed.positions.push(position);
  const kept = cutTo(followed.size > manyCharacters ? longestOfMany : longest, text);
  followed.texts.push(kept);
  followed.size += kept?.text.length ?? 0;
  followed.numbers.push(numberOf(text));
};

const begin = (place: ValuePlace): Followed => {
  const walk = walkValue(place);
  const followed: Followed = { walk, value: walk.start, positions: [], texts: [], numbers: [], size: 0 };
  add(followed, 0, walk.start);
  return followed;
};

/** Taken up where it was left, and kept as the one that was asked for last. */
const followedOf = (place: ValuePlace): Followed => {
  const key = stringify(place);
  const followed = known.get(key) ?? begin(place);
  known.delete(key);
  known.set(key, followed);
  const [oldest] = known.keys();
  if (known.size > mostFollowed && oldest !== undefined) known.delete(oldest);
  return followed;
};

const changesAround = ({ positions, texts }: Followed, position: number): NonNullable<FollowedValue['around']> => {
  const index = versionAt(positions, position) - 1;
  const [previous, at = 0, next] = [positions[index - 1], positions[index], positions[index + 1]];
  return {
    at,
    before: texts[index - 1] ?? null,
    ...(previous === undefined ? {} : { previous }),
    ...(next === undefined ? {} : { next }),
  };
};

const shownOf = (followed: Followed, { position, most }: FollowRequest): Omit<FollowedValue, 'error'> => {
  const { positions, texts, numbers } = followed;
  return {
    total: positions.length - 1,
    value: texts[versionAt(positions, position) - 1] ?? null,
    kinks: sampleKinks(positions, numbers, most).map((index) => {
      const number = numbers[index];
      return {
        position: positions[index] ?? 0,
        value: texts[index] ?? null,
        ...(number === undefined ? {} : { number }),
      };
    }),
    around: changesAround(followed, position),
  };
};

const follow = (place: ValuePlace, request: FollowRequest): WorkerFollowed['values'][number] =>
  runningFor(place.subject.moduleId, undefined, () => {
    try {
      const followed = followedOf(place);
      const error = walkTo(followed.walk, request.head, (position, text) => {
        if (!saysTheSame(followed.value, text)) add(followed, position, text);
      });
      return { ...shownOf(followed, request), ...(error ? { error } : {}) };
    } catch (thrown) {
      const error = describeThrown(thrown, running.phase);
      known.delete(stringify(place));
      return { total: 0, value: null, kinks: [], error };
    }
  });

/** What became of each value since the beginning; what was followed before goes on from there. */
export const followValues = (request: FollowRequest): WorkerFollowed => ({
  values: request.places.map((place) => follow(place, request)),
});
