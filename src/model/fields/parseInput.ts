import type { FieldType, Json } from '../definitions.ts';
import { isDate, misfitsOfValue } from './misfits.ts';

export type ParsedInput = { kind: 'value'; value: Json } | { kind: 'problem'; message: string };

const value = (parsed: Json): ParsedInput => ({ kind: 'value', value: parsed });
const problem = (message: string): ParsedInput => ({ kind: 'problem', message });

/** What somebody typed for a field, or why it will not do, in a sentence. Lists and objects are typed as JSON. */
export const parseInput = (type: FieldType, text: string): ParsedInput => {
  switch (type.kind) {
    case 'text':
      return value(text);
    case 'id':
      return text.trim() === '' ? problem('An id cannot be empty.') : value(text.trim());
    case 'number':
      return parseNumber(text.trim());
    case 'boolean':
      return parseBoolean(text.trim().toLowerCase());
    case 'date':
      return parseDate(text.trim());
    case 'choice':
      return type.choices.includes(text) ? value(text) : problem(`Choose one of ${type.choices.join(', ')}.`);
    case 'list':
    case 'object':
      return parseJson(type, text);
  }
};

/** A value as it stands in an input: `parseInput` reads it back. */
export const inputText = (type: FieldType, present: Json): string => {
  if (typeof present === 'string' && type.kind !== 'list' && type.kind !== 'object') return present;
  return JSON.stringify(present);
};

const parseNumber = (text: string): ParsedInput => {
  const number = Number(text);
  return text === '' || !Number.isFinite(number) ? problem('This should be a number.') : value(number);
};

const parseBoolean = (text: string): ParsedInput => {
  if (['true', 'yes'].includes(text)) return value(true);
  return ['false', 'no'].includes(text) ? value(false) : problem('This should be yes or no.');
};

/** A day alone is midnight UTC; what names no zone is taken as UTC, so that it says the same on every machine. */
const parseDate = (text: string): ParsedInput => {
  const hasZone = /(Z|[+-]\d{2}:?\d{2})$/iu.test(text) || !text.includes('T');
  const full = hasZone ? text : `${text}Z`;
  return isDate(full) ? value(new Date(full).toISOString()) : problem('This should be a date such as 2030-05-17.');
};

const parseJson = (type: FieldType, text: string): ParsedInput => {
  try {
    const parsed: Json = JSON.parse(text);
    const [misfit] = misfitsOfValue(type, parsed, 'it');
    return misfit ? problem(misfit.text) : value(parsed);
  } catch {
    return problem('This should be JSON.');
  }
};
