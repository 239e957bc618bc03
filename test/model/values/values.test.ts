import { describe, expect, it } from 'vitest';
import {
  changeBeside,
  compactText,
  courseOfValue,
  entriesOfValue,
  isByPlace,
  isNumeric,
  pathFromText,
  pathText,
  shortText,
  valueAt,
  valueChanges,
} from '#model';

describe('a path', () => {
  it('reads as code would say it', () => {
    expect(pathText(['items', 0, 'quantity'])).toBe('items[0].quantity');
    expect(pathText(['by', { key: 'room 1' }, 'guest name'])).toBe('by["room 1"]["guest name"]');
    expect(pathText([])).toBe('');
  });

  it('is read back from where a difference names it', () => {
    const paths = [['documents', 'cart 1', 'lines', 0, 'price'], ['events', 12, 'data'], ['a"b', 'ä', '$c'], []];

    expect(paths.map((path) => pathFromText(pathText(path)))).toEqual(paths);
    expect(valueAt({ lines: [{ price: 3 }] }, ['lines', 0, 'price'])).toBe(3);
    expect(valueAt({ lines: [] }, ['lines', 0, 'price'])).toBeUndefined();
  });

  it('tells whether it follows a place in a list', () => {
    expect([isByPlace(['items', 0]), isByPlace(['by', { key: 0 }])]).toEqual([true, false]);
  });

  it('leads into Maps by their keys and into Sets by their items, where those can be named', () => {
    const keys = new Map<unknown, number>([
      ['a', 1],
      [2n, 2],
      [new Date(0), 3],
      [{ deep: true }, 4],
    ]);

    expect(entriesOfValue(keys)?.map(({ step }) => step)).toEqual([
      { key: 'a' },
      { key: { $bigint: '2' } },
      { key: { $date: '1970-01-01T00:00:00.000Z' } },
      undefined,
    ]);
    expect(entriesOfValue(new Set([true]))).toEqual([{ name: '0', step: { key: true }, value: true }]);
    expect(entriesOfValue(new Date(0))).toBeNull();
  });
});

describe('what changed in a value', () => {
  it('is named by its path, in records, lists, Maps and Sets', () => {
    const before = {
      total: 1,
      items: [{ n: 1 }],
      by: new Map([['a', 1]]),
      kinds: new Set(['x']),
      at: new Date(0),
      big: 1n,
    };
    const after = {
      total: 1,
      items: [{ n: 2 }, { n: 3 }],
      by: new Map([
        ['b', 2],
        ['a', 3],
      ]),
      kinds: new Set(['y']),
      at: new Date(1),
      big: 2n,
    };

    expect(valueChanges(before, after)).toEqual([
      { path: ['items', 0, 'n'], before: 1, after: 2 },
      { path: ['items', 1], after: { n: 3 } },
      { path: ['by', { key: 'a' }], before: 1, after: 3 },
      { path: ['by', { key: 'b' }], after: 2 },
      { path: ['kinds', { key: 'x' }], before: 'x' },
      { path: ['kinds', { key: 'y' }], after: 'y' },
      { path: ['at'], before: new Date(0), after: new Date(1) },
      { path: ['big'], before: 1n, after: 2n },
    ]);
  });

  it('is the whole where one thing became another, and nothing where only the order of keys did', () => {
    expect(valueChanges({ a: 1 }, [1])).toEqual([{ path: [], before: { a: 1 }, after: [1] }]);
    expect(valueChanges(undefined, { a: 1 })).toEqual([{ path: [], after: { a: 1 } }]);
    expect(valueChanges({ a: 1, b: new Map([[1, 2]]) }, { b: new Map([[1, 2]]), a: 1 })).toEqual([]);
    expect(valueChanges({ a: undefined }, {})).toEqual([]);
  });

  it('is the whole Map where its keys are records', () => {
    const [before, after] = [new Map([[{ k: 1 }, 1]]), new Map([[{ k: 1 }, 2]])];

    expect(valueChanges({ of: before }, { of: after })).toEqual([{ path: ['of'], before, after }]);
    expect(valueChanges(before, new Map([[{ k: 1 }, 1]]))).toEqual([]);
  });
});

describe('a value on one line', () => {
  it('is shorter than JSON, whatever it is', () => {
    expect(compactText({ id: 'mug', sizes: [1, 2n], of: new Map([['a', new Date(0)]]), none: null })).toBe(
      'id mug, sizes [1, 2n], of a 1970-01-01T00:00:00Z, none –',
    );
    expect(shortText('abcdef', 4)).toBe('abc…');
    expect(shortText('', 4)).toBe('""');
  });
});

describe('the course of a value', () => {
  const kinks = [
    { position: 0, value: null },
    { position: 2, value: '1', number: 1 },
    { position: 6, value: '5', number: 5 },
    { position: 8, value: '3', number: 3 },
  ];

  it('is drawn along the history, the highest at the top', () => {
    expect(courseOfValue(kinks, 8, true)).toEqual([
      { x: 0, y: 1 },
      { x: 0.25, y: 1 },
      { x: 0.75, y: 0 },
      { x: 1, y: 0.5 },
    ]);
    expect(courseOfValue([{ position: 0, number: 7 }], 0, true)).toEqual([{ x: 0, y: 0.5 }]);
  });

  it('is one of numbers where all that is there is a number', () => {
    expect(isNumeric(kinks)).toBe(true);
    expect(isNumeric([...kinks, { position: 9, value: '"text"' }])).toBe(false);
    expect(isNumeric([{ position: 0, value: null }])).toBe(false);
  });

  it('is walked from change to change', () => {
    const around = { at: 2, previous: 0, next: 6 };
    expect(changeBeside(around, 2, 'next')).toBe(6);
    expect(changeBeside({ at: 8, previous: 6 }, 8, 'next')).toBeUndefined();
    expect([changeBeside(around, 2, 'previous'), changeBeside(around, 4, 'previous')]).toEqual([0, 2]);
    expect(changeBeside({ at: 0, next: 2 }, 0, 'previous')).toBeUndefined();
    expect([changeBeside(around, 3, 'nearest'), changeBeside(around, 5, 'nearest')]).toEqual([2, 6]);
    expect(changeBeside({ at: 8 }, 99, 'nearest')).toBe(8);
  });
});
