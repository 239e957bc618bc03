import { type Field, type FieldType, fieldsFromLine, type Json, lineOfFields } from '#model';
import { isRecord, type Loose, partsBeside } from '../loose.ts';
import { nameFrom } from '../names.ts';
import type { EmField } from './schema.ts';

/** A type in the words of our line of fields: in `schema`, where the format has no type that says as much. */
const wordsOf = (type: FieldType): string => lineOfFields([{ name: 'f', type }]).slice('f: '.length);

const typeOf = (type: FieldType): Omit<EmField, 'name'> => {
  switch (type.kind) {
    case 'text':
      return { type: 'String' };
    case 'number':
      return { type: 'Double' };
    case 'boolean':
      return { type: 'Boolean' };
    case 'date':
      return { type: 'DateTime' };
    case 'id':
      return { type: 'UUID', ...(type.prefix === undefined ? {} : { schema: wordsOf(type) }) };
    case 'choice':
      return { type: 'String', schema: wordsOf(type) };
    case 'object':
      return { type: 'Custom', subfields: type.fields.map((field) => emField(field)) };
    case 'list':
      return type.of.kind === 'list'
        ? { type: 'Custom', schema: wordsOf(type), cardinality: 'List' }
        : { ...typeOf(type.of), cardinality: 'List' };
  }
};

const exampleOf = (example: Json): EmField['example'] =>
  typeof example === 'string' || isRecord(example) ? example : JSON.stringify(example);

export const emField = ({ name, type, optional, example }: Field, idField = ''): EmField => ({
  name,
  ...typeOf(type),
  ...(optional ? { optional } : {}),
  ...(name === idField ? { idAttribute: true } : {}),
  ...(example === undefined ? {} : { example: exampleOf(example) ?? '' }),
});

const kinds: { readonly [type: string]: FieldType } = {
  string: { kind: 'text' },
  text: { kind: 'text' },
  boolean: { kind: 'boolean' },
  bool: { kind: 'boolean' },
  double: { kind: 'number' },
  decimal: { kind: 'number' },
  float: { kind: 'number' },
  number: { kind: 'number' },
  long: { kind: 'number' },
  int: { kind: 'number' },
  integer: { kind: 'number' },
  date: { kind: 'date' },
  datetime: { kind: 'date' },
  time: { kind: 'date' },
  uuid: { kind: 'id' },
  id: { kind: 'id' },
};

/** Ours, where the text is one; a choice, an id with a prefix or a list of lists. */
const typeInWords = (schema: Json | undefined): FieldType | null => {
  if (typeof schema !== 'string' || schema.length > 2000) return null;
  const line = fieldsFromLine(`f: ${schema}`);
  const [field, ...others] = line.kind === 'fields' ? line.fields : [];
  if (!field || others.length > 0 || field.example !== undefined) return null;
  return ['choice', 'id', 'list'].includes(field.type.kind) ? field.type : null;
};

type Remark = (sentence: string) => void;

const singleType = (field: Loose, path: string, remark: Remark): FieldType => {
  const word = typeof field.type === 'string' ? field.type.trim().toLowerCase() : '';
  const subfields = Array.isArray(field.subfields) ? field.subfields : [];
  if (word === 'custom' || word === 'object' || subfields.length > 0)
    return { kind: 'object', fields: fieldsOf(subfields, path, remark) };
  if (Object.hasOwn(kinds, word)) return kinds[word] ?? { kind: 'text' };
  remark(`Guessed that ${path} is a text: its type is ${word === '' ? 'not said' : `“${nameFrom(word)}”`}.`);
  return { kind: 'text' };
};

const typeFrom = (field: Loose, path: string, remark: Remark): FieldType => {
  const isList = typeof field.cardinality === 'string' && field.cardinality.toLowerCase() === 'list';
  const told = typeInWords(field.schema);
  if (told?.kind === 'list') return told;
  const one = told ?? singleType(field, path, remark);
  return isList ? { kind: 'list', of: one } : one;
};

const parsed = (text: string): Json | undefined => {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
};

/** Examples are texts in the format: of numbers, lists and the like they are read. */
export const exampleFrom = (type: FieldType, example: Json | undefined): Json | undefined => {
  if (example === undefined || example === null || example === '') return undefined;
  if (typeof example !== 'string') return type.kind === 'text' ? String(example) : example;
  if (type.kind === 'number' || type.kind === 'boolean') {
    const value = parsed(example);
    return typeof value === type.kind ? value : undefined;
  }
  if (type.kind !== 'list' && type.kind !== 'object') return example;
  const value = parsed(example);
  return type.kind === 'list' ? (Array.isArray(value) ? value : [example]) : isRecord(value) ? value : undefined;
};

const partsOfField = ['name', 'type', 'example', 'subfields', 'optional', 'idAttribute', 'schema', 'cardinality'];

/** Fields of an element, `path` being its name; what is not one is said. */
export const fieldsOf = (fields: readonly Json[], path: string, remark: Remark): Field[] => {
  const found = new Map<string, Field>();
  for (const field of fields) {
    const name = isRecord(field) ? nameFrom(field.name) : '';
    if (!isRecord(field) || name === '' || name === '__proto__') {
      remark(`Left out a field without a name in ${path}.`);
      continue;
    }
    for (const key of partsBeside(field, partsOfField)) remark(`Left out \`${nameFrom(key)}\` of a field.`);
    const type = typeFrom(field, `${path}.${name}`, remark);
    const example = exampleFrom(type, field.example);
    found.set(name, {
      name,
      type,
      ...(field.optional === true ? { optional: true } : {}),
      ...(example === undefined ? {} : { example }),
    });
  }
  return [...found.values()];
};
