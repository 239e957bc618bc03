import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ModelFileError } from '../../../src/files/ModelFileError.ts';
import { readNotation } from '../../../src/files/notations/notations.ts';
import { notationOf, type ReadableNotation } from '../../../src/files/notations/recognise.ts';
import { readModelFile } from '../../../src/files/readModelFile.ts';
import { notationFile } from './support.ts';

const names = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom('a/b', '/', 'x/', '__proto__', 'constructor', '', ' ', '\u202Eabc', '<img>', 'Order placed', 'y?'),
);
const anything = fc.jsonValue({ maxDepth: 3 });
const record = (fields: { [key: string]: fc.Arbitrary<unknown> }) =>
  fc.record(fields, { requiredKeys: [] }) as fc.Arbitrary<unknown>;

const field = record({
  name: names,
  type: fc.oneof(names, fc.constantFrom('Custom', 'Int')),
  example: anything,
  subfields: anything,
});
const element = record({
  id: names,
  title: names,
  type: fc.constantFrom('EVENT', 'COMMAND', 'SPEC_EVENT', 'SPEC_COMMAND', 'SPEC_READMODEL', 'SPEC_ERROR', 'x'),
  aggregate: names,
  context: fc.constantFrom('EXTERNAL', 'INTERNAL', 3),
  service: names,
  fields: fc.oneof(fc.array(field, { maxLength: 3 }), anything),
  examples: anything,
  dependencies: fc.array(
    record({
      id: names,
      title: names,
      type: fc.constantFrom('INBOUND', 'outbound', 1),
      elementType: fc.constantFrom('EVENT', 'COMMAND', 'x'),
    }),
    { maxLength: 3 },
  ),
});
const elements = fc.oneof(fc.array(element, { maxLength: 3 }), anything);
const slice = record({
  title: names,
  context: names,
  commands: elements,
  events: elements,
  readmodels: elements,
  screens: elements,
  processors: elements,
  actors: fc.array(record({ name: names }), { maxLength: 2 }),
  specifications: fc.array(
    record({ title: names, given: elements, when: elements, then: elements, comments: anything }),
    {
      maxLength: 2,
    },
  ),
});
const eventModeling = fc.array(slice, { minLength: 1, maxLength: 3 }).map((slices) => JSON.stringify({ slices }));

const item = fc.oneof(
  names,
  anything,
  fc
    .tuple(fc.constantFrom('t', 'c', 'e', 'v', 'x', 'cmd', 'z'), names, anything)
    .map(([key, name, props]) => ({ [key]: name, props })),
);
const items = fc.oneof(fc.array(item, { maxLength: 5 }), anything);
const test = record({ given: items, when: items, then: items });
const emlang = fc
  .dictionary(names, fc.oneof(items, record({ steps: items, tests: fc.dictionary(names, test, { maxKeys: 2 }) })), {
    maxKeys: 3,
  })
  .map((slices) => JSON.stringify({ slices }));

const yamlish = fc
  .array(
    fc.constantFrom(
      'slices:',
      '\n',
      '  ',
      '- ',
      'c: ',
      'e: ',
      'a/b',
      '&a ',
      '*a',
      '? ',
      '[',
      ']',
      '{',
      '}',
      '|',
      '>',
      '"',
      "'",
      '#',
      '!!x ',
      ': ',
      '\t',
      '---\n',
      '%',
    ),
    {
      maxLength: 60,
    },
  )
  .map((parts) => parts.join(''));

/** A model that opens without a repair, or a sentence. */
const outcomeOf = (notation: ReadableNotation, text: string): void => {
  try {
    const { file, remarks } = readNotation(notation, text, 'x');
    expect(readModelFile(JSON.stringify(file)).remarks).toEqual([]);
    expect(new Set(remarks).size).toBe(remarks.length);
  } catch (error) {
    if (!(error instanceof ModelFileError)) throw error;
  }
};

describe('whatever comes as another notation', () => {
  it.each<[ReadableNotation, fc.Arbitrary<string>]>([
    ['event-modeling', eventModeling],
    ['event-modeling', fc.json()],
    ['emlang', emlang],
    ['emlang', yamlish],
    ['emlang', yamlish.map((text) => `slices:\n  a:\n    - c: x\n${text}`)],
  ])('is a model that needs no repair, or is refused with a sentence: %s', (notation, texts) => {
    fc.assert(
      fc.property(texts, (text) => outcomeOf(notation, text)),
      { numRuns: 150 },
    );
  });

  it.each<[ReadableNotation, string]>([
    ['emlang', 'library.emlang.yaml'],
    ['event-modeling', 'parking.json'],
  ])('is read or refused where it is cut off anywhere: %s', (notation, name) => {
    const text = notationFile(name);
    for (let length = 0; length < text.length; length += 37) outcomeOf(notation, text.slice(0, length));
  });
});

