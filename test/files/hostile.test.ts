import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '#event-store';
import { ModelFileError, readModelFile, writeModelFile } from '#files';
import { partsOfFile } from '../../src/files/partsOfFile.ts';
import { fixture, fixtures, pretty, type RawFile } from './support/fixtures.ts';

const corpus = Object.entries(
  import.meta.glob<string>('./hostile/*', { query: '?raw', import: 'default', eager: true }),
).map(([path, text]): [name: string, text: string] => [path.replace(/^.*\/|\.\w+$/g, ''), text]);

/** The remarks with which a text is opened, or the sentence that refuses it. Anything else fails the test. */
const outcomeOf = (text: string): string[] | string => {
  const read = readOrRefused(text);
  if (typeof read === 'string') return read;
  // What is written of it opens again, whatever it was.
  const written = writeModelFile(partsOfFile(read.file));
  expect(writeModelFile(partsOfFile(readModelFile(written).file))).toBe(written);
  return read.remarks;
};

const readOrRefused = (text: string) => {
  try {
    return readModelFile(text);
  } catch (error) {
    if (error instanceof ModelFileError) return error.message;
    throw error;
  }
};

const refused = (reason: string): string =>
  `This is not a Replayground model: ${reason}. Your open model is unchanged.`;

const outcomes: { [name: string]: string[] | string } = {
  truncated: refused('line 9 is not JSON'),
  'lists-for-records': refused('line 9, `settings.clock` is missing'),
  'numbers-for-texts': refused('line 5, `name` should be a text'),
  prototype: ['Left out every field named `__proto__`: it is no data and could change how objects behave.'],
  'inherited-ids': refused('line 8, `definitions[0].id` is a name that cannot be an id'),
  'inherited-references': [
    'Left out 1 note of a definition that is not there.',
    'Left out 1 arrow to or from a note that is not there.',
  ],
  'deceiving-names': [
    'Look closely: characters that one does not see change how names look. Here they are shown: “invoice⟨U+202E⟩gnp.exe”, “Pay⟨U+200B⟩Order”.',
  ],
  'places-at-the-edge': ['Found a place for 2 notes without one.'],
  'far-away': refused('line 17, `notes[0].x` should be at most 1000000'),
  'two-of-everything': [
    'Left out 1 definition whose id is used twice.',
    'Left out 1 note whose id is used twice.',
    'Left out 1 arrow whose id is used twice.',
    'Left out 1 note of a definition that is not there.',
    'Left out 1 arrow to or from a note that is not there.',
    'Found a place for 1 note without one.',
  ],
  'markup-everywhere': [],
};

describe('of the hostile files', () => {
  it.each(corpus)('%s is opened with its remarks, or refused in a sentence', (name, text) => {
    expect(outcomeOf(text)).toEqual(outcomes[name]);
    expect('isAdmin' in {}).toBe(false);
  });

  it('none is forgotten', () => {
    expect(corpus.map(([name]) => name).sort()).toEqual(Object.keys(outcomes).sort());
  });

  it('one that is nested 10,000 deep is refused, wherever the nesting stands', () => {
    const nested = `${'[{"a":'.repeat(5_000)}1${'}]'.repeat(5_000)}`;
    for (const key of ['name', 'notes', 'history', 'settings', 'anything'])
      expect(outcomeOf(`{"format":"replayground","formatVersion":1,"${key}":${nested}}`)).toBe(
        refused('lists and objects are nested deeper than 120 levels'),
      );
  });
});

const text = fc.constantFrom(...Object.values(fixtures));

it('a file that ends anywhere is refused in a sentence', () => {
  fc.assert(
    fc.property(text, fc.double({ min: 0, max: 0.999, noNaN: true }), (whole, share) => {
      expect(outcomeOf(whole.slice(0, Math.floor((whole.length - 2) * share)))).toMatch(/is not JSON|it is empty/);
    }),
    { numRuns: 100 },
  );
});

type Path = (string | number)[];

const placesIn = (value: Json, path: Path = []): Path[] =>
  typeof value === 'object' && value !== null
    ? [path, ...Object.entries(value).flatMap(([key, inside]) => placesIn(inside, [...path, key]))]
    : [path];

const replacedAt = (value: Json, [key, ...rest]: Path, inside: Json): Json => {
  if (key === undefined) return inside;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as RawFile) }) as RawFile;
  copy[key] = replacedAt(copy[key] ?? null, rest, inside);
  return copy;
};

/** What breaks programs that do not look: other types, extremes, inherited names. */
const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>,
  fc.constantFrom<Json>(
    '',
    '__proto__',
    'constructor',
    -1,
    0.5,
    1e308,
    null,
    [],
    {},
    '\u202E',
    '\u0000',
    'x'.repeat(10_000),
  ),
);

it('a file with any value anywhere is opened whole, or refused in a sentence', () => {
  const broken = text.chain((whole) => {
    const file = fixture(whole);
    return fc.record({ file: fc.constant(file), place: fc.constantFrom(...placesIn(file)), value: anything });
  });
  fc.assert(
    fc.property(broken, ({ file, place, value }) => {
      outcomeOf(pretty(replacedAt(file, place, value)));
      expect(Object.keys(Object.prototype)).toEqual([]);
    }),
    { numRuns: 400 },
  );
});
