/** A note beyond this would throw the whole wall out of view, or out of what browsers can draw. */
export const farthest = 1_000_000;
