import { type Field, type FieldType, fieldTypeWord } from '#model';
import { asCode, asMarkdown } from './escaping.ts';

type Row = { path: string; field: Field };

/** Fields of objects, also of those in lists, stand below them with their path. */
const insideOf = (type: FieldType): Field[] => {
  if (type.kind === 'list') return insideOf(type.of);
  return type.kind === 'object' ? type.fields : [];
};

const rowsOf = (fields: readonly Field[], around = ''): Row[] =>
  fields.flatMap((field) => {
    const path = `${around}${field.name}`;
    return [{ path, field }, ...rowsOf(insideOf(field.type), `${path}.`)];
  });

const exampleOf = ({ example }: Field): string =>
  example === undefined ? '' : asCode(typeof example === 'string' ? example : JSON.stringify(example));

/** The fields of a message as a table; a sentence where it has none. */
export const fieldTable = (fields: readonly Field[]): string[] => {
  if (fields.length === 0) return ['No fields.'];
  return [
    '| Field | Type | Optional | Example |',
    '| --- | --- | --- | --- |',
    ...rowsOf(fields).map(
      ({ path, field }) =>
        `| ${asCode(path)} | ${asMarkdown(fieldTypeWord(field.type))} | ${field.optional ? 'yes' : ''} | ${exampleOf(field)} |`,
    ),
  ];
};
