import { EventFileError } from './EventFileError.ts';
import type { ImportedEvent, ImportMapping, Unread } from './EventImport.ts';
import { eventOf } from './eventOf.ts';
import { mostEvents, type Records } from './readRecords.ts';
import { createRepeats } from './repeats.ts';

/** The events of a file one by one, and what is none of them. Throws where there are more than can be shown. */
export function* eventsIn(
  { read, unit }: Records,
  mapping: ImportMapping,
): Generator<{ event: ImportedEvent } | { unread: Unread }> {
  const once = createRepeats();
  let count = 0;
  for (const record of read()) {
    const { line } = record;
    const made = 'value' in record ? eventOf(record.value, mapping) : record;
    if ('problem' in made) {
      yield { unread: { line, reason: made.problem } };
      continue;
    }
    const told = once(made.event, line);
    if ('firstLine' in told) yield { unread: { line, reason: `repeats the event of ${unit} ${told.firstLine}` } };
    else {
      count += 1;
      if (count > mostEvents) throw new EventFileError(`it has more than ${mostEvents.toLocaleString('en')} events`);
      yield told;
    }
  }
}
