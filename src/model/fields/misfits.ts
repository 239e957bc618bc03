import type { Field, FieldType, Json } from '../definitions.ts';
import { fieldTypeWord } from './fieldTypeWord.ts';

/** One way in which data does not fit its fields. `path` such as `item.quantity` or `lines[0].price`. */
export type Misfit = { path: string; reason: 'missing' | 'removed' | 'retyped'; text: string };

/** Where data does not fit fields (any more): a required field is not there, a type differs, a field is none (now). */
export const misfits = (fields: Field[], data: Json): Misfit[] => misfitsIn(fields, data, '');

const misfitsIn = (fields: Field[], data: Json, path: string): Misfit[] => {
  if (!isObject(data)) return [retyped(path || 'data', 'an object')];
  const prefix = path === '' ? '' : `${path}.`;
  const names = new Set(fields.map(({ name }) => name));
  const removed = Object.keys(data)
    .filter((name) => !names.has(name))
    .map(
      (name): Misfit => ({
        path: `${prefix}${name}`,
        reason: 'removed',
        text: `\`${prefix}${name}\` is not among the fields.`,
      }),
    );
  return [...fields.flatMap((field) => misfitsOfField(field, data, prefix)), ...removed];
};

const misfitsOfField = ({ name, type, optional }: Field, data: { [key: string]: Json }, prefix: string): Misfit[] => {
  const path = `${prefix}${name}`;
  const value = Object.hasOwn(data, name) ? data[name] : undefined;
  if (value !== undefined) return misfitsOfValue(type, value, path);
  return optional ? [] : [{ path, reason: 'missing', text: `\`${path}\` is required and missing.` }];
};

/** Where one value does not fit a type. */
export const misfitsOfValue = (type: FieldType, value: Json, path: string): Misfit[] => {
  switch (type.kind) {
    case 'object':
      return misfitsIn(type.fields, value, path);
    case 'list':
      return Array.isArray(value)
        ? value.flatMap((item, index) => misfitsOfValue(type.of, item, `${path}[${index}]`))
        : [retyped(path, 'a list')];
    default:
      return isOfType(type, value) ? [] : [retyped(path, expectation(type))];
  }
};

const isObject = (value: Json): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isOfType = (type: Exclude<FieldType, { kind: 'object' | 'list' }>, value: Json): boolean => {
  switch (type.kind) {
    case 'text':
    case 'id':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'date':
      return typeof value === 'string' && isDate(value);
    case 'choice':
      return typeof value === 'string' && type.choices.includes(value);
  }
};

/** ISO 8601 begins with the year, so that `Date.parse`'s other readings stay out. */
export const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}/u.test(text) && !Number.isNaN(Date.parse(text));

const expectation = (type: FieldType): string => {
  const word = fieldTypeWord(type);
  if (type.kind === 'text' || type.kind === 'boolean' || type.kind === 'choice') return word;
  return type.kind === 'id' ? `an ${word}` : `a ${word}`;
};

const retyped = (path: string, expected: string): Misfit => ({
  path,
  reason: 'retyped',
  text: `\`${path}\` should be ${expected}.`,
});
