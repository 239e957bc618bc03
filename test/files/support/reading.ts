import { readFileSync } from 'node:fs';
import { decodeBytes } from '../../../src/files/importing/decodeBytes.ts';
import type { ImportedEvent, ImportMapping } from '../../../src/files/importing/EventImport.ts';
import { eventsIn } from '../../../src/files/importing/eventsIn.ts';
import { factsOf } from '../../../src/files/importing/factsOf.ts';
import { readRecords } from '../../../src/files/importing/readRecords.ts';
import { createSummary } from '../../../src/files/importing/summarise.ts';

export const eventFile = (name: string): string =>
  readFileSync(new URL(`../events/${name}`, import.meta.url), { encoding: 'utf8' });

/** What the worker makes of a file: with the guess, or with what somebody has changed of it. */
export const imported = (
  content: string | Uint8Array,
  fileName = 'events.jsonl',
  change: (guess: ImportMapping) => ImportMapping = (guess) => guess,
) => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const { text, remark } = decodeBytes(bytes);
  const records = readRecords(text);
  const facts = factsOf(records, { fileName, size: bytes.length, remarks: remark === undefined ? [] : [remark] });
  const summary = createSummary();
  const events: ImportedEvent[] = [];
  for (const one of eventsIn(records, change(facts.guess))) {
    if ('event' in one) {
      summary.add(one.event);
      events.push(one.event);
    } else summary.addUnread(one.unread);
  }
  return { facts, summary: summary.summary(), events };
};

/** Lines of JSON. */
export const lines = (...records: unknown[]): string => records.map((record) => JSON.stringify(record)).join('\n');
