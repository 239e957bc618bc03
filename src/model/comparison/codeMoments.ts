import type { StoredBoardEvent } from '../boardEvents.ts';
import { momentsOf } from '../boardMoments.ts';

/** The wall as it was before a change of code: after so many gestures. */
export type CodeMoment = { count: number; label: string; definitionIds: string[]; at?: string };

/** Whoever rests longer has looked at what they made, in milliseconds. */
const rest = 60_000;

/**
 * Where code was changed, the latest first. Changes of the same code one shortly after the other are one: what somebody
 * typed in one go is of interest as it was before they began.
 */
export const codeMoments = (events: readonly StoredBoardEvent[]): CodeMoment[] => {
  const moments = momentsOf(events);
  const found: (CodeMoment & { last: number })[] = [];
  for (const [index, { gesture, end }] of moments.entries()) {
    const ids = changedCode(events.slice(moments[index - 1]?.end ?? 0, end));
    if (ids.length === 0) continue;
    const before = found.at(-1);
    const isOneGo = before?.last === index - 1 && before.definitionIds.join() === ids.join();
    if (before && isOneGo && timeBetween(moments[before.last]?.gesture.at, gesture.at) < rest) before.last = index;
    else
      found.push({
        count: index,
        label: gesture.label,
        definitionIds: ids,
        last: index,
        ...(gesture.at === undefined ? {} : { at: gesture.at }),
      });
  }
  return found.map(({ last: _, ...moment }) => moment).reverse();
};

const timeBetween = (one: string | undefined, other: string | undefined): number =>
  one === undefined || other === undefined ? 0 : Date.parse(other) - Date.parse(one);

const changedCode = (events: readonly StoredBoardEvent[]): string[] => [
  ...new Set(events.flatMap((event) => (event.type === 'CodeChanged' ? [event.data.definitionId] : []))),
];
