import { describe, expect, it } from 'vitest';
import type { Json } from '#event-store';
import { ModelFileError, readModelFile, writeModelFile } from '#files';
import { partsOfFile } from '../../src/files/partsOfFile.ts';
import { previewOf } from '../../src/files/previewOf.ts';
import { textOfModelFile } from '../../src/files/readModelFile.ts';
import { broken, emptyFile, fixture, fixtureText, pretty, type RawFile } from './support/fixtures.ts';

const refusalOf = (text: string): string => {
  try {
    readModelFile(text);
  } catch (error) {
    if (error instanceof ModelFileError) return error.message;
    throw error;
  }
  return 'opened';
};

const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length;

describe('a file of format 1', () => {
  it('is written in the same order, whatever order its keys came in', () => {
    const reversed = JSON.stringify(fixture(), (_, value: Json) =>
      typeof value === 'object' && value !== null && !Array.isArray(value) && 'id' in value
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    );

    const { file } = readModelFile(reversed);

    expect(Object.keys(JSON.parse(writeModelFile(partsOfFile(file))).notes[2])).toEqual(
      Object.keys((fixture().notes as object[])[2] ?? {}),
    );
  });

  it('may leave out what an empty model has anyway', () => {
    const { settings, specifications, history, ...least } = emptyFile;

    expect(readModelFile(JSON.stringify(least))).toEqual({ file: emptyFile, remarks: [] });
  });

  it('may begin with a byte order mark', () => {
    expect(readModelFile(`\uFEFF${fixtureText}`).file).toEqual(fixture());
  });

  it('is previewed before it is opened', () => {
    const { file } = readModelFile(fixtureText);

    expect(previewOf(file, { fileName: 'loans.json', size: 31, remarks: ['Left out 1 note.'] })).toEqual({
      fileName: 'loans.json',
      modelName: 'Library loans',
      size: 31,
      notes: 11,
      events: 1,
      commands: 5,
      specifications: 3,
      hasCode: true,
      remarks: ['Left out 1 note.'],
    });
  });
});

describe('a wrong file', () => {
  it('says in which line which field should be what', () => {
    const text = pretty(broken(['notes'], {}));

    expect(refusalOf(text)).toBe(
      `This is not a Replayground model: line ${lineOf(text, '"notes"')}, \`notes\` should be a list. Your open model is unchanged.`,
    );
  });

  it.each<[string, Json, string, string]>([
    ['another JSON', { hello: 'world' }, '{', '`format` is missing'],
    ['a list', [1, 2], '[', '`format` is missing'],
    ['a text', 'hello', '"hello"', 'the file should be an object'],
    ['a foreign format', broken(['format'], 'excalidraw'), '"format"', '`format` should be "replayground"'],
    ['a place in words', broken(['notes', 3, 'x'], 'left'), '"x": "left"', '`notes[3].x` should be a number'],
    [
      'an unknown kind',
      broken(['definitions', 0, 'kind'], 'unicorn'),
      '"kind": "unicorn"',
      '`definitions[0].kind` should be one of "event", "command", "decider", "policy", "read-model", "actor", "system", "screen", "hotspot", "frame"',
    ],
    ['a place out of sight', broken(['notes', 0, 'x'], 1e308), '"x": 1e+308', '`notes[0].x` should be at most 1000000'],
    ['an empty id', broken(['definitions', 0, 'id'], ''), '"id": ""', '`definitions[0].id` should not be empty'],
    [
      'an id that every object knows',
      broken(['notes', 0, 'id'], 'constructor'),
      '"id": "constructor"',
      '`notes[0].id` is a name that cannot be an id',
    ],
    [
      'a time in words',
      broken(['history', 'events', 0, 'metadata', 'recordedAt'], 'yesterday'),
      '"recordedAt": "yesterday"',
      '`history.events[0].metadata.recordedAt` should be a time such as 2026-03-02T09:00:00.000Z',
    ],
    [
      'a gap in the log',
      broken(['history', 'events', 0, 'metadata', 'globalPosition'], 7),
      '"globalPosition": 7',
      '`history.events[0].metadata.globalPosition` should be 1: events stand in order, without a gap',
    ],
    [
      'a gap in a stream',
      broken(['history', 'events', 0, 'metadata', 'streamPosition'], 2),
      '"streamPosition": 2',
      '`history.events[0].metadata.streamPosition` should be 1 in Loan-loan-1',
    ],
    [
      'a command recorded twice',
      broken(['history', 'commands', 1, 'commandId'], 'command-1'),
      '"commandId": "command-1",\n        "type": "LendBook",\n        "data": {\n          "loanId": "loan-1",\n          "title": "Dune"\n        },\n        "metadata": {},',
      '`history.commands[1].commandId` is used twice',
    ],
    [
      'metadata in a list',
      broken(['history', 'commands', 0, 'metadata'], [7]),
      '"metadata": [',
      '`history.commands[0].metadata` should be an object',
    ],
    [
      'an edit that is none',
      broken(['boardHistory', 4], { type: 'NoteAdded' }),
      '{\n      "type": "NoteAdded"\n    }',
      '`boardHistory[4]` should be an edit of a board',
    ],
  ])('names %s', (_, value, part, sentence) => {
    const text = pretty(value);

    expect(refusalOf(text)).toBe(
      `This is not a Replayground model: line ${lineOf(text, part)}, ${sentence}. Your open model is unchanged.`,
    );
  });

  it.each([
    ['', 'it is empty'],
    ['# Notes\n', 'line 1 is not JSON'],
    ['{\n  "format": "replayground",\n  "notes": [1, 2,]\n}', 'line 3 is not JSON'],
    ['{\n  "format": "replayground"\n}\n}', 'line 4 is not JSON'],
    [fixtureText.slice(0, 200), `line ${fixtureText.slice(0, 200).split('\n').length} is not JSON`],
  ])('that is no JSON is named by its line: %j', (text, reason) => {
    expect(refusalOf(text)).toBe(`This is not a Replayground model: ${reason}. Your open model is unchanged.`);
  });

  it('of a newer format asks for an update', () => {
    const text = pretty(broken(['formatVersion'], 3));

    expect(refusalOf(text)).toBe(
      'This file has format 3; this version reads up to 1. Reload to update the app, or ask for format 1. Nothing was opened.',
    );
  });
});

