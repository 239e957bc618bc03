import type { Field, FieldType } from '../core/Model.ts';
import type { Json } from '../core/messages.ts';

/** Where data does not fit the fields of a command, a sentence for each place. */
export const misfits = (fields: readonly Field[], data: unknown, path = ''): string[] => {
  if (!isObject(data)) return [`${path || 'data'} should be an object.`];
  const prefix = path === '' ? '' : `${path}.`;
  const names = new Set(fields.map(({ name }) => name));
  return [
    ...fields.flatMap(({ name, type, optional }) => {
      const value = Object.hasOwn(data, name) ? data[name] : undefined;
      if (value !== undefined) return misfitsOfValue(type, value, `${prefix}${name}`);
      return optional ? [] : [`${prefix}${name} is required and missing.`];
    }),
    ...Object.keys(data).flatMap((name) => (names.has(name) ? [] : [`${prefix}${name} is not among the fields.`])),
  ];
};

const isObject = (value: unknown): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const misfitsOfValue = (type: FieldType, value: Json, path: string): string[] => {
  switch (type.kind) {
    case 'object':
      return misfits(type.fields, value, path);
    case 'list':
      return Array.isArray(value)
        ? value.flatMap((item, index) => misfitsOfValue(type.of, item, `${path}[${index}]`))
        : [`${path} should be a list.`];
    case 'choice':
      return type.choices.some((choice) => choice === value)
        ? []
        : [`${path} should be one of ${type.choices.join(', ')}.`];
    case 'date':
      return typeof value === 'string' && isDate(value) ? [] : [`${path} should be a date in ISO 8601.`];
    case 'text':
    case 'id':
      return typeof value === 'string' ? [] : [`${path} should be a text.`];
    default:
      return typeof value === type.kind ? [] : [`${path} should be a ${type.kind}.`];
  }
};

const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}/u.test(text) && !Number.isNaN(Date.parse(text));
