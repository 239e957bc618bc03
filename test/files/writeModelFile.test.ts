import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Json } from '#event-store';
import { fileNameOf, type ModelParts, modelFilePieces, readModelFile, tooLargeToOpen, writeModelFile } from '#files';
import { type Definition, emptyBoard, type Field, type FieldType } from '#model';
import { partsOfFile } from '../../src/files/partsOfFile.ts';
import { recordedCommand } from '../support/recorded.ts';

/** JSON keeps no -0, and `__proto__` is refused on purpose. */
const json: fc.Arbitrary<Json> = fc
  .jsonValue({ maxDepth: 4 })
  .map((value) => JSON.parse(JSON.stringify(value), dropped));
const dropped = (key: string, value: unknown): unknown => (key === '__proto__' ? undefined : value);

const id = fc.uuid();
const name = fc.string({ unit: 'grapheme' });
const records = <Item extends { id: string }>(item: fc.Arbitrary<Item>) =>
  fc
    .uniqueArray(item, { selector: (one) => one.id, maxLength: 6 })
    .map((items) => Object.fromEntries(items.map((one) => [one.id, one])));

const { field } = fc.letrec<{ fieldType: FieldType; field: Field }>((tie) => ({
  fieldType: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<FieldType>({ kind: 'text' }, { kind: 'number' }, { kind: 'id', prefix: 'cart' }),
    fc.record({ kind: fc.constant('choice' as const), choices: fc.array(name) }),
    fc.record({ kind: fc.constant('list' as const), of: tie('fieldType') }),
    fc.record({ kind: fc.constant('object' as const), fields: fc.array(tie('field'), { maxLength: 3 }) }),
  ),
  field: fc.record(
    { name, type: tie('fieldType'), optional: fc.boolean(), example: json },
    { requiredKeys: ['name', 'type'] },
  ),
}));
const code = fc.array(fc.record({ path: name, text: name }), { maxLength: 2 });

const definition: fc.Arbitrary<Definition> = fc.oneof(
  fc.record({
    id,
    kind: fc.constant('event' as const),
    name,
    fields: fc.array(field),
    schemaVersion: fc.integer({ min: 1 }),
  }),
  fc.record({ id, kind: fc.constant('policy' as const), name, code, isOn: fc.boolean() }),
  fc.record({ id, kind: fc.constantFrom('actor' as const, 'hotspot' as const), name, formerNames: fc.array(name) }),
);

const coordinate = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => value + 0);

const parts: fc.Arbitrary<ModelParts> = fc
  .record({ definitions: records(definition), data: fc.array(json) })
  .chain(({ definitions, data }) =>
    fc.record({
      board: fc.record({
        modelId: id,
        name,
        settings: fc.constant({ clock: { kind: 'real' as const }, storeAsJson: true }),
        definitions: fc.constant(definitions),
        notes: records(
          fc.record(
            {
              id,
              definitionId: fc.constantFrom(...['', ...Object.keys(definitions)]),
              x: coordinate,
              y: coordinate,
              isLocked: fc.constant(true as const),
            },
            { requiredKeys: ['id', 'definitionId', 'x', 'y'] },
          ),
        ).map((notes) => Object.fromEntries(Object.entries(notes).filter(([, note]) => note.definitionId !== ''))),
        connections: fc.constant({}),
        specifications: fc.constant({}),
        views: fc.uniqueArray(
          fc.record({ id, name, x: coordinate, y: coordinate, width: fc.constant(800), height: fc.constant(600) }),
          { selector: (view) => view.id, minLength: 1, maxLength: 3 },
        ),
      }),
      history: fc.constant({ events: data.map(eventOf), commands: [] }),
    }),
  );

const eventOf = (data: Json, index: number) => ({
  type: 'SomethingHappened',
  data,
  metadata: {
    eventId: `event-${index}`,
    streamName: 'Stream-1',
    streamPosition: index + 1,
    globalPosition: index + 1,
    recordedAt: '2026-03-02T09:00:00.000Z',
    schemaVersion: 1,
  },
});

it('what is written is read again as it was, and written again to the same text', () => {
  fc.assert(
    fc.property(parts, (model) => {
      const text = writeModelFile(model);
      const { file, remarks } = readModelFile(text);

      // Names may hold characters that one does not see: those are pointed at, and kept.
      expect(remarks.filter((remark) => !remark.startsWith('Look closely'))).toEqual([]);
      expect(partsOfFile(file)).toEqual(model);
      expect(writeModelFile(partsOfFile(file))).toBe(text);
    }),
    { numRuns: 200 },
  );
});

it('writes a long history page by page to the text that it would be at once', () => {
  const events = Array.from({ length: 2_001 }, (_, index) =>
    eventOf({ text: '"history": {\n    "events": [', index }, index),
  );
  const commands = events.slice(0, 1_001).map(({ data }, index) => recordedCommand('Do', index + 1, { data }));
  const board = emptyBoard('long', 'Long');
  const additional = { ahead: { history: { events: [], commands: [] } } };

  const pieces = [...modelFilePieces({ board, additional, history: { events, commands } })];

  const text = pieces.join('');
  expect(pieces.length).toBeGreaterThan(5);
  expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
  expect(JSON.parse(text)).toMatchObject({ ...additional, history: { events, commands } });
  expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(text.length / 2);
});

it('says of how many megabytes a history is too large to be opened again, and nothing of others', () => {
  const long = eventOf('x'.repeat(1_000), 0);
  const eventsOf = (length: number) => ({ length, slice: (from: number, to: number) => Array(to - from).fill(long) });

  expect(tooLargeToOpen(eventsOf(0))).toBeUndefined();
  expect(tooLargeToOpen(eventsOf(50_000))).toBeUndefined();
  expect(tooLargeToOpen(eventsOf(100_000))).toBeGreaterThan(120);
  const { size } = new Blob([
    writeModelFile({ board: emptyBoard('', ''), history: { events: Array(1_000).fill(long), commands: [] } }),
  ]);
  expect((tooLargeToOpen(eventsOf(100_000)) ?? 0) / ((size * 100) / 1_000_000)).toBeCloseTo(1, 1);
});

it.each([
  ['Shopping cart', 'shopping-cart.replayground.json'],
  ['  Über/unter: Gäste?! ', 'über-unter-gäste.replayground.json'],
  ['…', 'model.replayground.json'],
])('saves %j as %s', (modelName, fileName) => {
  expect(fileNameOf(modelName)).toBe(fileName);
});

it('writes a long history of the wall page by page too', () => {
  const metadata = { gesture: { id: 'g', label: 'Rename the model', tab: 't', at: '2026-03-02T09:00:00.000Z' } };
  const names = Array.from({ length: 2_501 }, (_, index) => `"boardHistory": [${index}`);
  const boardHistory = names.map((to, index) => {
    const data = { from: names[index - 1] ?? '', to };
    return { type: 'ModelNamed' as const, data, metadata };
  });
  const board = emptyBoard('long', names.at(-1) ?? '');

  const pieces = [...modelFilePieces({ board, boardHistory, history: { events: [], commands: [] } })];

  const text = pieces.join('');
  expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(text.length / 2);
  expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
  expect(readModelFile(text)).toMatchObject({ file: { boardHistory }, remarks: [] });
});
