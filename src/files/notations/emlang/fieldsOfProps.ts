import { type Field, type FieldType, fieldsFromLine, type Json } from '#model';
import { isYamlMap, type Yaml, type YamlMap } from './yamlIn.ts';

/** A value as data: of keys given twice the last one counts. */
export const plainOf = (value: Yaml): Json => {
  if (Array.isArray(value)) return value.map(plainOf);
  return isYamlMap(value) ? recordOfMap(value) : value;
};

export const recordOfMap = ({ entries }: YamlMap): { [key: string]: Json } =>
  Object.fromEntries(entries.filter(([key]) => key !== '__proto__').map(([key, value]) => [key, plainOf(value)]));

/** Words for types that are usual elsewhere. */
const usualTypes: { readonly [word: string]: FieldType } = {
  str: { kind: 'text' },
  uuid: { kind: 'id' },
  guid: { kind: 'id' },
  int: { kind: 'number' },
  integer: { kind: 'number' },
  long: { kind: 'number' },
  float: { kind: 'number' },
  double: { kind: 'number' },
  decimal: { kind: 'number' },
  money: { kind: 'number' },
  bool: { kind: 'boolean' },
  datetime: { kind: 'date' },
  timestamp: { kind: 'date' },
  iso8601: { kind: 'date' },
  time: { kind: 'date' },
  array: { kind: 'list', of: { kind: 'text' } },
  list: { kind: 'list', of: { kind: 'text' } },
  object: { kind: 'object', fields: [] },
  map: { kind: 'object', fields: [] },
};

const usualType = (word: string): FieldType | undefined =>
  Object.hasOwn(usualTypes, word) ? usualTypes[word] : undefined;

/** `text?`: what stands behind the name of a field. */
const nameAndOptional = (key: string): { name: string; optional?: true } =>
  key.endsWith('?') ? { name: key.slice(0, -1), optional: true } : { name: key };

/** The type that our own line of fields would have: `id(cart) = cart-4`. */
const typed = (text: string): Pick<Field, 'type' | 'example'> | null => {
  const line = fieldsFromLine(`field: ${text}`);
  const [field, ...others] = line.kind === 'fields' ? line.fields : [];
  if (!field || others.length > 0) return null;
  return { type: field.type, ...(field.example === undefined ? {} : { example: field.example }) };
};

const typeOfText = (text: string): Pick<Field, 'type' | 'example'> => {
  const word = text.trim().toLowerCase();
  const item = /^(?:array|list)(?:<|\[)(\w+)(?:>|\])$|^(\w+)\[\]$/u.exec(word);
  const of = item && usualType(item[1] ?? item[2] ?? '');
  if (of) return { type: { kind: 'list', of } };
  const type = usualType(word);
  if (type) return { type };
  return typed(text) ?? { type: { kind: 'text' }, example: text };
};

type Guess = (path: string) => void;

const typeOfValue = (value: Yaml, path: string, guess: Guess): Pick<Field, 'type' | 'example'> => {
  if (typeof value === 'string') {
    const read = typeOfText(value);
    if (read.type.kind === 'text' && read.example === value) guess(path);
    return read;
  }
  if (isYamlMap(value)) return { type: { kind: 'object', fields: fieldsIn(value, `${path}.`, guess) } };
  if (Array.isArray(value)) {
    const [first] = value;
    const of = first === undefined ? { kind: 'text' as const } : typeOfValue(first, `${path}[]`, guess).type;
    return { type: { kind: 'list', of } };
  }
  if (value !== null) guess(path);
  if (typeof value === 'number') return { type: { kind: 'number' }, example: value };
  return typeof value === 'boolean' ? { type: { kind: 'boolean' }, example: value } : { type: { kind: 'text' } };
};

const fieldsIn = ({ entries }: YamlMap, around: string, guess: Guess): Field[] => {
  const fields = new Map<string, Field>();
  for (const [key, value] of entries) {
    const { name, optional } = nameAndOptional(key.trim());
    if (name !== '' && name !== '__proto__')
      fields.set(name, { name, ...typeOfValue(value, around + name, guess), ...(optional ? { optional } : {}) });
  }
  return [...fields.values()];
};

/**
 * Fields of free-form `props`: types by our own words and those that are usual elsewhere; a value that is no type is an
 * example, and `guess` hears of it.
 */
export const fieldsOfProps = (props: Yaml | undefined, guess: Guess): Field[] => {
  if (isYamlMap(props)) return fieldsIn(props, '', guess);
  if (!Array.isArray(props)) return [];
  const entries = props.flatMap((item): [string, Yaml][] => {
    if (isYamlMap(item)) return item.entries;
    return typeof item === 'string' ? [[item, null]] : [];
  });
  return fieldsIn({ entries }, '', guess);
};
