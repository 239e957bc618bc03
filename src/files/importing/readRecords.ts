import type { Json } from '#event-store';
import { isCloudEvent, withReadableData } from './cloudEvents.ts';
import { readTable } from './csvRecords.ts';
import { EventFileError } from './EventFileError.ts';
import type { FileFormat } from './EventImport.ts';
import { type JsonRecord, jsonDocument, jsonLines } from './jsonRecords.ts';

export type Records = {
  format: FileFormat;
  unit: 'line' | 'record';
  /** From the first one, each time; parsed as they are asked for, so that a large file needs no memory twice. */
  read: () => Generator<JsonRecord>;
};

/** More than the app can show. */
export const mostEvents = 1_000_000;

const looksAt = 200;

const firstOf = (records: Iterable<JsonRecord>): Json[] => {
  const first: Json[] = [];
  for (const record of records) {
    if ('value' in record) first.push(record.value);
    if (first.length === looksAt) break;
  }
  return first;
};

/** One JSON text over all lines, or one for each. */
const isOneText = (text: string): boolean => {
  if (text.startsWith('[')) return true;
  const [first = ''] = text.split('\n', 1);
  if (first.length === text.trimEnd().length) return true;
  try {
    JSON.parse(first);
    return false;
  } catch {
    return !/^\{.*\}\s*$/.test(first);
  }
};

function* mapped(records: Iterable<JsonRecord>): Generator<JsonRecord> {
  for (const record of records)
    yield 'value' in record ? { line: record.line, value: withReadableData(record.value) } : record;
}

/** Finds out what a text holds, by the text itself. Throws `EventFileError` where it holds no records. */
export const readRecords = (whole: string): Records => {
  const text = whole.replace(/^\uFEFF/, '');
  const start = text.trimStart();
  if (start === '') throw new EventFileError('it is empty');
  if (!/^[[{]/.test(start)) return { format: 'csv', unit: 'line', read: () => readTable(text).records() };
  const unit = isOneText(start) ? 'record' : 'line';
  const read = unit === 'record' ? jsonDocument(start) : () => jsonLines(text);
  const first = firstOf(read());
  if (first.length > 0 && first.filter(isCloudEvent).length >= first.length / 2)
    return { format: 'cloud-events', unit, read: () => mapped(read()) };
  return { format: unit === 'record' ? 'json' : 'json-lines', unit, read };
};

/** The values of the first records, to guess by. */
export const firstValues = ({ read }: Records): Json[] => firstOf(read());
