import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Field, type FieldType, fieldsFromLine, lineOfFields } from '#model';

describe('a line of fields', () => {
  it('reads names, types, options and examples', () => {
    expect(
      fieldsFromLine(
        'productId: id, cartId: id(cart), quantity: number = 1, notes?: text = two words, tender: cash | card, ' +
          'tags: text[], lines: { sku: text, at?: date }[] = [{ "sku": "a, b" }], name',
      ),
    ).toEqual({
      kind: 'fields',
      fields: [
        { name: 'productId', type: { kind: 'id' } },
        { name: 'cartId', type: { kind: 'id', prefix: 'cart' } },
        { name: 'quantity', type: { kind: 'number' }, example: 1 },
        { name: 'notes', type: { kind: 'text' }, optional: true, example: 'two words' },
        { name: 'tender', type: { kind: 'choice', choices: ['cash', 'card'] } },
        { name: 'tags', type: { kind: 'list', of: { kind: 'text' } } },
        {
          name: 'lines',
          type: {
            kind: 'list',
            of: {
              kind: 'object',
              fields: [
                { name: 'sku', type: { kind: 'text' } },
                { name: 'at', type: { kind: 'date' }, optional: true },
              ],
            },
          },
          example: [{ sku: 'a, b' }],
        },
        { name: 'name', type: { kind: 'text' } },
      ],
    });
  });

  it('reads an empty line as no fields', () => {
    expect(fieldsFromLine('  ')).toEqual({ kind: 'fields', fields: [] });
  });

  it.each([
    ['price: money', '`money` is no type: there are text, number, boolean, date, id, a | b, text[] and { a: text }.'],
    ['price:', 'After the colon comes a type, such as text, number, boolean, date or id.'],
    ['a: text b: text', 'A comma should stand between two fields.'],
    ['a: text[', 'A list is written as `text[]`.'],
    ['a: { b: text', 'An object ends with `}`.'],
    ['a: number = many', 'The example of a does not fit its type.'],
    ['a: text, a: number', 'There are two fields named a.'],
  ])('says what is wrong with `%s`', (line, message) => {
    expect(fieldsFromLine(line)).toMatchObject({ kind: 'problem', message });
  });

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(fieldList, (fields) => {
        expect(fieldsFromLine(lineOfFields(fields))).toEqual({ kind: 'fields', fields });
      }),
      { numRuns: 500 },
    );
  });
});

const text = fc.oneof(
  fc.string({ minLength: 1, maxLength: 8 }),
  fc.constantFrom('a', 'two words', "it's", 'a, b', '"q"', '[', '1', 'true', 'null', 'text', '\\', ' x ', '3 | 4'),
);
const name = text.filter((one) => one.trim() !== '' && one !== '__proto__');

type Example = { type: FieldType; example: fc.Arbitrary<NonNullable<Field['example']>> };

const simple: fc.Arbitrary<Example> = fc.oneof(
  fc.constant({ type: { kind: 'text' as const }, example: text }),
  fc.constant({ type: { kind: 'number' as const }, example: fc.integer() }),
  fc.constant({ type: { kind: 'boolean' as const }, example: fc.boolean() }),
  fc.constant({ type: { kind: 'date' as const }, example: fc.constant('2030-05-17T09:00:00.000Z') }),
  fc.constant({ type: { kind: 'id' as const }, example: text }),
  name.map((prefix) => ({ type: { kind: 'id' as const, prefix }, example: text })),
  fc
    .uniqueArray(name, { minLength: 1, maxLength: 3 })
    .map((choices) => ({ type: { kind: 'choice' as const, choices }, example: fc.constantFrom(...choices) })),
);

const types: fc.Arbitrary<Example> = fc.letrec<{ type: Example }>((tie) => ({
  type: fc.oneof(
    { maxDepth: 3 },
    simple,
    tie('type').map(({ type, example }) => ({
      type: { kind: 'list' as const, of: type },
      example: fc.array(example, { maxLength: 2 }),
    })),
    fc.uniqueArray(fc.tuple(name, tie('type')), { maxLength: 2, selector: ([one]) => one }).map((members) => ({
      type: { kind: 'object' as const, fields: members.map(([one, { type }]) => ({ name: one, type })) },
      example: fc.record(Object.fromEntries(members.map(([one, { example }]) => [one, example]))),
    })),
  ),
})).type;

const field: fc.Arbitrary<Field> = fc
  .tuple(name, types, fc.boolean(), fc.boolean())
  .chain(([one, { type, example }, optional, hasExample]) =>
    (hasExample ? example : fc.constant(undefined)).map((value) => ({
      name: one,
      type,
      ...(optional ? { optional } : {}),
      ...(value === undefined ? {} : { example: value }),
    })),
  );

const fieldList = fc.uniqueArray(field, { maxLength: 4, selector: (one) => one.name });
