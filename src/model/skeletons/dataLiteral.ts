import type { Field, FieldType } from '../definitions.ts';
import { propertyKey, propertyOf, quoted, typeText } from '../typeText.ts';

/** Where the values of a new message may come from, the nearest source first. */
export type Source = { expression: string; fields: Field[]; mayBeMissing: boolean };

/** A value in TypeScript for a field that no source knows. */
const defaultText = (type: FieldType, now: string): string => {
  switch (type.kind) {
    case 'text':
    case 'id':
      return "''";
    case 'number':
      return '0';
    case 'boolean':
      return 'false';
    case 'date':
      return now;
    case 'choice':
      return quoted(type.choices[0] ?? '');
    case 'list':
      return '[]';
    case 'object':
      return objectText(required(type.fields).map(({ name, type: inner }) => [name, defaultText(inner, now)]));
  }
};

const required = (fields: Field[]): Field[] => fields.filter(({ optional }) => !optional);

const objectText = (properties: [string, string][]): string =>
  properties.length > 0
    ? `{ ${properties.map(([name, value]) => (name === value ? name : `${propertyKey(name)}: ${value}`)).join(', ')} }`
    : '{}';

/** The value of a field out of the sources, `undefined` where none has a field of this name and type. */
const sourced = (field: Field, sources: Source[], now: string): string | undefined => {
  for (const { expression, fields, mayBeMissing } of sources) {
    const known = fields.find(({ name, type }) => name === field.name && typeText(type) === typeText(field.type));
    if (!known || (mayBeMissing && field.optional)) continue;
    const value = propertyOf(expression, field.name);
    return (known.optional || mayBeMissing) && !field.optional ? `${value} ?? ${defaultText(field.type, now)}` : value;
  }
  return undefined;
};

/** Required fields that no source knows. Dates can always be told: it is now. */
export const missingFields = (fields: Field[], sources: Source[], now: string): string[] =>
  required(fields)
    .filter((field) => field.type.kind !== 'date' && sourced(field, sources, now) === undefined)
    .map(({ name }) => name);

/** The data of a message as TypeScript, its fields taken from the sources by name. `indent` is that of its line. */
export const dataLiteral = (fields: Field[], sources: Source[], now: string, indent: string): string => {
  const properties = fields.flatMap((field): [string, string][] => {
    const value = sourced(field, sources, now);
    if (value === undefined && field.optional) return [];
    return [[field.name, value ?? defaultText(field.type, now)]];
  });
  const line = objectText(properties);
  if (line.length + indent.length <= 96) return line;
  const lines = properties.map(([name, value]) => `${indent}  ${propertyKey(name)}: ${value},\n`);
  return `{\n${lines.join('')}${indent}}`;
};
