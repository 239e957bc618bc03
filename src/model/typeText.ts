import type { Field, FieldType } from './definitions.ts';
import { inOneWord } from './naming.ts';

/** A text as a TypeScript literal. */
export const quoted = (text: string): string =>
  `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;

const isIdentifier = (name: string): boolean => /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(name);

export const propertyKey = (name: string): string => (isIdentifier(name) ? name : quoted(name));

export const propertyOf = (object: string, name: string): string =>
  isIdentifier(name) ? `${object}.${name}` : `${object}[${quoted(name)}]`;

/** The name of a note as the name of a type. */
export const typeName = (name: string): string => {
  const word = inOneWord(name);
  return isIdentifier(word) ? word : `_${word}`;
};

/** The type of a field's values in data. Dates are ISO 8601 strings, as storage keeps them. */
export const typeText = (type: FieldType): string => {
  switch (type.kind) {
    case 'text':
    case 'date':
    case 'id':
      return 'string';
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'choice':
      return type.choices.length > 0 ? type.choices.map(quoted).join(' | ') : 'string';
    case 'list':
      return listText(typeText(type.of));
    case 'object':
      return type.fields.length > 0 ? `{ ${type.fields.map(propertyText).join('; ')} }` : noData;
  }
};

/** Nothing may stand in the data of a message without fields. */
export const noData = 'Record<string, never>';

const listText = (item: string): string =>
  item.includes(' | ') && !item.startsWith('{') ? `(${item})[]` : `${item}[]`;

/** `reason?: 'wrong size' | 'too late'` */
export const propertyText = ({ name, type, optional }: Field): string =>
  `${propertyKey(name)}${optional ? '?' : ''}: ${typeText(type)}`;

/** A union in one line where it is short, else a line for each member. Nothing at all is `never`. */
export const unionText = (members: string[]): string => {
  if (members.length === 0) return 'never';
  const line = members.join(' | ');
  return line.length <= 80 ? line : `\n  | ${members.join('\n  | ')}`;
};
