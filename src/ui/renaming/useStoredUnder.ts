import { useEffect, useMemo, useReducer } from 'react';
import type { Board, EventList, Rename } from '#model';
import type { RecordedEvent } from '#state';
import { storedUnder } from './storedUnder.ts';

/** At once where the history is short, else a part of it at a time, until all of it has been looked at. */
export const useStoredUnder = (
  board: Board,
  events: EventList<RecordedEvent>,
  rename: Rename,
): { count: number; isWhole: boolean } => {
  const [, showMore] = useReducer((times: number) => times + 1, 0);
  const stored = useMemo(() => {
    const counting = storedUnder(board, events, rename);
    if (!counting.isWhole()) counting.goOn();
    return counting;
  }, [board, events, rename]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const goOn = (): void => {
      if (stored.isWhole()) return;
      timer = setTimeout(() => {
        stored.goOn();
        showMore();
        goOn();
      });
    };
    goOn();
    return () => clearTimeout(timer);
  }, [stored]);

  return { count: stored.count(), isWhole: stored.isWhole() };
};
