import type { Field, FieldType, Json } from '#model';

/*
 * The fields of the samples' messages, written as short as they are read. An example is what a command's form is
 * filled with.
 */

export const text = (name: string, example: string): Field => ({ name, type: { kind: 'text' }, example });

export const number = (name: string, example: number): Field => ({ name, type: { kind: 'number' }, example });

export const time = (name: string): Field => ({ name, type: { kind: 'date' }, example: '2026-03-02T09:00:00.000Z' });

/** A readable id, such as `cart-5` of the prefix `cart`. */
export const id = (prefix: string, name = `${prefix}Id`): Field => ({
  name,
  type: { kind: 'id', prefix },
  example: `${prefix}-1`,
});

/** An id without a pattern, such as the number of a product: its form offers those that are in use. */
export const reference = (name: string, example: string): Field => ({ name, type: { kind: 'id' }, example });

export const choice = (name: string, ...choices: [string, ...string[]]): Field => ({
  name,
  type: { kind: 'choice', choices },
  example: choices[0],
});

export const object = (name: string, ...fields: Field[]): Field => ({ name, type: { kind: 'object', fields } });

export const list = (name: string, of: FieldType, example: Json[]): Field => ({
  name,
  type: { kind: 'list', of },
  example,
});

export const optional = (field: Field): Field => ({ ...field, optional: true });

export const withExample = (field: Field, example: Json): Field => ({ ...field, example });
