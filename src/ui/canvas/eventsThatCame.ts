import { type AppState, currentRunOf, type RecordedEvent } from '#state';

/** What of the app's state says where the person is in which history. */
export type Seen = Pick<AppState, 'phase' | 'modelId' | 'runs' | 'events' | 'cursor' | 'pace'>;

/** More than that at once is not a command that somebody wants to watch. */
const mostEvents = 25;

const positionOf = ({ cursor, events }: Seen): number => (cursor === 'now' ? events.length : cursor);

const isSameHistory = (before: Seen, now: Seen): boolean =>
  before.modelId === now.modelId &&
  currentRunOf(before.runs)?.runId === currentRunOf(now.runs)?.runId &&
  (before.events.length === 0 || before.events.at(-1) === now.events.at(before.events.length - 1));

/**
 * The events that came into view between two states by a step, or by being stored; not by a leap of the cursor. At a
 * slower pace what was stored is stepped through at once, and shown then.
 */
export const eventsThatCame = (before: Seen, now: Seen): RecordedEvent[] => {
  if (before.phase !== 'ready' || !isSameHistory(before, now)) return [];
  const [from, to] = [positionOf(before), positionOf(now)];
  const isStored = now.cursor === 'now' && before.cursor === 'now';
  if (isStored && now.pace !== 'instant') return [];
  const most = isStored ? mostEvents : 1;
  return to > from && to - from <= most ? now.events.slice(from, to) : [];
};
