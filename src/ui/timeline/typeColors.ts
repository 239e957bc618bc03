/** Neighbouring types lie far apart on the colour circle. */
const goldenAngle = 137.508;
const firstHue = 28;

/** A hue for each event type, by the order of its first event: the same model shows the same colours every time. */
export const hueByType = (events: readonly { type: string }[]): Map<string, number> => {
  const hues = new Map<string, number>();
  for (const { type } of events)
    if (!hues.has(type)) hues.set(type, Math.round((firstHue + hues.size * goldenAngle) % 360));
  return hues;
};
