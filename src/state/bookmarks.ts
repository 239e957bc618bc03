import type { AppState, Bookmark } from './AppState.ts';
import { currentRunOf } from './runs.ts';

/** Those of the run that is shown: a position says nothing about another one. */
export const bookmarksHere = ({ runs, bookmarks }: Pick<AppState, 'runs' | 'bookmarks'>): Bookmark[] => {
  const current = currentRunOf(runs)?.runId;
  return bookmarks.filter(({ runId }) => runId === current).sort((one, other) => one.position - other.position);
};
