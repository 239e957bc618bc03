import { describe, expect, it } from 'vitest';
import { commitsOf } from '../../../src/files/importing/commitsOf.ts';
import { createOrdered } from '../../../src/files/importing/inOrder.ts';
import { areEvents, isEventFile } from '../../../src/files/importing/recognise.ts';
import { timeIn } from '../../../src/files/importing/timeIn.ts';
import { eventFile, imported, lines } from '../support/reading.ts';

const good = { type: 'Opened', stream: 'Till-1', time: '2024-01-01T00:00:00Z', data: { by: 'ada' } };

describe('what cannot be read', () => {
  it('is named with its line and why, and all else is read', () => {
    const text = [
      lines(good),
      '{"type": "Opened", ',
      lines({ ...good, type: '' }, { ...good, stream: {} }, { ...good, time: 'soon' }),
      '[1, 2]',
      `{"type":"Deep","stream":"Till-1","data":${'['.repeat(5000)}${']'.repeat(5000)}}`,
      lines({ ...good, data: 'x'.repeat(1_000_001) }, { ...good, type: 'T'.repeat(301) }),
      ...Array.from({ length: 20 }, () => lines(good)),
    ].join('\n');

    const { summary } = imported(text);

    expect(summary.events).toBe(21);
    expect(summary.unread).toEqual({
      count: 8,
      first: [
        { line: 2, reason: 'is not JSON' },
        { line: 3, reason: 'has no type at `type`' },
        { line: 4, reason: 'has no stream at `stream`' },
        { line: 5, reason: 'has no time that can be read at `time`' },
        { line: 6, reason: 'is no object' },
        { line: 7, reason: 'is nested deeper than 100 levels' },
        { line: 8, reason: 'is larger than 1 MB' },
        { line: 9, reason: 'has a type of more than 300 characters' },
      ],
    });
  });

  it('in a table is a row with too many cells, or a quote that is never closed', () => {
    const { summary } = imported(
      'type,id,at\nA,1,2024-01-01\nA,1,2024-01-01,more\n"B,2,2024-01-02\nA,3,2024-01-03\n',
      'x.csv',
    );

    expect(summary.events).toBe(2);
    expect(summary.unread.first).toEqual([
      { line: 3, reason: 'has 4 cells under a head of 3' },
      { line: 4, reason: 'opens a quote that is never closed' },
    ]);
  });

  it.each([
    ['an empty file', '', 'it is empty'],
    ['broken JSON over lines', '[\n{"type":"A"},\n{"type"}\n]', 'line 3 is not JSON'],
    ['a list that is nested deeply', '['.repeat(200_000), 'it is nested deeper than 100 levels'],
    ['a picture', '\u0089PNG\u0000\u0000', 'it is no text'],
    ['a head without rows', 'type,id,at\n', 'none of its lines is a record'],
  ])('of %s is said in a sentence', (_, text, reason) => {
    expect(() => imported(text, 'x.csv')).toThrow(
      `No events can be read from this file: ${reason}. Nothing was imported.`,
    );
  });
});

describe('fields named `__proto__`', () => {
  it('are left out wherever they stand', () => {
    const { events, summary } = imported(
      '{"type":"A","stream":"T-1","__proto__":{"isAdmin":true},"data":{"__proto__":{"isAdmin":true},"constructor":"c","in":[{"\\u005f_proto__":1}]},"metadata":{"__proto__":"x"}}',
    );
    const table = imported('type,id,__proto__,at\nA,1,x,2024-01-01\n', 'x.csv');

    expect(JSON.stringify(events)).not.toContain('__proto__');
    expect(events[0]?.data).toEqual({ constructor: 'c', in: [{}] });
    expect(summary.types[0]?.fields.map(({ name }) => name)).toEqual(['constructor', 'in']);
    expect(JSON.stringify(table.events)).not.toContain('__proto__');
    expect('isAdmin' in {}).toBe(false);
  });
});

