import type { AppState } from './AppState.ts';
import { appStore } from './appStore.ts';
import { keepPreferences, readPreferences } from './preferences.ts';

/**
 * What a first visitor is told to try, one line after the other: send a command, step back, change a rule and send
 * again. Each line is done when the state says so.
 */
const isDone: ((state: AppState, before: AppState) => boolean)[] = [
  (state, before) => state.lastOutcome !== before.lastOutcome && state.lastOutcome?.outcome.kind === 'appended',
  (state) => state.cursor !== 'now' && !state.isRevealing && state.events.length - state.cursor >= 3,
  (state, before) => state.lastOutcome !== before.lastOutcome && state.lastOutcome !== null,
];

export const startHints = (): void => {
  if (readPreferences().hintsDone) return;
  appStore.setState({ hint: 0 });
  const stop = appStore.subscribe((state, before) => {
    if (state.hint === null) return stop();
    if (isDone[state.hint]?.(state, before)) nextHint();
  });
};

export const nextHint = (): void => {
  const { hint } = appStore.getState();
  if (hint === null) return;
  if (hint + 1 < isDone.length) appStore.setState({ hint: hint + 1 });
  else closeHints();
};

export const closeHints = (): void => {
  appStore.setState({ hint: null });
  keepPreferences({ hintsDone: true });
};
