import type { Json } from '#event-store';
import { dropPrototypes } from '../dropPrototypes.ts';
import { lineOfFault, nestingOf } from '../jsonPlaces.ts';
import { EventFileError } from './EventFileError.ts';

/** The sandbox keeps data up to 100 deep; a record wraps a few levels around it. */
export const deepestNesting = 100;
/** In characters. */
const largestRecord = 1_000_000;

const tooDeep = `is nested deeper than ${deepestNesting} levels`;
const tooLarge = 'is larger than 1 MB';

export type JsonRecord = { line: number; value: Json } | { line: number; problem: string };

/** A list or an object that is not nested too deeply, as a cell of a table may hold one. */
export const isJsonShallow = (cell: string): boolean => {
  if (!/^[[{]/.test(cell) || nestingOf(cell) > deepestNesting) return false;
  try {
    return !dropPrototypes(JSON.parse(cell));
  } catch {
    return false;
  }
};

const isRecord = (value: unknown): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One record a line. */
export function* jsonLines(text: string): Generator<JsonRecord> {
  let line = 0;
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at);
    const record = text.slice(at, end < 0 ? text.length : end);
    at = end < 0 ? text.length : end + 1;
    line += 1;
    if (record.trim() !== '') yield readLine(record, line);
  }
}

const readLine = (record: string, line: number): JsonRecord => {
  if (record.length > largestRecord) return { line, problem: tooLarge };
  if (nestingOf(record) > deepestNesting) return { line, problem: tooDeep };
  try {
    return checked(JSON.parse(record), line);
  } catch {
    return { line, problem: 'is not JSON' };
  }
};

const checked = (value: unknown, line: number): JsonRecord => {
  if (!isRecord(value)) return { line, problem: 'is no object' };
  dropPrototypes(value);
  return { line, value };
};

/**
 * A list of records, an object that holds one as `events`, or a single record; `line` counts them. Throws where the text
 * is no JSON.
 */
export const jsonDocument = (text: string): (() => Generator<JsonRecord>) => {
  // A list wraps one level around its records, an object with `events` another.
  if (nestingOf(text) > deepestNesting + 2) throw new EventFileError(`it ${tooDeep}`);
  const value = parse(text);
  return function* () {
    for (const [index, record] of recordsOf(value).entries()) yield checked(record, index + 1);
  };
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new EventFileError(`line ${lineOfFault(text) ?? 1} is not JSON`);
  }
};

const recordsOf = (value: unknown): unknown[] => {
  if (Array.isArray(value)) return value;
  if (isRecord(value) && Array.isArray(value.events)) return value.events;
  return [value];
};
