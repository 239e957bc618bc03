import type { Field, FieldType, Json } from '../definitions.ts';
import { fieldsTrouble } from '../fieldsTrouble.ts';
import { LineProblem, LineReader } from './LineReader.ts';
import { misfitsOfValue } from './misfits.ts';

export type FieldsLine =
  | { kind: 'fields'; fields: Field[] }
  /** `at` counts characters from 0. */
  | { kind: 'problem'; message: string; at: number };

/**
 * Fields from one line of text: `cartId: id(cart), quantity: number = 1, notes?: text, tender: cash | card,
 * lines: { productId: id }[]`. A field without a type is text; what stands after `=` is its example.
 */
export const fieldsFromLine = (line: string): FieldsLine => {
  try {
    const reader = new LineReader(line);
    const fields = readFields(reader);
    if (!reader.isAtEnd) reader.fail('A comma should stand between two fields.');
    const trouble = fieldsTrouble(fields);
    return trouble ? { kind: 'problem', message: trouble, at: 0 } : { kind: 'fields', fields };
  } catch (error) {
    if (!(error instanceof LineProblem)) throw error;
    return { kind: 'problem', message: error.message, at: error.at };
  }
};

const readFields = (reader: LineReader): Field[] => {
  const fields: Field[] = [];
  for (let name = reader.word(); name; name = reader.word()) {
    fields.push(readField(name.text, reader));
    if (!reader.takes(',')) break;
  }
  return fields;
};

const readField = (name: string, reader: LineReader): Field => {
  const optional = reader.takes('?');
  const type: FieldType = reader.takes(':') ? readType(reader) : { kind: 'text' };
  const field: Field = optional ? { name, type, optional } : { name, type };
  return reader.takes('=') ? { ...field, example: readExample(field, reader) } : field;
};

const readType = (reader: LineReader): FieldType => {
  let type = readOne(reader);
  while (reader.takes('[')) {
    reader.needs(']', 'A list is written as `text[]`.');
    type = { kind: 'list', of: type };
  }
  return type;
};

const readOne = (reader: LineReader): FieldType => {
  if (reader.takes('{')) {
    const fields = readFields(reader);
    reader.needs('}', 'An object ends with `}`.');
    return { kind: 'object', fields };
  }
  if (reader.takes('[')) {
    const type = readType(reader);
    reader.needs(']', 'A list ends with `]`.');
    return { kind: 'list', of: type };
  }
  if (reader.takes('(')) {
    const type = readType(reader);
    reader.needs(')', 'A bracket is not closed.');
    return type;
  }
  return readNamedOrChoice(reader);
};

const readNamedOrChoice = (reader: LineReader): FieldType => {
  const first =
    reader.word() ?? reader.fail('After the colon comes a type, such as text, number, boolean, date or id.');
  if (!reader.takes('|'))
    return first.isQuoted ? { kind: 'choice', choices: [first.text] } : namedType(first.text, reader);
  const choices = [first.text];
  do choices.push((reader.word() ?? reader.fail('After `|` comes one more choice.')).text);
  while (reader.takes('|'));
  return { kind: 'choice', choices: [...new Set(choices)] };
};

const namedType = (word: string, reader: LineReader): FieldType => {
  switch (word.toLowerCase()) {
    case 'text':
    case 'string':
      return { kind: 'text' };
    case 'number':
      return { kind: 'number' };
    case 'boolean':
      return { kind: 'boolean' };
    case 'date':
      return { kind: 'date' };
    case 'id':
      return readId(reader);
    default:
      return reader.fail(
        `\`${word}\` is no type: there are text, number, boolean, date, id, a | b, text[] and { a: text }.`,
      );
  }
};

const readId = (reader: LineReader): FieldType => {
  if (!reader.takes('(')) return { kind: 'id' };
  const prefix = reader.word() ?? reader.fail('A prefix of ids stands in the brackets: id(cart).');
  reader.needs(')', 'A bracket is not closed.');
  return { kind: 'id', prefix: prefix.text };
};

const readExample = ({ name, type }: Field, reader: LineReader): Json => {
  const text = reader.untilComma();
  const example = exampleFrom(type, text);
  if (misfitsOfValue(type, example, name).length > 0) reader.fail(`The example of ${name} does not fit its type.`);
  return example;
};

/** Texts may stand without quotes. */
const exampleFrom = (type: FieldType, text: string): Json => {
  const isBare = ['text', 'id', 'date', 'choice'].includes(type.kind) && !text.startsWith('"');
  if (isBare) return text;
  try {
    const example: Json = JSON.parse(text);
    return example;
  } catch {
    return text;
  }
};
