import { type EventList, eventAt } from '../history/eventLog.ts';

type StoredEvent = { metadata: { commandId?: unknown } };

/**
 * So many events a branch takes over where a command that came behind `afterPosition` shall be decided anew. What is
 * sent again is what came before the end: of a command at the very end, the one that stored the last event goes along.
 */
export const branchBefore = <Event extends StoredEvent>(afterPosition: number, events: EventList<Event>): number => {
  if (afterPosition < events.length) return afterPosition;
  const last = eventAt(events, events.length)?.metadata.commandId;
  let position = events.length;
  while (position > 0 && eventAt(events, position)?.metadata.commandId === last) position -= 1;
  return position;
};
