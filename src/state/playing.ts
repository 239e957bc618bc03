import { stepsBefore, typeAt, usualGap } from '#model';
import type { AppState } from './AppState.ts';
import { appStore } from './appStore.ts';
import { historyOf } from './historyIndex.ts';
import { sayNote } from './messages.ts';
import { firstStop } from './stopAhead.ts';
import { headOf, moveTo, nextPosition, pause, place, positionOf, refreshMoment, stepLater } from './timeTravel.ts';

/** One hop of a slow run, and one step of playing at speed 1, in milliseconds. */
const stepMs = 600;

const { getState, setState } = appStore;

let dueAt = 0;

/** At the speed of the recording a gap lasts in proportion to the usual one. */
const waitBefore = (state: AppState): number => {
  if (state.isRevealing) return stepMs;
  if (state.speed !== 'recorded') return stepMs / state.speed;
  const history = historyOf(state.events);
  return stepMs * stepsBefore(history, nextPosition(state), usualGap(history));
};

/** Steps come at their time, however long the one before took to be shown. */
const scheduleStep = (): void => {
  const now = performance.now();
  dueAt = Math.max(now, dueAt + waitBefore(getState()));
  stepLater(playStep, dueAt - now);
};

const playStep = async (): Promise<void> => {
  const state = getState();
  const next = nextPosition(state);
  const stop = state.isRevealing ? undefined : firstStop(state, positionOf(state), next);
  await place(stop ?? next);
  if (!getState().isPlaying) return;
  if (stop !== undefined) sayNote(`Stopped at event ${stop}, ${typeAt(historyOf(state.events), stop)}: a breakpoint.`);
  if (stop !== undefined || getState().cursor === 'now') pause();
  else scheduleStep();
};

const startPlaying = (): void => {
  setState({ isPlaying: true });
  dueAt = performance.now();
  scheduleStep();
};

/** From the start again where the end has been reached. */
export const play = (): void => {
  const state = getState();
  if (headOf(state) === 0) return;
  if (state.cursor === 'now') void moveTo(0);
  startPlaying();
};

/** Shows what a command stored hop by hop instead of at once: the cursor stays at `from`, then walks, or waits to be walked. */
export const reveal = (from: number): void => {
  const { pace, events } = getState();
  if (pace === 'instant' || events.length <= from) return;
  setState({ cursor: from, isRevealing: true });
  void refreshMoment();
  if (pace === 'by-hand') return;
  startPlaying();
};
