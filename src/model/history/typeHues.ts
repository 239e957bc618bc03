/** Neighbouring types lie far apart on the colour circle. */
const goldenAngle = 137.508;
const firstHue = 28;

/** Of the event type with a number: types are numbered by their first event. */
export const hueOf = (typeNumber: number): number => Math.round((firstHue + typeNumber * goldenAngle) % 360);

/** A hue for each event type, by the order of its first event: the same model shows the same colours every time. */
export const hueByType = (events: readonly { type: string }[]): Map<string, number> => {
  const hues = new Map<string, number>();
  for (const { type } of events) if (!hues.has(type)) hues.set(type, hueOf(hues.size));
  return hues;
};
