import { stepsBefore, typeAt, usualGap } from '#model';
import type { AppState } from './AppState.ts';
import { appStore } from './appStore.ts';
import { askAhead, forgetAsked, momentAhead } from './askingAhead.ts';
import { historyOf } from './historyIndex.ts';
import { sayNote } from './messages.ts';
import { notePrinted } from './printed.ts';
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

/** Milliseconds that a step must last for anybody to see each event; shorter ones keep time instead. */
const followable = 50;

/** So many steps at once make up for time that was lost, and no more. */
const mostAtOnce = 60;

/** Where steps are too short to be followed, how long one lasts. */
const shortStep = ({ isRevealing, speed }: AppState): number | undefined => {
  const lasts = speed === 'recorded' || isRevealing ? stepMs : stepMs / speed;
  return lasts < followable ? lasts : undefined;
};

/**
 * Steps come at their time, however long the one before took to be shown. What can be followed is never passed over:
 * it comes later instead.
 */
const scheduleStep = (): void => {
  const now = performance.now();
  const due = dueAt + waitBefore(getState());
  dueAt = shortStep(getState()) === undefined ? Math.max(now, due) : due;
  stepLater(playStep, Math.max(0, dueAt - now));
};

/** How many steps are due: more than one where the screen cannot keep up with short ones. */
const stepsDue = (state: AppState): number => {
  const lasts = shortStep(state);
  if (lasts === undefined) return 1;
  const late = Math.max(0, performance.now() - dueAt);
  const steps = Math.min(mostAtOnce, 1 + Math.floor(late / lasts));
  dueAt = steps === mostAtOnce ? performance.now() : dueAt + (steps - 1) * lasts;
  return steps;
};

/** Where so many steps lead to. */
const positionAfterSteps = (state: AppState, steps: number): number => {
  let position = positionOf(state);
  for (let step = 0; step < steps && position < headOf(state); step += 1)
    position = nextPosition({ ...state, cursor: position });
  return position;
};

/** So many moments are under way beside the one that is due: the way to the code and back takes longer than a short step. */
const stepsAhead = 2;

/** The cursor moves when what there is to see there is there. */
const show = async (state: AppState, position: number, steps: number): Promise<void> => {
  if (state.isRevealing || position >= headOf(state)) return place(position);
  const due = momentAhead(position);
  const ahead = Array.from({ length: stepsAhead }, (_, index) =>
    positionAfterSteps({ ...state, cursor: position }, steps * (index + 1)),
  );
  askAhead(ahead.filter((one, index) => one < headOf(state) && one !== ahead[index - 1]));
  const reading = await due;
  if (!getState().isPlaying) return;
  if (!reading) return place(position);
  setState({ cursor: position, ...reading.shown });
  notePrinted(reading.logs);
};

const playStep = async (): Promise<void> => {
  const state = getState();
  const steps = stepsDue(state);
  const next = positionAfterSteps(state, steps);
  const stop = state.isRevealing ? undefined : firstStop(state, positionOf(state), next);
  await show(state, stop ?? next, steps);
  if (!getState().isPlaying) return;
  if (stop !== undefined) sayNote(`Stopped at event ${stop}, ${typeAt(historyOf(state.events), stop)}: a breakpoint.`);
  if (stop !== undefined || getState().cursor === 'now') pause();
  else scheduleStep();
};

const startPlaying = (): void => {
  forgetAsked();
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
