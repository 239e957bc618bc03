import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { ModelFileError } from '../../../src/files/ModelFileError.ts';
import { readEmlang } from '../../../src/files/notations/emlang/readEmlang.ts';
import { writeEmlang } from '../../../src/files/notations/emlang/writeEmlang.ts';
import { boardOfFile } from '../../../src/files/partsOfFile.ts';
import { arrowsOf, fieldsOf, namesOf, notationFile, sampleBoards, specificationsOf } from './support.ts';

const carried = ['event', 'command', 'decider', 'policy', 'read-model', 'actor', 'system', 'screen'] as const;

type Loose = { [key: string]: unknown };
const keysOf = (value: unknown): string[] => Object.keys(value as Loose);

const elementKeys = { steps: ['t', 'c', 'e', 'x', 'v'], given: ['e', 'v'], when: ['c'], then: ['e', 'v', 'x'] };

/** Where a list of elements breaks the rules of the specification of emlang 1.0. */
const breachesOfElements = (part: keyof typeof elementKeys, elements: unknown): string[] => {
  if (elements === null) return [];
  if (!Array.isArray(elements) || elements.length === 0) return [`${part} is no list of elements`];
  return elements.flatMap((element: Loose) => {
    const [type, ...others] = keysOf(element).filter((key) => key !== 'props');
    const name = element[type ?? ''];
    const isNamed = typeof name === 'string' && /[^/]$/u.test(name);
    const props = element.props ?? {};
    return elementKeys[part].includes(type ?? '') && others.length === 0 && isNamed && typeof props === 'object'
      ? []
      : [`${part}: ${JSON.stringify(element)}`];
  });
};

const breachesOfSlice = (slice: unknown): string[] => {
  if (slice === null) return [];
  if (Array.isArray(slice)) return breachesOfElements('steps', slice);
  const { steps, tests = {}, ...others } = slice as Loose;
  const inTests = Object.values((tests ?? {}) as Loose).flatMap((test) => {
    const { given = null, when = null, then = null, ...rest } = (test ?? {}) as Loose;
    return [
      ...keysOf(rest),
      ...breachesOfElements('given', given),
      ...breachesOfElements('when', when),
      ...breachesOfElements('then', then),
    ];
  });
  return [...keysOf(others), ...breachesOfElements('steps', steps), ...inTests];
};

describe.each(sampleBoards)('the sample %s in emlang', (_name, board) => {
  const text = writeEmlang(board);
  const { file, remarks } = readEmlang(text, 'sample.yaml');
  const read = boardOfFile(file);

  it('keeps to the specification of emlang 1.0', () => {
    const documents = parseAllDocuments(text, { strict: true });
    expect(documents).toHaveLength(1);
    const [document] = documents;
    expect(document && 'errors' in document ? document.errors : ['no document']).toEqual([]);
    const root = document && 'toJS' in document ? (document.toJS() as Loose) : {};
    expect(keysOf(root)).toEqual(['slices']);
    expect(Object.values(root.slices as Loose).flatMap(breachesOfSlice)).toEqual([]);
  });

  it('comes back with the same names, kinds, fields and arrows', () => {
    expect(namesOf(read, carried)).toEqual(namesOf(board, carried));
    expect(fieldsOf(read)).toEqual(fieldsOf(board));
    expect(arrowsOf(read)).toEqual(arrowsOf(board));
    expect(remarks.filter((remark) => !remark.startsWith('An arrow that the notation does not know'))).toEqual([]);
  });

  it('comes back with the specifications of commands, but for their times', () => {
    const timeless = (of: typeof board) =>
      specificationsOf(of, ({ subject }) => subject === 'decider').map((one) => ({ ...one, now: undefined }));
    expect(timeless(read)).toEqual(timeless(board));
  });
});

