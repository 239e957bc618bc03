import type { Field, FieldType } from './definitions.ts';

/** Why a list of fields makes no sense, in a sentence for the screen; `null` where it does. */
export const fieldsTrouble = (fields: Field[]): string | null => {
  const names = new Set<string>();
  for (const { name, type } of fields) {
    if (name.trim() === '') return 'A field needs a name.';
    if (name === '__proto__') return 'A field cannot be named __proto__.';
    if (names.has(name)) return `There are two fields named ${name}.`;
    names.add(name);
    const trouble = typeTrouble(name, type);
    if (trouble) return trouble;
  }
  return null;
};

const typeTrouble = (name: string, type: FieldType): string | null => {
  if (type.kind === 'list') return typeTrouble(name, type.of);
  if (type.kind === 'object') return fieldsTrouble(type.fields);
  if (type.kind === 'choice' && type.choices.length === 0) return `Name at least one choice for ${name}.`;
  return null;
};
