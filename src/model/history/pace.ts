import type { HistoryIndex } from './historyIndex.ts';

/** The usual gap between two events lasts one step; none lasts longer than five, and each can be seen. */
const longest = 5;
const shortest = 0.1;
/** So many gaps are looked at to find the usual one. */
const sampled = 1000;

/** The middle one of the gaps between events that did not happen at once; in milliseconds, 0 where there are none. */
export const usualGap = ({ times, length }: HistoryIndex): number => {
  const stride = Math.max(1, Math.floor(length / sampled));
  const gaps: number[] = [];
  for (let at = 1; at < length; at += stride) {
    const gap = (times[at] ?? 0) - (times[at - 1] ?? 0);
    if (gap > 0) gaps.push(gap);
  }
  gaps.sort((one, other) => one - other);
  return gaps[gaps.length >> 1] ?? 0;
};

/** How long to wait before the event at the position, in steps: as long as it took then, in proportion to the usual gap. */
export const stepsBefore = ({ times }: HistoryIndex, position: number, usual: number): number => {
  if (usual === 0) return 1;
  const gap = (times[position - 1] ?? 0) - (times[position - 2] ?? times[position - 1] ?? 0);
  return Math.min(longest, Math.max(shortest, gap / usual));
};
