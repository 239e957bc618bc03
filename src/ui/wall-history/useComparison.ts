import { useMemo } from 'react';
import { type Board, type BoardDifference, boardDifferences, bothBoards, type Touch, touchesBetween } from '#model';
import { appStore } from '#state';
import { comparedMoments, useHistory, wallAt } from './historyStore.ts';

export type Comparison = {
  from: number;
  to: number;
  before: Board;
  /** The later wall, with what has gone still in its place. */
  board: Board;
  differences: BoardDifference[];
  /** By the id of what was touched: the gestures that did it. */
  touches: ReadonlyMap<string, Touch>;
};

/** What differs between the two moments that are held against each other. */
export const useComparison = (): Comparison => {
  const events = useHistory((state) => state.events);
  const moments = useHistory((state) => state.moments);
  const from = useHistory((state) => comparedMoments(state).from);
  const to = useHistory((state) => comparedMoments(state).to);
  return useMemo(() => {
    const history = { events, moments, position: to, pinned: null, isPlaying: false };
    const [before, after] = [wallAt(history, from), wallAt(history, to)];
    const { modelId } = appStore.getState();
    return {
      from,
      to,
      before,
      board: bothBoards(before, after),
      differences: boardDifferences(before, after),
      touches: touchesBetween(modelId, events ?? [], moments, { from, to }),
    };
  }, [events, moments, from, to]);
};
