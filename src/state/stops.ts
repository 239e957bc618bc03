import { newUuid } from '#engine';
import { eventAt } from '#model';
import type { AppState, Breakpoint } from './AppState.ts';
import { appStore } from './appStore.ts';
import { currentRunOf } from './runs.ts';

const { getState, setState } = appStore;

/*
 * Breakpoints and bookmarks are a person's own marks, like those of a debugger: this browser remembers them for each
 * model, and they do not travel in its file.
 */
type Kept = Pick<AppState, 'breakpoints' | 'bookmarks'>;

const keyOf = (modelId: string): string => `replayground/stops/${modelId}`;

/** What this browser remembers for a model. */
export const readStops = (modelId: string): Kept => {
  const none: Kept = { breakpoints: [], bookmarks: [] };
  try {
    const kept: Partial<Kept> = JSON.parse(localStorage.getItem(keyOf(modelId)) ?? '{}');
    return {
      breakpoints: Array.isArray(kept.breakpoints) ? kept.breakpoints : [],
      bookmarks: Array.isArray(kept.bookmarks) ? kept.bookmarks : [],
    };
  } catch {
    return none;
  }
};

const change = (changed: Partial<Kept>): void => {
  setState(changed);
  const { modelId, breakpoints, bookmarks } = getState();
  try {
    localStorage.setItem(keyOf(modelId), JSON.stringify({ breakpoints, bookmarks }));
  } catch {
    // Where storage is refused they hold for this visit.
  }
};

const isSame = (one: Breakpoint, other: Breakpoint): boolean => one.on === other.on && one.value === other.value;

export const toggleBreakpoint = (breakpoint: Breakpoint): void => {
  const { breakpoints } = getState();
  const others = breakpoints.filter((one) => !isSame(one, breakpoint));
  change({ breakpoints: others.length < breakpoints.length ? others : [...others, breakpoint] });
};

/** Named after the event until somebody names it; a moment has one at most, which goes with the second call. */
export const toggleBookmark = (position: number): void => {
  const state = getState();
  const name = eventAt(state.events, position)?.type ?? 'Start';
  const runId = currentRunOf(state.runs)?.runId ?? '';
  const others = state.bookmarks.filter((one) => one.runId !== runId || one.position !== position);
  const isThere = others.length < state.bookmarks.length;
  change({ bookmarks: isThere ? others : [...others, { id: newUuid(), runId, position, name }] });
};

export const renameBookmark = (id: string, name: string): void =>
  change({ bookmarks: getState().bookmarks.map((one) => (one.id === id ? { ...one, name } : one)) });
