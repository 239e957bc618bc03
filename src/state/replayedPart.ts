/** Which events a page shows, where a run has more than fit. */
export type ReplayedPart = 'first' | 'last';

/** Events that a page shows at most. */
export const mostReplayed = 10_000;
