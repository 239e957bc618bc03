import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeTagged, encodeTagged, isExact, isJson } from '../../src/sandbox/codec.ts';

const leaf = fc.oneof(
  fc.string(),
  fc.double(),
  fc.boolean(),
  fc.bigInt(),
  fc.date({ noInvalidDate: true }),
  fc.constant(null),
  fc.constant(undefined),
);
const key = fc.oneof(
  fc.string().filter((text) => text !== '__proto__'),
  fc.constantFrom('$date', '$map', '$set', '$bigint', '$object', '$number', '$undefined'),
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
    fc.array(fc.tuple(tie('value'), tie('value')), { maxLength: 3 }).map((pairs) => new Map(pairs)),
    fc.array(tie('value'), { maxLength: 3 }).map((items) => new Set(items)),
  ),
}));

it('brings back every value as it went in', () => {
  fc.assert(
    fc.property(value, (given) => {
      expect(decodeTagged(encodeTagged(given))).toStrictEqual(given);
    }),
  );
});

it('drops `__proto__`, which is no data', () => {
  const decoded = decodeTagged('{"a":1,"__proto__":{"isAdmin":true}}') as object;

  expect(decoded).toEqual({ a: 1 });
  expect('isAdmin' in decoded).toBe(false);
});

it('refuses what contains itself', () => {
  const cycle: { self?: object } = {};
  cycle.self = cycle;

  expect(() => encodeTagged(cycle)).toThrow('contains itself');
});

it('knows that instances of classes do not come back as they were', () => {
  class Money {
    amount = 1;
  }

  expect([isExact({ a: [new Map([[1, new Date(0)]])] }), isExact({ a: new Money() }), isExact(() => 1)]).toEqual([
    true,
    false,
    false,
  ]);
});

it('writes what JSON has words for as JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (given) => {
      if (isJson(given)) expect(encodeTagged(given)).toBe(JSON.stringify(given));
    }),
  );
});

it.each([
  [undefined],
  [Number.NaN],
  [-0],
  [1n],
  [new Date(0)],
  [new Map()],
  [[undefined]],
  [{ at: new Date(0) }],
  [{ $date: 'no date' }],
  [() => 1],
])('tells %o from JSON', (value) => {
  expect(isJson(value)).toBe(false);
});
