import type { DefinitionOf, Field } from '../definitions.ts';
import { propertyKey, typeText, unionText } from '../typeText.ts';

/**
 * A type with the fields of all events, each optional: what is known depends on what has happened so far. A field that
 * has two types in two events gets both.
 */
export const mergedFieldsType = (name: string, comment: string, events: DefinitionOf<'event'>[]): string => {
  const types = new Map<string, Set<string>>();
  for (const { name: field, type } of events.flatMap(({ fields }) => fields)) {
    const known = types.get(field) ?? new Set<string>();
    types.set(field, known.add(typeText(type)));
  }
  const lines = [...types].map(([field, texts]) => `  ${propertyKey(field)}?: ${unionText([...texts])};`);
  const body = lines.length > 0 ? `{\n${lines.join('\n')}\n}` : '{ [key: string]: never }';
  return `/** ${comment} */\nexport type ${name} = ${body};`;
};

/** The field that all events have and that can tell one thing from another: an id before a text. */
export const sharedIdField = (events: DefinitionOf<'event'>[]): Field | undefined => {
  const [first, ...others] = events;
  return first?.fields.find(
    ({ name, type, optional }) =>
      type.kind === 'id' &&
      !optional &&
      others.every(({ fields }) =>
        fields.some((field) => field.name === name && field.type.kind === 'id' && !field.optional),
      ),
  );
};
