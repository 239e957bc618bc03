import { describe, expect, it } from 'vitest';
import { ModelFileError } from '../../../src/files/ModelFileError.ts';
import { readEventModeling } from '../../../src/files/notations/eventModeling/readEventModeling.ts';
import { writeEventModeling } from '../../../src/files/notations/eventModeling/writeEventModeling.ts';
import { boardOfFile } from '../../../src/files/partsOfFile.ts';
import { contextsOf } from '../../../src/model/index.ts';
import { breaches } from '../support/jsonSchema.ts';
import { eventModelingSchema } from './eventModelingSchema.ts';
import { arrowsOf, fieldsOf, namesOf, notationFile, sampleBoards, specificationsOf } from './support.ts';

const carried = ['event', 'command', 'decider', 'policy', 'read-model', 'actor', 'screen'] as const;

describe.each(sampleBoards)('the sample %s as an Event Modeling specification', (_name, board) => {
  const text = writeEventModeling(board);
  const { file, remarks } = readEventModeling(text, 'sample.json');
  const read = boardOfFile(file);

  it('fits the schema of the format', () => {
    expect(breaches(eventModelingSchema, JSON.parse(text))).toEqual([]);
  });

  it('comes back with the same names, kinds, contexts, fields and arrows', () => {
    const contexts = (of: typeof board) => namesOf(of, ['frame']);
    expect(namesOf(read, carried)).toEqual(namesOf(board, carried));
    expect(contexts(read)).toEqual(contexts(board));
    expect(fieldsOf(read)).toEqual(fieldsOf(board));
    expect(arrowsOf(read)).toEqual(arrowsOf(board));
    expect(remarks.filter((remark) => !remark.startsWith('An arrow that the notation does not know'))).toEqual([]);
  });

  it('comes back with the specifications of commands and of read models, with their times', () => {
    const isCarried = ({ subject }: { subject: string }) => subject !== 'policy';
    const onTheWall = specificationsOf(board, isCarried);
    expect(specificationsOf(read, isCarried)).toEqual(onTheWall);
  });
});

describe('an Event Modeling specification that breaks its schema', () => {
  const { file, remarks } = readEventModeling(notationFile('parking.json'), 'parking.json');
  const board = boardOfFile(file);

  it('becomes notes of the fitting kinds, with the arrows that can be understood', () => {
    expect(namesOf(board, [...carried, 'frame'])).toEqual([
      'actor Attendant',
      'actor Driver',
      'command Enter garage',
      'decider Stay',
      'event Garage entered',
      'frame Garage',
      'policy Cleaner',
      'read-model Cars inside',
      'screen Barrier',
    ]);
    expect(arrowsOf(board)).toEqual([
      'Barrier → Enter garage',
      'Cars inside → Attendant',
      'Driver → Enter garage',
      'Enter garage → Stay',
      'Garage entered → Cars inside',
      'Garage entered → Cleaner',
      'Stay → Garage entered',
    ]);
  });

  it('has fields with types, examples and what stands inside', () => {
    expect(fieldsOf(board)).toEqual({
      'command Enter garage': [
        { name: 'plate', type: { kind: 'text' }, example: 'B-AB 12' },
        { name: 'height', type: { kind: 'text' }, example: '2.1' },
      ],
      'event Garage entered': [
        { name: 'plate', type: { kind: 'text' } },
        { name: 'level', type: { kind: 'number' }, optional: true, example: 3 },
        {
          name: 'extras',
          type: { kind: 'list', of: { kind: 'object', fields: [{ name: 'kind', type: { kind: 'text' } }] } },
        },
      ],
    });
  });

  it('has its specifications, with data from the examples of fields', () => {
    expect(specificationsOf(board, () => true)).toEqual([
      {
        subject: 'decider',
        of: 'Stay',
        name: 'lets a car in',
        given: [],
        when: { type: 'Enter garage', data: { plate: 'B-AB 12' } },
        then: { kind: 'events', events: [{ type: 'Garage entered', data: { level: 3 } }] },
      },
      {
        subject: 'decider',
        of: 'Stay',
        name: 'no room',
        given: [],
        when: { type: 'Enter garage', data: {} },
        then: { kind: 'refused', message: 'The garage is full' },
      },
    ]);
  });

  it('says what was guessed and what was left out', () => {
    expect(remarks).toEqual([
      'Left out `exportedWith`.',
      'Left out `tables` of Enter garage.',
      'Left out `generated` of a field. (2 times)',
      'Guessed that Enter garage.height is a text: its type is “metres”.',
      'Left out a field without a name in Enter garage.',
      'Left out the description of Enter garage.',
      'Left out `apiEndpoint` of an element.',
      'Left out `createsAggregate` of an element.',
      'Left out `mapping` of a field.',
      'Left out the fields of Cars inside: only commands and events have some here.',
      'Guessed that Stay decides on Enter garage. (2 times)',
      'Left out an arrow at Enter garage: Lamp switched is not in the file.',
      'Left out a step of the test “no room”: it does not say what it is.',
    ]);
  });
});

describe('slices as generators of code keep them', () => {
  const slices = JSON.parse(notationFile('parking.json')).slices as object[];
  const namesIn = (root: unknown) => {
    const { file, remarks } = readEventModeling(JSON.stringify(root), 'x.json');
    return { names: namesOf(boardOfFile(file), carried), remarks };
  };

  it('are read from a list of them', () => {
    const { names, remarks } = namesIn({ slices });
    expect(namesIn(slices)).toEqual({ names, remarks });
  });

  it('are read one by one', () => {
    const { names, remarks } = namesIn(slices[0]);
    expect(names).toContain('command Enter garage');
    expect(remarks).not.toContain('Left out `commands`.');
  });

  it('take their deciders into their context, and say what comments they leave out', () => {
    const [first] = slices as [{ specifications: object[] }];
    const [lets] = first.specifications;
    const commented = { ...first, specifications: [{ ...lets, comments: [{ description: 'Up to 2.1 m' }] }] };
    const { file, remarks } = readEventModeling(JSON.stringify(commented), 'x.json');
    expect(remarks).toContain('Left out the comments of the test “lets a car in”.');
    const board = boardOfFile(file);
    const contexts = contextsOf(board);
    const note = Object.values(board.notes).find(
      ({ definitionId }) => board.definitions[definitionId]?.name === 'Stay',
    );
    expect(contexts.get(note?.id ?? '')?.name).toBe('Garage');
  });
});

describe('what is no Event Modeling specification', () => {
  it.each([
    ['nothing', ''],
    ['JSON that is cut off', '{"slices":[{'],
    ['no slices', '{"slices":[]}'],
    ['depth without end', `{"slices":${'['.repeat(100_000)}`],
    [
      'more notes than a wall holds',
      JSON.stringify({ slices: Array.from({ length: 2000 }, (_, at) => ({ commands: [{ title: `c${at}` }] })) }),
    ],
  ])('is refused: %s', (_name, text) => {
    expect(() => readEventModeling(text, 'x.json')).toThrow(ModelFileError);
  });
});
