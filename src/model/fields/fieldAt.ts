import type { Field, FieldType } from '../definitions.ts';

/** The field at a path such as `['item', 'quantity']`; the items of a list are not counted. */
export const fieldAt = (fields: Field[], [name, ...rest]: string[]): Field | undefined => {
  const field = fields.find((one) => one.name === name);
  if (!field || rest.length === 0) return field;
  return fieldAt(fieldsWithin(field.type), rest);
};

/** The fields of an object, or of the objects in a list. */
const fieldsWithin = (type: FieldType): Field[] => {
  if (type.kind === 'list') return fieldsWithin(type.of);
  return type.kind === 'object' ? type.fields : [];
};

/** The fields with another one in the place of the one at a path. */
export const changedAt = (fields: Field[], [name, ...rest]: string[], change: (field: Field) => Field): Field[] =>
  fields.map((field) => {
    if (field.name !== name) return field;
    return rest.length === 0 ? change(field) : { ...field, type: changedWithin(field.type, rest, change) };
  });

const changedWithin = (type: FieldType, path: string[], change: (field: Field) => Field): FieldType => {
  if (type.kind === 'list') return { ...type, of: changedWithin(type.of, path, change) };
  return type.kind === 'object' ? { ...type, fields: changedAt(type.fields, path, change) } : type;
};
