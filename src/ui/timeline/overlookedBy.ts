import type { CommandRecord, RecordedEvent } from '#state';

/** The versions that nobody looked at when an event was stored without a check: others had written them meanwhile. */
export const overlookedBy = (
  { outcome, decidedOnVersion }: CommandRecord,
  { metadata: { eventId, streamPosition } }: RecordedEvent,
): { first: number; last: number } | undefined => {
  if (outcome.kind !== 'appended' || !outcome.isUnchecked) return undefined;
  return { first: decidedOnVersion + 1, last: streamPosition - outcome.eventIds.indexOf(eventId) - 1 };
};
