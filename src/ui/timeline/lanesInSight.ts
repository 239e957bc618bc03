import { laneHeight } from './laneHeight.ts';
import { type Lane, nthAt, positionOfNth, type TimelineLayout } from './timelineLayout.ts';

/** The streams that have something between two places of the axis. */
export const streamsBetween = (layout: TimelineLayout, from: number, to: number): Set<string> => {
  const { streams } = layout.history;
  const numbers = new Set<number>();
  const last = nthAt(layout, to);
  for (let nth = Math.max(1, nthAt(layout, from)); nth <= last; nth += 1) {
    numbers.add(streams.at[positionOfNth(layout, nth) - 1] ?? -1);
  }
  const found = new Set([...numbers].flatMap((number) => streams.names[number] ?? []));
  for (const { stream, afterPosition } of layout.refusals) {
    const behind = layout.shown ? 0 : afterPosition;
    if (behind >= nthAt(layout, from) - 1 && behind <= last) found.add(stream);
  }
  return found;
};

/** The lanes that have something to show, and those that are asked for anyway. */
export const lanesNear = (lanes: readonly Lane[], near: ReadonlySet<string>): Lane[] =>
  lanes.filter(({ stream }) => near.has(stream));

/** First and last row between two heights, the last one not included; none where the rows end above. */
export const rowsBetween = (top: number, bottom: number, rows: number): { first: number; last: number } => ({
  first: Math.min(rows, Math.max(0, Math.floor(top / laneHeight))),
  last: Math.min(rows, Math.ceil(bottom / laneHeight)),
});
