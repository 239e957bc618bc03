import type { Field, FieldType } from '#model';

export const fieldKinds = [
  'text',
  'number',
  'boolean',
  'date',
  'id',
  'choice',
  'list',
  'object',
] as const satisfies FieldType['kind'][];

/** A field of another type starts with what that type needs to be whole. */
export const typeOfKind = (kind: FieldType['kind']): FieldType => {
  switch (kind) {
    case 'choice':
      return { kind, choices: ['first', 'second'] };
    case 'list':
      return { kind, of: { kind: 'text' } };
    case 'object':
      return { kind, fields: [{ name: 'name', type: { kind: 'text' } }] };
    default:
      return { kind };
  }
};

/** The example goes, since it was one of the former type. */
export const retyped = ({ example: _example, ...field }: Field, type: FieldType): Field => ({ ...field, type });

/** It still bears the name that it was made with. */
export const isJustAdded = ({ name, type, optional, example }: Field): boolean =>
  /^field\d*$/.test(name) && type.kind === 'text' && !optional && example === undefined;

/** By the habits of naming: `cartId` is an id (`cart-1`, …), `openedAt` a date, `isPaid` a yes or no. */
const typeByName = (name: string): FieldType => {
  const [, prefix] = /^(.+)Id$/.exec(name) ?? [];
  if (prefix) return { kind: 'id', prefix: prefix.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase() };
  if (/[a-z]At$/.test(name)) return { kind: 'date' };
  return { kind: /^(is|has)[A-Z]/.test(name) ? 'boolean' : 'text' };
};

/** A field that was just added takes the type that its first name tells. */
export const renamed = (field: Field, name: string): Field =>
  isJustAdded(field) ? { name, type: typeByName(name) } : { ...field, name };

export const withOptional = ({ optional: _optional, ...field }: Field, isOptional: boolean): Field =>
  isOptional ? { ...field, optional: true } : field;

export const withExample = ({ example: _example, ...field }: Field, example: Field['example'] | undefined): Field =>
  example === undefined ? field : { ...field, example };

export const replaceAt = <Item>(items: Item[], index: number, item: Item): Item[] =>
  items.map((present, at) => (at === index ? item : present));

export const changeAt = <Item>(items: Item[], index: number, change: (item: Item) => Item): Item[] =>
  items.map((present, at) => (at === index ? change(present) : present));

export const removeAt = <Item>(items: Item[], index: number): Item[] => items.filter((_, at) => at !== index);

/** As it was where the item is at that end already. */
export const moveAt = <Item>(items: Item[], index: number, by: -1 | 1): Item[] => {
  const to = index + by;
  const item = items[index];
  if (item === undefined || to < 0 || to >= items.length) return items;
  return removeAt(items, index).toSpliced(to, 0, item);
};

/** What is pasted comes after what is there, in the place of fields of the same name; rows that nobody has named yet go. */
export const withPasted = (fields: Field[], pasted: Field[]): Field[] => {
  const names = new Set(pasted.map(({ name }) => name));
  return [...fields.filter((field) => !isJustAdded(field) && !names.has(field.name)), ...pasted];
};

/** A text field under the first free of the names `field`, `field2`, … */
export const withNewField = (fields: Field[]): Field[] => {
  const taken = new Set(fields.map(({ name }) => name));
  let number = 1;
  while (taken.has(nameOf(number))) number += 1;
  return [...fields, { name: nameOf(number), type: { kind: 'text' } }];
};

const nameOf = (number: number): string => (number === 1 ? 'field' : `field${number}`);

/** "cash, card" → the choices, each once. */
export const choicesFrom = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,|]/)
      .map((choice) => choice.trim())
      .filter((choice) => choice !== ''),
  ),
];

/** The field at a path such as `item.quantity` or `lines[].price` may be absent from now on. */
export const optionalAt = (fields: Field[], path: string): Field[] => {
  const [name = '', ...rest] = path.replaceAll('[]', '').split('.');
  return fields.map((field) => {
    if (field.name !== name) return field;
    return rest.length === 0 ? withOptional(field, true) : { ...field, type: optionalIn(field.type, rest.join('.')) };
  });
};

const optionalIn = (type: FieldType, path: string): FieldType => {
  if (type.kind === 'list') return { ...type, of: optionalIn(type.of, path) };
  return type.kind === 'object' ? { ...type, fields: optionalAt(type.fields, path) } : type;
};
