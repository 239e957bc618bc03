import type { Field, FieldType, Json } from '../definitions.ts';
import type { IdsAtHand } from './idsAtHand.ts';

/**
 * What a command's form holds when it opens, so that Enter alone sends something sensible: ids at hand or new ones,
 * examples, else the simplest value of the type. Optional fields stay out.
 */
export const defaultData = (fields: Field[], ids: IdsAtHand): { [key: string]: Json } =>
  Object.fromEntries(fields.filter(({ optional }) => !optional).map((field) => [field.name, defaultValue(field, ids)]));

/** What a field holds when it is added to a form. */
export const defaultValue = (field: Field, ids: IdsAtHand): Json => {
  const { type, example } = field;
  if (type.kind === 'id') return defaultId(field, ids);
  if (example !== undefined) return example;
  if (type.kind === 'list') return [defaultValue({ name: field.name, type: type.of }, ids)];
  return type.kind === 'object' ? defaultData(type.fields, ids) : emptyValue(type);
};

const defaultId = (field: Field, ids: IdsAtHand): Json => {
  const hasPrefix = field.type.kind === 'id' && field.type.prefix !== undefined;
  if (field.example !== undefined && !hasPrefix) return field.example;
  if (ids.wantsNewId(field)) return ids.nextId(field);
  return ids.knownIds(field)[0] ?? ids.nextId(field);
};

/** The simplest value that fits a type without looking at ids in use. */
export const emptyValue = (type: FieldType): Json => {
  switch (type.kind) {
    case 'text':
    case 'id':
      return '';
    case 'number':
      return 0;
    case 'boolean':
      return false;
    case 'date':
      return '2030-01-01T09:00:00.000Z';
    case 'choice':
      return type.choices[0] ?? '';
    case 'list':
      return [];
    case 'object':
      return Object.fromEntries(
        type.fields
          .filter(({ optional }) => !optional)
          .map((field) => [field.name, field.example ?? emptyValue(field.type)]),
      );
  }
};
