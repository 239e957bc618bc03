import type { AppState, Bookmark } from './AppState.ts';

export const currentRunId = ({ runs }: Pick<AppState, 'runs'>): string =>
  runs.find(({ isCurrent }) => isCurrent)?.runId ?? '';

/** Those of the run that is shown: a position says nothing about another one. */
export const bookmarksHere = (state: Pick<AppState, 'runs' | 'bookmarks'>): Bookmark[] =>
  state.bookmarks
    .filter(({ runId }) => runId === currentRunId(state))
    .sort((one, other) => one.position - other.position);
