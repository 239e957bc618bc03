import type { Field, FieldType } from '../definitions.ts';

const known = new Set(['name', 'type', 'optional', 'example', 'kind', 'prefix', 'choices', 'of', 'fields']);

/** What a later version has written into a record, and this one has nothing to say to. */
const unknownOf = (record: object): object =>
  Object.fromEntries(Object.entries(record).filter(([key]) => !known.has(key)));

/** Fields that were written anew, with what the ones of the same name held that this version does not know. */
export const unknownKept = (before: readonly Field[], after: readonly Field[]): Field[] =>
  after.map((field) => {
    const former = before.find(({ name }) => name === field.name);
    return former ? { ...unknownOf(former), ...field, type: typeKept(former.type, field.type) } : field;
  });

const typeKept = (before: FieldType, after: FieldType): FieldType => {
  if (before.kind !== after.kind) return after;
  const kept = { ...unknownOf(before), ...after };
  if (before.kind === 'list' && kept.kind === 'list') return { ...kept, of: typeKept(before.of, kept.of) };
  if (before.kind === 'object' && kept.kind === 'object')
    return { ...kept, fields: unknownKept(before.fields, kept.fields) };
  return kept;
};
