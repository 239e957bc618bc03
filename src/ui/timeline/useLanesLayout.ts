import { useMemo } from 'react';
import { commandLogOf, historyOf } from '#state';
import { useApp } from '../useApp.ts';
import { lanesOf, layoutTimeline } from './timelineLayout.ts';

/** The axis and its lanes. Both are worked out anew only when something came or the filter changed. */
export const useLanesLayout = () => {
  const events = useApp((state) => state.events);
  const refused = useApp((state) => commandLogOf(state.commands).refused);
  const shown = useApp(({ isHidingOthers, matches }) => (isHidingOthers && matches ? matches.positions : null));
  const history = historyOf(events);
  const head = events.length;
  const layout = useMemo(
    // The index grows in place: its length is what tells that it has.
    () => (head >= 0 ? layoutTimeline(history, refused, shown) : layoutTimeline(history, [])),
    [history, head, refused, shown],
  );
  const { names } = history.streams;
  const streams = names.length;
  const lanes = useMemo(() => (streams >= 0 ? lanesOf(layout) : []), [layout, streams]);
  return { layout, lanes };
};
