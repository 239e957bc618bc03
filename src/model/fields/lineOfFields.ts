import type { Field, FieldType, Json } from '../definitions.ts';

/** Fields as one line that `fieldsFromLine` reads back to the same. */
export const lineOfFields = (fields: Field[]): string => fields.map(fieldText).join(', ');

const fieldText = ({ name, type, optional, example }: Field): string =>
  `${wordText(name)}${optional ? '?' : ''}: ${typeText(type)}${example === undefined ? '' : ` = ${exampleText(example)}`}`;

const isWord = (text: string): boolean => /^[\p{L}\p{N}_$][\p{L}\p{N}_$-]*$/u.test(text);

const quoted = (text: string): string => `'${text.replace(/['\\]/gu, '\\$&')}'`;

const wordText = (text: string): string => (isWord(text) ? text : quoted(text));

const typeText = (type: FieldType): string => {
  switch (type.kind) {
    case 'id':
      return type.prefix === undefined ? 'id' : `id(${wordText(type.prefix)})`;
    case 'choice':
      return type.choices.length === 1 ? quoted(type.choices[0] ?? '') : type.choices.map(wordText).join(' | ');
    case 'list':
      return type.of.kind === 'choice' ? `(${typeText(type.of)})[]` : `${typeText(type.of)}[]`;
    case 'object':
      return type.fields.length > 0 ? `{ ${lineOfFields(type.fields)} }` : '{}';
    default:
      return type.kind;
  }
};

/** A text of plain words stands as it is; whatever could be read otherwise is written as JSON. */
const exampleText = (example: Json): string =>
  typeof example === 'string' && /^[\p{L}\p{N}_$.:/@+-]+(?: [\p{L}\p{N}_$.:/@+-]+)*$/u.test(example)
    ? example
    : JSON.stringify(example);
