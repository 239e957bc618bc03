import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '#event-store';
import { openMemoryStore } from '#event-store';
import { type ModelParts, readModelFile, writeModelFile } from '#files';
import { type Board, type BoardIntent, decideBoardAll, evolveBoardAll } from '#model';
import { boardOf, completedHistory, filledBoard, readBoard, writeBoard } from '../../src/engine/models/boardSession.ts';
import { pagesOf, writeHistory } from '../../src/engine/run/copyHistory.ts';
import { partsOfFile } from '../../src/files/partsOfFile.ts';
import { fixture, fixtures, pretty, type RawFile } from './support/fixtures.ts';

type Path = (string | number)[];

const isRecord = (value: Json): value is RawFile =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Under these stands what people and their code put there, as they like. */
const free = ['data', 'example', 'document', 'rename', 'defaults', 'madeWith'];

/** Every record of a file to which a later version may add a field. */
const recordsIn = (value: Json, path: Path = []): Path[] => {
  if (Array.isArray(value)) return value.flatMap((item, index) => recordsIn(item, [...path, index]));
  if (!isRecord(value)) return [];
  const inside = Object.entries(value).flatMap(([key, one]) =>
    free.includes(key) ? [] : recordsIn(one, [...path, key]),
  );
  return [path, ...inside];
};

const at = (value: Json, [key, ...rest]: Path): Json | undefined => {
  if (key === undefined) return value;
  const inside = (value as RawFile)[key];
  return inside === undefined ? undefined : at(inside, rest);
};

/** Editing histories lead to their own wall: one that knows nothing of a field would be left out. */
const withUnknown = ({ boardHistory = [], ...rest }: RawFile, path: Path, value: Json): RawFile => {
  const copy = structuredClone(path[0] === 'boardHistory' ? { ...rest, boardHistory } : rest);
  (at(copy, path) as RawFile).fromTheFuture = value;
  return copy;
};

/** Through the stores of the browser and back, as opening and saving do it. */
const stored = async ({ board, history, boardHistory, ...rest }: ModelParts, edits: BoardIntent[]) => {
  const boardStore = await openMemoryStore(crypto.randomUUID());
  await writeBoard(boardStore, boardHistory ? completedHistory(boardHistory, board) : filledBoard(board));
  const runStore = await openMemoryStore(crypto.randomUUID());
  await writeHistory(runStore, pagesOf(history));

  const read = await readBoard(boardStore);
  const opened: Board = boardOf(board.modelId, read);
  const { events } = await runStore.readAll({ limit: 1000, archived: 'included' });
  return {
    ...rest,
    board: evolveBoardAll(opened, decideBoardAll(edits, opened)),
    history: { events, commands: await runStore.commandRecords(), streams: await runStore.markedStreams() },
    ...(boardHistory ? { boardHistory: read.events } : {}),
  };
};

/** Touches every kind of record without replacing any. */
const editsOf = ({ definitions, notes, specifications, views = [] }: Board): BoardIntent[] => [
  { type: 'NameModel', name: 'Edited' },
  { type: 'LockNotes', noteIds: Object.keys(notes), isLocked: false },
  { type: 'SetLens', lens: 'process' },
  ...Object.values(notes).map(
    (note): BoardIntent => ({ type: 'MoveNotes', moves: [{ noteId: note.id, to: { x: 7, y: 7 } }] }),
  ),
  ...Object.values(definitions).flatMap(({ id, name, ...definition }): BoardIntent[] => [
    { type: 'RenameDefinition', definitionId: id, name: `${name} X` },
    // As the line of fields makes them: of what it knows.
    ...('fields' in definition
      ? [{ type: 'ChangeFields' as const, definitionId: id, fields: asTyped(definition.fields) }]
      : []),
  ]),
  ...Object.values(specifications).map(
    (specification): BoardIntent => ({
      type: 'ChangeSpecification',
      specification: { ...specification, name: 'Edited' },
    }),
  ),
  ...views.map((view): BoardIntent => ({ type: 'KeepView', view: { ...view, name: 'Edited' } })),
];

const asTyped = (fields: Extract<Board['definitions'][string], { kind: 'command' }>['fields']) =>
  JSON.parse(
    JSON.stringify(fields, (key, value) =>
      key === 'fromTheFuture' ? undefined : key === 'example' ? 'edited' : value,
    ),
  );

describe.each(Object.entries(fixtures))('what a later version adds to a file such as %s', (_, text) => {
  const places = recordsIn(fixture(text));
  const one = fc.record({
    place: fc.constantFrom(...places),
    value: fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value).replaceAll('__proto__', 'p'))),
  });

  it('survives opening, editing and saving, wherever it stands', async () => {
    await fc.assert(
      fc.asyncProperty(one, async ({ place, value }) => {
        const file = withUnknown(fixture(text), place, value);
        const { file: read, remarks } = readModelFile(pretty(file));
        expect(remarks).toEqual([]);
        const parts = partsOfFile(read);

        const saved: Json = JSON.parse(writeModelFile(await stored(parts, editsOf(parts.board))));

        expect(at(saved, [...place, 'fromTheFuture'])).toEqual(value);
      }),
      { numRuns: 150 },
    );
  });
});
