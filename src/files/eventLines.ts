import type { RecordedEvent } from '#event-store';
import { inPages } from './inPages.ts';

/** Recorded events as JSON Lines, one a line with all that is known of it: what import reads back as it was. By pages. */
export function* eventLines(events: Iterable<RecordedEvent>): Generator<string> {
  for (const page of inPages(events)) yield page.map((event) => `${JSON.stringify(event)}\n`).join('');
}
