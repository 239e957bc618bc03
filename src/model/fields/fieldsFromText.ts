import type { Field, FieldType, Json } from '../definitions.ts';
import { fieldsTrouble } from '../fieldsTrouble.ts';
import { type FieldsLine, fieldsFromLine } from './fieldsFromLine.ts';
import { isDate } from './misfits.ts';

/**
 * Fields from what somebody brings along: one line or several, a type or interface of TypeScript, or data as JSON, whose
 * values become examples. Places of problems are those in the text where it is one line.
 */
export const fieldsFromText = (text: string): FieldsLine => {
  const data = jsonObject(text);
  if (!data) return fieldsFromLine(asOneLine(text));
  const fields = fieldsOfData(data);
  const trouble = fieldsTrouble(fields);
  return trouble ? { kind: 'problem', message: trouble, at: 0 } : { kind: 'fields', fields };
};

/** Whether a text is more than a name: several fields, a type, or data. */
export const isManyFields = (text: string): boolean => /[\n:{]/u.test(text.trim());

const jsonObject = (text: string): { [key: string]: Json } | null => {
  try {
    const parsed: Json = JSON.parse(text);
    return parsed !== null && typeof parsed === 'object' && !Array.isArray(parsed) ? parsed : null;
  } catch {
    return null;
  }
};

const fieldsOfData = (data: { [key: string]: Json }): Field[] =>
  Object.entries(data).map(([name, value]) => {
    const type = typeOfValue(value, name);
    const isPlain = type.kind !== 'object' && type.kind !== 'list' && value !== null;
    return { name, type, ...(isPlain ? { example: value } : {}) };
  });

const typeOfValue = (value: Json, name: string): FieldType => {
  if (typeof value === 'number') return { kind: 'number' };
  if (typeof value === 'boolean') return { kind: 'boolean' };
  if (Array.isArray(value)) return { kind: 'list', of: typeOfValue(value[0] ?? '', name) };
  if (value !== null && typeof value === 'object') return { kind: 'object', fields: fieldsOfData(value) };
  if (/Id$/u.test(name)) return { kind: 'id' };
  return { kind: typeof value === 'string' && isDate(value) ? 'date' : 'text' };
};

/** Lines and the semicolons of types become commas; comments, and what stands around the fields of a type, go. */
const asOneLine = (text: string): string => {
  if (!/[\n;]|\/\*|^\s*(?:export|type|interface|\{)/u.test(text)) return text;
  return text
    .replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/gu, '')
    .trim()
    .replace(/^(?:export\s+)?(?:type\s+\w+\s*=|interface\s+\w+)\s*/u, '')
    .replace(/^\{([\s\S]*)\}\s*;?$/u, '$1')
    .replace(/\breadonly\s+/gu, '')
    .replace(/:\s*\|/gu, ':')
    .replace(/\s*\n\s*\|/gu, ' |')
    .replace(/"((?:[^"\\\n]|\\.)*)"(?=\s*[|;,\n}]|$)/gu, "'$1'")
    .replace(/[;\n]/gu, ',')
    .replace(/,(?:\s*,)+/gu, ',')
    .replace(/\{\s*,/gu, '{')
    .replace(/\[\s*,/gu, '[')
    .replace(/,\s*([}\]])/gu, '$1')
    .replace(/^[\s,]+|[\s,]+$/gu, '');
};
