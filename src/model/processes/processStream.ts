/**
 * What the stream of a process manager holds beside its own events: what it was handed, what it asked for, and what it
 * has waiting. The sandbox writes these names (`sandbox/processStream.ts`).
 */
const actions = ['received', 'due', 'sent', 'scheduled', 'cancelled', 'completed'] as const;
export type ProcessAction = (typeof actions)[number];

/** `received:GuestCheckedOut` → what was done with which message; null for an event of a domain. */
export const processPartsOf = (eventType: string): { action: ProcessAction; type: string } | null => {
  const colon = eventType.indexOf(':');
  const action = actions.find((one) => one === eventType.slice(0, Math.max(colon, 0)));
  return action ? { action, type: eventType.slice(colon + 1) } : null;
};