describe('a hostile file', () => {
  it('cannot change how objects behave', () => {
    const text = fixtureText
      .replace('"icon": "book"', '"__proto__": { "polluted": true }')
      .replace('"branch": "north"', '"__pr\\u006fto__": { "polluted": true }');

    const { file, remarks } = readModelFile(text);

    expect(remarks[0]).toBe(
      'Left out every field named `__proto__`: it is no data and could change how objects behave.',
    );
    expect(JSON.stringify(file)).not.toContain('polluted');
    expect('polluted' in (file.definitions[3] ?? {})).toBe(false);
    expect('polluted' in {}).toBe(false);
  });

  it('nested without end is refused before it is parsed', () => {
    const deep = `{"format":"replayground","notes":${'['.repeat(5_000_000)}`;

    expect(refusalOf(deep)).toBe(
      'This is not a Replayground model: lists and objects are nested deeper than 120 levels. Your open model is unchanged.',
    );
  });

  it('over 100 MB is refused before it is read', async () => {
    const large = new Blob(Array.from({ length: 101 }, () => new Uint8Array(1_000_000)));

    await expect(textOfModelFile(large)).rejects.toThrow(
      new ModelFileError(
        'This is not a Replayground model: it has 101 MB, and models of up to 100 MB can be opened. Your open model is unchanged.',
      ),
    );
    expect(refusalOf(' '.repeat(100_000_001))).toContain('it has 101 MB');
  });

  it('with brackets and quotes in its texts is read like any other', () => {
    const name = '[[[{{{ "quoted" \\ ]]'.repeat(100);

    expect(readModelFile(pretty(broken(['name'], name))).file.name).toBe(name);
  });
});