describe('emlang as people write it', () => {
  const { file, remarks } = readEmlang(notationFile('library.emlang.yaml'), 'library.emlang.yaml');
  const board = boardOfFile(file);

  it('becomes notes of the fitting kinds, with arrows by what stands before what', () => {
    expect(file.name).toBe('Library');
    expect(namesOf(board, carried)).toEqual([
      'actor Reader',
      'command BorrowBook',
      'command SendReminder',
      'decider Loan',
      'event BookBorrowed',
      'event LoanOverdue',
      'event ReminderSent',
      'policy Reminder',
      'read-model OpenLoans',
      'screen Counter',
      'screen My loans',
    ]);
    expect(arrowsOf(board)).toEqual([
      'BookBorrowed → OpenLoans',
      'BorrowBook → Loan',
      'Counter → BorrowBook',
      'Loan → BookBorrowed',
      'LoanOverdue → Reminder',
      'OpenLoans → My loans',
      'Reader → BorrowBook',
      'Reminder → SendReminder',
      'SendReminder → ReminderSent',
    ]);
  });

  it('has the types that are usual elsewhere, and values as examples', () => {
    expect(fieldsOf(board)).toMatchObject({
      'command BorrowBook': [
        { name: 'bookId', type: { kind: 'id' } },
        { name: 'copies', type: { kind: 'number' } },
        { name: 'days', type: { kind: 'number' }, example: 14 },
      ],
      'event BookBorrowed': [
        { name: 'bookId', type: { kind: 'id' } },
        { name: 'dueAt', type: { kind: 'date' } },
        { name: 'notes', type: { kind: 'list', of: { kind: 'text' } } },
      ],
    });
  });

  it('has its tests as specifications', () => {
    expect(specificationsOf(board, () => true)).toEqual([
      {
        subject: 'decider',
        of: 'Loan',
        name: 'A book is lent once',
        given: [{ type: 'BookBorrowed', data: { bookId: 'b-1' } }],
        when: { type: 'BorrowBook', data: { bookId: 'b-1' } },
        then: { kind: 'refused', message: 'already lent' },
      },
    ]);
  });

  it('says what was guessed and what was left out', () => {
    expect(remarks).toEqual(
      expect.arrayContaining([
        'Left out `version` at the top: emlang has no such part.',
        'Guessed the type of BorrowBook.days from its value.',
        'Left out the exception TooManyLoans: refusals stand in tests here.',
        'Left out the test “To do” of BorrowBook: it is empty.',
        'Left out the fields of the view OpenLoans: here code says what a read model holds.',
        'Guessed that Reminder is a policy: it follows an event.',
        'Guessed that “ReminderSent” is an event.',
        'Of an element that is several things only the first was kept: SendReminder.',
        'Left out `nothing` of an element.',
        'Left out an element without a name, “User/”.',
      ]),
    );
  });

  it('gives the same model each time, with no note on another', () => {
    expect(readEmlang(notationFile('library.emlang.yaml'), 'library.emlang.yaml').file).toEqual(file);
    expect(new Set(file.notes.map(({ x, y }) => `${x} ${y}`)).size).toBe(file.notes.length);
  });
});

describe('emlang that attacks', () => {
  const refused: [string, string, RegExp][] = [
    ['brackets without end', `slices: ${'['.repeat(100_000)}`, /nested deeper/u],
    ['dashes without end', `slices:\n${'- '.repeat(100_000)}`, /nested deeper/u],
    [
      'indentation without end',
      Array.from({ length: 600 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
      /nested/u,
    ],
    ['a text that is too long', `slices:\n${'  a:\n'.repeat(100_000)}`, /characters/u],
    [
      'aliases of aliases',
      `a: &a [x, x]\n${Array.from('bcdefghijklmnopqrstuvwxyz', (name, at) => {
        const before = String.fromCharCode('a'.charCodeAt(0) + at);
        return `${name}: &${name} [*${before}, *${before}, *${before}]`;
      }).join('\n')}\nslices: *z`,
      /values|nested/u,
    ],
    ['an alias of itself', 'slices: &a\n  b: *a\n', /nested/u],
    ['nothing', '', /no `slices`/u],
  ];

  it.each(refused)('is refused where it has %s', (_name, text, sentence) => {
    expect(() => readEmlang(text, 'x.yaml')).toThrow(ModelFileError);
    expect(() => readEmlang(text, 'x.yaml')).toThrow(sentence);
  });

  it('makes nothing of a key that would change objects', () => {
    const text = 'slices:\n  __proto__:\n    - c: __proto__\n      props:\n        __proto__: text\n        a: text\n';
    const { file } = readEmlang(text, 'x.yaml');
    expect(file.definitions).toMatchObject([{ name: '__proto__', fields: [{ name: 'a' }] }]);
    expect(({} as { a?: unknown }).a).toBeUndefined();
  });
});