describe('a file', () => {
  it.each<[string, string, ReadableNotation | undefined]>([
    ['a.emlang.yaml', 'slices:\n  A:\n', 'emlang'],
    ['a.yml', '# nothing yet\n', 'emlang'],
    ['a.txt', '---\nslices:\n  A:\n', 'emlang'],
    ['a.json', '{\n "slices": [ {', 'event-modeling'],
    ['a.json', '{"aggregates":[{"slices":1}],"codeGen":{},"slices":[{', 'event-modeling'],
    ['a.json', '[{"id":"1","title":"A","commands":[{"id":"2"}],"events":[],"readmodels":[', 'event-modeling'],
    ['slice.json', '{"id":"1","sliceType":"STATE_CHANGE","commands":[],"events":[]}', 'event-modeling'],
    ['a.json', '[{"type":"x","data":{"commands":[],"events":[],"screens":[]}}]', undefined],
    ['a.json', '{"events":[{"type":"x"}]}', undefined],
    ['a.json', `{"${'\\"'.repeat(31_000)}`, undefined],
    ['a.json', '{"format":"replayground","slices":[]}', undefined],
    ['a.json', '[{"specversion":"1.0"}]', undefined],
    ['a.jsonl', '{"type":"x","data":{"slices":[1]}}', undefined],
    ['a.json', '{"events":[{"type":"x","data":{"slices":[1]}}]}', undefined],
    ['a.json', '{"specversion":"1.0","data":{"slices":[1]}}', undefined],
    ['a.csv', 'slices:,b\n', undefined],
  ])('is known by its name and its beginning: %s with %s', (name, head, notation) => {
    expect(notationOf(name, head)).toBe(notation);
  });
});

it('draws an arrow once, however often a file repeats what it is between', () => {
  const repeated = `slices:\n  a:\n${'    - e: a\n'.repeat(11_000)}${'    - v: b\n'.repeat(11_000)}`;
  const { file } = readNotation('emlang', repeated, 'x');
  expect(file.connections).toHaveLength(1);

  const actors = Array.from({ length: 20_000 }, () => ({ name: 'Customer' }));
  const commands = Array.from({ length: 20_000 }, (_, at) => ({ id: `c${at}`, title: 'Order' }));
  const slices = JSON.stringify({ slices: [{ actors, commands }] });
  expect(readNotation('event-modeling', slices, 'x').file.connections).toHaveLength(1);
});

it('takes so many fields of a message, and says that there are more', () => {
  const fields = Array.from({ length: 30_000 }, (_, at) => ({ name: `field${at}`, type: 'String' }));
  const slices = JSON.stringify({ slices: [{ title: 'S', events: [{ id: 'e', title: 'Ordered', fields }] }] });
  const { file, remarks } = readNotation('event-modeling', slices, 'x');
  expect(file.definitions[0]).toMatchObject({ name: 'Ordered', fields: { length: 500 } });
  expect(remarks).toContain('Left out fields of Ordered: it has more than 500.');
});

it('knows no type that every object inherits', () => {
  const props = ['__proto__[]', 'list<constructor>', 'constructor', 'toString[]'].map(
    (word, at) => `        f${at}: '${word}'`,
  );
  const { file } = readNotation('emlang', `slices:\n  a:\n    - e: x\n      props:\n${props.join('\n')}\n`, 'x');
  expect(readModelFile(JSON.stringify(file)).file.definitions).toMatchObject([
    { fields: props.map(() => ({ type: { kind: 'text' } })) },
  ]);
});

it('lays out no tangle of arrows, which would take for ever, and says so', () => {
  const tangle = Array.from({ length: 1000 }, (_, at) => ({
    id: `e${at}`,
    title: `e${at}`,
    dependencies: [at + 1, (at * 37) % 1000, (at * 91) % 1000].map((to) => ({ id: `e${to}`, type: 'OUTBOUND' })),
  }));
  const { file, remarks } = readNotation('event-modeling', JSON.stringify({ slices: [{ events: tangle }] }), 'x');
  expect(file.notes).toHaveLength(1000);
  expect(remarks).toContain('It has too many arrows to be laid out along time: notes stand one below the other.');
});
