import type { RecordedEvent } from '#event-store';

/** Recorded events as JSON Lines, one a line with all that is known of it: what import reads back as it was. */
export const eventLines = (events: Iterable<RecordedEvent>): string[] =>
  Array.from(events, (event) => `${JSON.stringify(event)}\n`);
