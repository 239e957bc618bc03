/** Neighbouring types lie far apart on the colour circle. */
const goldenAngle = 137.508;
const firstHue = 28;

/** A hue for each event type, by the order of its first event: the same model shows the same colours every time. */
export const hueOf = (typeNumber: number): number => Math.round((firstHue + typeNumber * goldenAngle) % 360);
