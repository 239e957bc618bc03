import type { FieldType } from '../definitions.ts';

/** A field's type in words: `list of ids`, `one of card, cash`. */
export const fieldTypeWord = (type: FieldType): string => {
  switch (type.kind) {
    case 'text':
      return 'text';
    case 'number':
      return 'number';
    case 'boolean':
      return 'yes or no';
    case 'date':
      return 'date';
    case 'id':
      return 'id';
    case 'choice':
      return `one of ${type.choices.join(', ')}`;
    case 'list':
      return `list of ${pluralWord(type.of)}`;
    case 'object':
      return 'object';
  }
};

const pluralWord = (type: FieldType): string => {
  if (type.kind === 'list') return `lists of ${pluralWord(type.of)}`;
  if (type.kind === 'text' || type.kind === 'choice' || type.kind === 'boolean') return fieldTypeWord(type);
  return `${fieldTypeWord(type)}s`;
};
