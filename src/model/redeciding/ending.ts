import { sameValue } from '../sameValue.ts';

/** How a command ended, or would end: what it stored, or why it stored nothing. */
export type Ending =
  | { kind: 'appended'; events: { type: string; data: unknown }[] }
  | { kind: 'rejected'; message: string }
  | { kind: 'conflict' }
  | { kind: 'failed'; message: string };

/** Whether two endings come to the same; an event that was renamed since counts as what it is called today. */
export const isSameEnding = (one: Ending, other: Ending, nameToday: (type: string) => string): boolean => {
  if (one.kind === 'appended' && other.kind === 'appended') {
    const today = ({ events }: typeof one) => events.map(({ type, data }) => ({ type: nameToday(type), data }));
    return sameValue(today(one), today(other));
  }
  return sameValue(one, other);
};
