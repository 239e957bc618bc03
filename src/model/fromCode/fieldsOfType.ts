import type { Field, FieldType } from '../definitions.ts';
import { type DeclaredTypes, membersOf, resolved } from './declaredTypes.ts';
import type { Property, TypeNode } from './typeNode.ts';

/** Says of a field that its type is not one that fields have. */
export type Remark = (path: string) => void;

/** The fields that the data of a message has. */
export const fieldsOf = (types: DeclaredTypes, data: TypeNode, remark: Remark): Field[] => {
  const node = resolved(types, data);
  return node.kind === 'object'
    ? fieldsIn(types, node.properties, remark, { path: '', depth: 0, room: mostFields })
    : [];
};

/** `room` is for so many fields, shared out among the fields of each type on the way. */
type Place = { path: string; depth: number; room: number };
/** Types that contain themselves end here. */
const deepest = 6;
/** Types that lead to the same types again and again end here. */
const mostFields = 5_000;

const fieldsIn = (types: DeclaredTypes, properties: Property[], remark: Remark, place: Place): Field[] => {
  const last = new Map(properties.map((property) => [property.name, property]));
  const room = place.room / last.size;
  return [...last.values()].map(({ name, isOptional, type }) => {
    const members = membersOf(types, type);
    const path = place.path === '' ? name : `${place.path}.${name}`;
    return {
      name,
      type: typeOf(types, name, withoutNothing(type, members), remark, { path, depth: place.depth + 1, room }),
      ...(isOptional || members.some(isNothing) ? { optional: true } : {}),
    };
  });
};

const isNothing = (node: TypeNode): boolean => node.kind === 'value' && node.name === 'nothing';

const withoutNothing = (type: TypeNode, members: TypeNode[]): TypeNode => {
  const kept = members.filter((member) => !isNothing(member));
  if (kept.length === members.length) return type;
  const [only] = kept;
  return only && kept.length === 1 ? only : { kind: 'union', of: kept };
};

const typeOf = (types: DeclaredTypes, name: string, written: TypeNode, remark: Remark, place: Place): FieldType => {
  const node = resolved(types, written);
  if (place.depth > deepest) return unknown(remark, place);
  switch (node.kind) {
    case 'text':
      return { kind: 'choice', choices: [node.text] };
    case 'value':
      return node.name === 'nothing' ? unknown(remark, place) : { kind: node.name };
    case 'list':
      return { kind: 'list', of: typeOf(types, singular(name), node.of, remark, deeper(place)) };
    case 'object':
      return node.properties.length > place.room
        ? unknown(remark, place)
        : { kind: 'object', fields: fieldsIn(types, node.properties, remark, place) };
    case 'union':
      return unionType(types, node.of) ?? unknown(remark, place);
    case 'name':
      return namedType(types, name, node, remark, place);
    default:
      return unknown(remark, place);
  }
};

const deeper = (place: Place): Place => ({ ...place, depth: place.depth + 1 });

const unknown = (remark: Remark, { path }: Place): FieldType => {
  remark(path);
  return { kind: 'text' };
};

const unionType = (types: DeclaredTypes, of: TypeNode[]): FieldType | null => {
  const members = of.flatMap((member) => membersOf(types, member));
  const choices = members.flatMap((member) => (member.kind === 'text' ? [member.text] : []));
  if (choices.length === members.length) return { kind: 'choice', choices: [...new Set(choices)] };
  const [first, ...others] = members;
  const isAlike =
    first?.kind === 'value' && others.every((other) => other.kind === 'value' && other.name === first.name);
  return isAlike && first.name !== 'nothing' ? { kind: first.name } : null;
};

const lists = new Set(['Array', 'ReadonlyArray', 'Set', 'ReadonlySet', 'NonEmptyArray']);

const namedType = (
  types: DeclaredTypes,
  field: string,
  { name, of: [item] }: Extract<TypeNode, { kind: 'name' }>,
  remark: Remark,
  place: Place,
): FieldType => {
  if (item && lists.has(name)) return { kind: 'list', of: typeOf(types, singular(field), item, remark, deeper(place)) };
  if (name === 'Date') return { kind: 'date' };
  if (name === 'string') return textType(field);
  return unknown(remark, place);
};

/** An id and a time are told by the names of their fields, where the type says no more than that it is a text. */
const textType = (field: string): FieldType => {
  if (/^id$|I[dD]$|_id$/u.test(field)) return { kind: 'id' };
  return /[a-z]At$|Date$/u.test(field) ? { kind: 'date' } : { kind: 'text' };
};

/** What one of `productIds` would be named. */
const singular = (name: string): string => name.replace(/s$/u, '');