describe('encodings', () => {
  const text = 'type;kundeId;at;wer\nAngekündigt;ä1;2024-01-01;Jürgen\nAngekündigt;ä2;2024-01-02;ß\n';
  const utf16 = (order: 'le' | 'be', mark: number[]): Uint8Array => {
    const units = Uint16Array.from(text, (character) => character.charCodeAt(0));
    const bytes = [...units].flatMap((unit) => (order === 'le' ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255]));
    return Uint8Array.from([...mark, ...bytes]);
  };
  const latin = Uint8Array.from(text, (character) => character.charCodeAt(0));

  it.each([
    ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${text}`), 0],
    ['UTF-16 of small ends', utf16('le', [0xff, 0xfe]), 1],
    ['UTF-16 of big ends', utf16('be', [0xfe, 0xff]), 1],
    ['UTF-16 without a mark', utf16('le', []), 1],
    ['Windows-1252, with a remark', latin, 1],
  ])('%s', (_, bytes, remarks) => {
    const { facts, events } = imported(bytes, 'x.csv');

    expect(events.map(({ type, stream }) => [type, stream])).toEqual([
      ['Angekündigt', 'Kunde-ä1'],
      ['Angekündigt', 'Kunde-ä2'],
    ]);
    expect(facts.remarks).toHaveLength(remarks);
  });
});

describe('times', () => {
  it.each([
    ['2024-05-01T10:00:00.123456Z', '2024-05-01T10:00:00.123Z'],
    ['2024-05-01 10:00', '2024-05-01T10:00:00.000Z'],
    ['2024-05-01T10:00:00+02:00', '2024-05-01T08:00:00.000Z'],
    ['2024-05-01', '2024-05-01T00:00:00.000Z'],
    ['1.5.2024 10:00', '2024-05-01T10:00:00.000Z'],
    [1_714_557_600, '2024-05-01T10:00:00.000Z'],
    [1_714_557_600_000, '2024-05-01T10:00:00.000Z'],
    ['1714557600', '2024-05-01T10:00:00.000Z'],
  ])('%s is read', (value, iso) => {
    expect(new Date(timeIn(value) ?? Number.NaN).toISOString()).toBe(iso);
  });

  it.each(['05/01/2024', '2024-02-31', '2024-01-01T25:00:00Z', 'yesterday', '17', 12, ''])(
    '%s could be anything and is not',
    (value) => {
      expect(timeIn(value)).toBeUndefined();
    },
  );

  it('put events in order, those of one time and those without as they stood', () => {
    const ordered = createOrdered();
    const at = (id: string, day?: string) =>
      ordered.add({
        type: 'A',
        stream: 'T-1',
        data: id,
        ...(day === undefined ? {} : { recordedAt: `2024-01-0${day}T00:00:00.000Z` }),
      });
    at('first without');
    at('late', '3');
    at('after late');
    at('early', '1');
    at('early too', '1');
    at('late too', '3');

    expect(ordered.part(0, 10).map(({ data }) => data)).toEqual([
      'first without',
      'early',
      'early too',
      'late',
      'after late',
      'late too',
    ]);
    expect(ordered.part(1, 3).map(({ data }) => data)).toEqual(['early', 'early too']);
  });
});

it('stores events of one time together, those of one stream in a row as one write, and never too many', () => {
  const event = (stream: string, recordedAt: string) => ({ type: 'A', stream, data: null, recordedAt });
  const commits = commitsOf([
    event('T-1', '2024-01-01T00:00:00.000Z'),
    event('T-1', '2024-01-01T00:00:00.000Z'),
    event('T-2', '2024-01-01T00:00:00.000Z'),
    event('T-2', '2024-01-02T00:00:00.000Z'),
    ...Array.from({ length: 700 }, () => event('T-3', '2024-01-03T00:00:00.000Z')),
  ]);

  expect(commits.map(({ writes }) => writes.map(({ stream, events }) => [stream, events.length]))).toEqual([
    [
      ['T-1', 2],
      ['T-2', 1],
    ],
    [['T-2', 1]],
    [['T-3', 500]],
    [['T-3', 200]],
  ]);
});

describe('a file of events is told by name and content', () => {
  const model = '{\n  "format": "replayground",\n  "formatVersion": 1';
  it.each([
    ['carts.jsonl', eventFile('carts.jsonl'), true],
    ['orders.csv', eventFile('orders.csv'), true],
    ['sensors.json', eventFile('sensors.cloudevents.json'), true],
    ['one.json', '{ "specversion": "1.0", "id": "1" }', true],
    ['wrapped.json', '{"events": [{"type":"A"}]}', true],
    ['log.txt', 'type\tid\tat\nA\t1\t2024-01-01\n', true],
    ['model.json', model, false],
    ['model.jsonl', model, false],
    ['drawing.json', '{"type":"excalidraw","elements":[]}', false],
    ['deep.json', '[[[[', false],
    ['words.txt', 'Some words\nover lines\n', false],
    ['empty.json', '', false],
  ])('%s', (name, text, isOne) => {
    expect(isEventFile(name, text)).toBe(isOne);
  });

  it('and pasted text is, too, where lines would become notes otherwise', () => {
    for (const name of ['carts.jsonl', 'orders.csv', 'sensors.cloudevents.json'])
      expect(areEvents(eventFile(name))).toBe(true);
    for (const text of ['Order placed\nOrder paid\n', 'Cart opened, item added, paid\nSecond, third, fourth', model])
      expect(areEvents(text)).toBe(false);
  });
});
