/** Of one row of the lanes, in pixels. */
export const laneHeight = 34;
