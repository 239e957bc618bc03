import { type AppState, appStore } from '#state';
import { pathOf, type RunPath, runOf } from './runPath.ts';
import { wallStore } from './wallStore.ts';

/** One wave through the notes that a command went through; the nonce makes the same way count as new. */
export type Pulse = { path: RunPath; nonce: number };

/** More than that at once is not a command that somebody wants to watch. */
const mostEvents = 25;

const positionOf = ({ cursor, events }: AppState): number => (cursor === 'now' ? events.length : cursor);

const isSameHistory = (before: AppState, now: AppState): boolean =>
  before.modelId === now.modelId &&
  before.runs.find(({ isCurrent }) => isCurrent)?.runId === now.runs.find(({ isCurrent }) => isCurrent)?.runId &&
  before.events.at(-1) === now.events[before.events.length - 1];

/** The events that came into view between two states by a step, or by being stored; not by a leap of the cursor. */
export const eventsThatCame = (before: AppState, now: AppState): AppState['events'] => {
  if (before.phase !== 'ready' || !isSameHistory(before, now)) return [];
  const [from, to] = [positionOf(before), positionOf(now)];
  const isStored = now.cursor === 'now' && before.cursor === 'now';
  const most = isStored ? mostEvents : 1;
  return to > from && to - from <= most ? now.events.slice(from, to) : [];
};

/** Sends a wave over the wall whenever an event comes into view. Answers how to stop. */
export const watchForPulses = (): (() => void) =>
  appStore.subscribe((now, before) => {
    if (now.events === before.events && now.cursor === before.cursor) return;
    const events = eventsThatCame(before, now);
    if (events.length === 0) return;
    const path = pathOf(now.board, runOf(now, events));
    wallStore.setState(({ pulse }) => ({ pulse: { path, nonce: (pulse?.nonce ?? 0) + 1 } }));
  });
