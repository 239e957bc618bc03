import type { Field } from '../definitions.ts';
import { type DeclaredTypes, membersOf, resolved } from './declaredTypes.ts';
import { fieldsOf } from './fieldsOfType.ts';
import type { Property, TypeNode } from './typeNode.ts';

/** A message that a type describes, with what could not be told of its fields. */
export type FoundMessage = { name: string; fields: Field[]; remarks: string[] };

/**
 * The messages of a type or a union: `{ type: 'CartOpened'; data: {…} }`, or a type such as Emmett's `Event` and
 * `Command` with the two as its arguments.
 */
export const messagesOf = (types: DeclaredTypes, node: TypeNode): FoundMessage[] =>
  (node.kind === 'list' ? membersOf(types, node.of) : membersOf(types, node)).flatMap((member) => {
    const message = messageOf(types, resolved(types, member));
    return message ? [message] : [];
  });

const messageOf = (types: DeclaredTypes, node: TypeNode): FoundMessage | null => {
  if (node.kind === 'name') {
    const [type, data] = node.of;
    const name = type && resolved(types, type);
    return name?.kind === 'text' ? withData(types, name.text, data) : null;
  }
  if (node.kind !== 'object') return null;
  const type = propertyOf(node.properties, 'type');
  const name = type && resolved(types, type);
  return name?.kind === 'text' ? withData(types, name.text, propertyOf(node.properties, 'data')) : null;
};

const propertyOf = (properties: Property[], wanted: string): TypeNode | undefined =>
  properties.find(({ name }) => name === wanted)?.type;

const withData = (types: DeclaredTypes, name: string, data: TypeNode | undefined): FoundMessage => {
  const remarks: string[] = [];
  if (!data) return { name, fields: [], remarks: [`${name} has no data here: it comes without fields.`] };
  const isKnown = resolved(types, data).kind === 'object' || isEmpty(data);
  if (!isKnown) return { name, fields: [], remarks: [`The type of the data of ${name} is not in this code.`] };
  const fields = fieldsOf(types, data, (path) =>
    remarks.push(`The type of ${path} in ${name} is none that fields have: it becomes a text.`),
  );
  return { name, fields, remarks };
};

/** `Record<string, never>` */
const isEmpty = (node: TypeNode): boolean => node.kind === 'name' && node.name === 'Record';
