import type { DefinitionOf, Field } from '../definitions.ts';
import { sameValue } from '../sameValue.ts';
import { typeText } from '../typeText.ts';

type EventDefinition = DefinitionOf<'event'>;

/** The fields of an event in one of its versions; undefined where nobody has kept them. */
export const fieldsOfVersion = ({ schemaVersion, fields, earlier = [] }: EventDefinition, version: number) =>
  version === schemaVersion ? fields : earlier.find((one) => one.version === version)?.fields;

/** What became of a field from one version to the next. */
export type FieldChange = { name: string; change: 'added' | 'removed' | 'retyped' | 'required' | 'optional' };

export const fieldChanges = (from: readonly Field[], to: readonly Field[]): FieldChange[] => {
  const before = new Map(from.map((field) => [field.name, field]));
  const after = new Set(to.map(({ name }) => name));
  return [
    ...to.flatMap((field): FieldChange[] => {
      const known = before.get(field.name);
      if (!known) return [{ name: field.name, change: 'added' }];
      if (!sameValue(known.type, field.type)) return [{ name: field.name, change: 'retyped' }];
      if ((known.optional ?? false) === (field.optional ?? false)) return [];
      return [{ name: field.name, change: field.optional ? 'optional' : 'required' }];
    }),
    ...from.flatMap(({ name }): FieldChange[] => (after.has(name) ? [] : [{ name, change: 'removed' }])),
  ];
};

/** The field that is called otherwise now: the only one that is new, while the only one that went had its type. */
export const renamedField = (from: readonly Field[], to: readonly Field[]): { from: string; to: string } | null => {
  const [gone, ...otherGone] = from.filter(({ name }) => !to.some((field) => field.name === name));
  const [come, ...otherCome] = to.filter(({ name }) => !from.some((field) => field.name === name));
  if (!gone || !come || otherGone.length > 0 || otherCome.length > 0) return null;
  return typeText(gone.type) === typeText(come.type) ? { from: gone.name, to: come.name } : null;
};

/** Versions that events are stored in, the newest first, each with what changed since the one before. */
export type EventVersion = { version: number; fields?: Field[]; changes?: FieldChange[] };

export const versionsOf = (definition: EventDefinition): EventVersion[] =>
  Array.from({ length: definition.schemaVersion }, (_, index): EventVersion => {
    const version = definition.schemaVersion - index;
    const [fields, before] = [fieldsOfVersion(definition, version), fieldsOfVersion(definition, version - 1)];
    return {
      version,
      ...(fields ? { fields } : {}),
      ...(fields && before ? { changes: fieldChanges(before, fields) } : {}),
    };
  });
