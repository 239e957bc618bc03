import { expect, it } from 'vitest';
import { lineOfFault, lineOfPath, nestingOf } from '../../src/files/jsonPlaces.ts';

const text = `{
  "name": "a \\"quoted\\" [name]",
  "notes": [
    { "x": 1 },
    { "x": -2.5e3, "x": [true, null] }
  ]
}
`;

it('finds the line of a value', () => {
  expect(lineOfPath(text, [])).toBe(1);
  expect(lineOfPath(text, ['notes'])).toBe(3);
  expect(lineOfPath(text, ['notes', 1])).toBe(5);
  expect(lineOfPath(text, ['notes', 0, 'x'])).toBe(4);
});

it('finds the line of what is nearest around a value that is missing', () => {
  expect(lineOfPath(text, ['notes', 1, 'y'])).toBe(5);
  expect(lineOfPath(text, ['notes', 7, 'y'])).toBe(3);
});

it('takes the last of two values with one key, as JSON does', () => {
  expect(lineOfPath('{\n"a": {\n"b": 1 },\n"a": {\n"b": 2 } }', ['a', 'b'])).toBe(5);
});

it.each([
  ['{\n"a": 1,\n}', 3],
  ['{\n"a": tru\n}', 2],
  ['[1\n2]', 2],
  ['"open\n', 1],
  ['{\n"a": "tab\tinside"\n}', 2],
  ['{} {}', 1],
  ['', 1],
])('finds the line where %j stops being JSON', (broken, line) => {
  expect(lineOfFault(broken)).toBe(line);
});

it('finds no fault in JSON', () => {
  expect(lineOfFault(text)).toBeUndefined();
});

it('counts nesting outside of strings', () => {
  expect(nestingOf(text)).toBe(4);
  expect(nestingOf('"[[[["')).toBe(0);
  expect(nestingOf('['.repeat(1_000_000))).toBe(1_000_000);
});