describe('a file that does not fit together', () => {
  it('loses notes without a definition, arrows without a note, and says so', () => {
    const { file, remarks } = readModelFile(pretty(broken(['definitions', 1, 'id'], 'somebody-else')));

    expect(file.notes.map(({ id }) => id)).not.toContain('n2');
    expect(file.connections.map(({ id }) => id)).toEqual(['c3', 'c4', 'c5']);
    expect(remarks).toEqual([
      'Left out 1 note of a definition that is not there.',
      'Left out 2 arrows to or from a note that is not there.',
      'Left out the editing history: it does not lead to this wall.',
    ]);
  });

  it('loses an arrow from a note to itself, and a second one between the same notes', () => {
    const { connections } = fixture() as { connections: { id: string; from: string; to: string }[] };
    const more = connections.slice(0, 1).flatMap(({ from, to }) => [
      { id: 'again', from, to },
      { id: 'back', from: to, to: from },
      { id: 'loop', from, to: from },
    ]);
    const { file, remarks } = readModelFile(pretty(broken(['connections'], [...connections, ...more])));

    expect(file.connections.map(({ id }) => id)).toEqual([...connections.map(({ id }) => id), 'back']);
    expect(remarks.slice(0, 2)).toEqual([
      'Left out 1 arrow from a note to itself.',
      'Left out 1 arrow between notes that another one leads between.',
    ]);
  });

  it('loses specifications of nothing', () => {
    const { file, remarks } = readModelFile(pretty(broken(['specifications', 2, 'definitionId'], 'loan')));

    expect(file.specifications.map(({ id }) => id)).toEqual(['s1', 's2']);
    expect(remarks[0]).toBe('Left out 1 specification of a decider or read model that is not there.');
  });

  it('keeps the first of two records with one id', () => {
    const { file, remarks } = readModelFile(pretty(broken(['notes', 1, 'id'], 'n1')));

    expect(file.notes.map(({ id }) => id)).not.toContain('n2');
    expect(remarks[0]).toBe('Left out 1 note whose id is used twice.');
  });

  it('numbers commands anew where two have one number, so that none is lost', () => {
    const { file, remarks } = readModelFile(pretty(broken(['history', 'commands', 1, 'sequence'], 1)));

    const numbers = file.history.commands.map(({ commandId, sequence }) => [commandId, sequence]);
    expect(numbers).toEqual(
      (fixture().history as { commands: { commandId: string }[] }).commands.map(({ commandId }, index) => [
        commandId,
        index + 1,
      ]),
    );
    expect(remarks).toEqual(['Numbered the commands anew: 1 had the number of another.']);
  });

  it('lays notes without a place out in rows below the others, and says so', () => {
    const notes = (fixture().notes as { id: string; x: number }[]).map(({ x, ...note }) =>
      note.id === 'n2' || note.id === 'n5' ? note : { ...note, x },
    );
    const withoutPlaces = { ...(broken(['boardHistory'], undefined) as RawFile), notes };

    const { file, remarks } = readModelFile(pretty(withoutPlaces));

    const places = new Map(file.notes.map(({ id, x, y }) => [id, { x, y }]));
    expect(remarks).toEqual(['Found a place for 2 notes without one.']);
    expect(file.notes.map(({ id }) => id)).toEqual((fixture().notes as { id: string }[]).map(({ id }) => id));
    expect(places.get('n2')).toEqual({ x: -40, y: 604 });
    expect(places.get('n5')?.y).toBe(604);
    expect(places.get('n5')?.x).toBeGreaterThan(-40);
    expect(readModelFile(writeModelFile(partsOfFile(file))).remarks).toEqual([]);
  });

  it('finds places on a wall that has none, and under one that reaches as far as walls may', () => {
    const alone = { ...emptyFile, definitions: [{ id: 'd', kind: 'hotspot', name: 'Why?' }] };
    const note = (id: string, place: object) => ({ id, definitionId: 'd', ...place });
    const notesOf = (notes: object[]) => readModelFile(JSON.stringify({ ...alone, notes })).file.notes;

    const many = notesOf(Array.from({ length: 9 }, (_, index) => note(`n${index}`, {})));
    expect(new Set(many.map(({ x, y }) => `${x} ${y}`)).size).toBe(9);
    expect(many.at(-1)).toMatchObject({ x: 0 });
    expect(notesOf([note('low', { x: 0, y: 1_000_000 }), note('lost', {})])[1]).toMatchObject({ x: 0, y: 900_000 });
  });

  it('loses an editing history that leads to another wall, and keeps the wall', () => {
    const { file, remarks } = readModelFile(pretty(broken(['boardHistory', 0, 'data'], { moves: 7 })));

    expect(file.boardHistory).toBeUndefined();
    expect(file.notes).toHaveLength(11);
    expect(remarks).toEqual(['Left out the editing history: it does not lead to this wall.']);
  });
});
