export type TrailPoint = { x: number; y: number; at: number };

/** How long a point of the trail is seen, in milliseconds. */
export const lifeMs = 700;

/** The points that are still seen; the newest stays, as that is where the pointer is. */
export const trailAt = (points: readonly TrailPoint[], now: number): TrailPoint[] =>
  points.filter(({ at }, index) => now - at < lifeMs || index === points.length - 1);

/** From 1, just drawn, to 0, gone. */
export const strengthOf = ({ at }: TrailPoint, now: number): number => Math.max(0, 1 - (now - at) / lifeMs);
