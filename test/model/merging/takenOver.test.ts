import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Board,
  type BoardDifference,
  boardDifferences,
  type CodeFile,
  type Definition,
  decideBoardAll,
  emptyBoard,
  evolveBoardAll,
  type Field,
  inverse,
  type Note,
  takeOverIntents,
} from '#model';
import { takenOver } from '../../../src/model/merging/takenOver.ts';

const event = (id: string, changes: Partial<Extract<Definition, { kind: 'event' }>> = {}): Definition => ({
  id,
  kind: 'event',
  name: id,
  fields: [],
  schemaVersion: 1,
  ...changes,
});
const note = (id: string, definitionId = id, changes: Partial<Note> = {}): Note => ({
  id,
  definitionId,
  x: 0,
  y: 0,
  ...changes,
});
const byId = <Item extends { id: string }>(items: Item[]) => Object.fromEntries(items.map((item) => [item.id, item]));

const boardOf = (parts: {
  name?: string;
  definitions?: Definition[];
  notes?: Note[];
  arrows?: [string, string][];
  specified?: string[];
}): Board => ({
  ...emptyBoard('model', parts.name ?? 'Model'),
  definitions: byId(parts.definitions ?? []),
  notes: byId(parts.notes ?? []),
  connections: byId((parts.arrows ?? []).map(([from, to]) => ({ id: `${from}-${to}`, from, to }))),
  specifications: byId(
    (parts.specified ?? []).map((definitionId) => ({
      id: `s-${definitionId}`,
      definitionId,
      subject: 'read-model' as const,
      name: 'shows',
      given: [],
      then: { kind: 'documents' as const, documents: [] },
    })),
  ),
});

const differenceOf = (board: Board, other: Board, what: BoardDifference['what']): BoardDifference => {
  const found = boardDifferences(board, other).find((difference) => difference.what === what);
  if (!found) throw new Error(`Nothing is ${what}.`);
  return found;
};

/** Nothing hangs in the air. */
const isSound = ({ definitions, notes, connections, specifications }: Board): boolean =>
  Object.values(notes).every(({ definitionId }) => definitions[definitionId]) &&
  Object.values(connections).every(({ from, to }) => notes[from] && notes[to]) &&
  Object.values(specifications).every(({ definitionId }) => definitions[definitionId]);

describe('what is taken over from another board', () => {
  it('is a note with what it shows, and without its arrows', () => {
    const other = boardOf({
      definitions: [event('a'), event('b')],
      notes: [note('a'), note('b')],
      arrows: [['a', 'b']],
    });
    const board = boardOf({});

    const merged = takenOver(board, other, differenceOf(board, other, 'note-added'));

    expect(merged).toEqual(boardOf({ definitions: [event('a')], notes: [note('a')] }));
  });

  it('is no version of an event without the fields of that version', () => {
    const count: Field = { name: 'count', type: { kind: 'number' } };
    const later = event('a', { fields: [count], schemaVersion: 2, mutedAdvice: ['G3'] });
    const [board, other] = [boardOf({ definitions: [event('a')] }), boardOf({ definitions: [later] })];

    const merged = takenOver(board, other, differenceOf(board, other, 'set-up'));

    expect(merged.definitions).toEqual({ a: event('a', { mutedAdvice: ['G3'] }) });
    expect(takenOver(merged, other, differenceOf(merged, other, 'fields')).definitions).toEqual({ a: later });
  });

  it('is an arrow with the notes that it joins', () => {
    const other = boardOf({
      definitions: [event('a'), event('b')],
      notes: [note('a'), note('b')],
      arrows: [['a', 'b']],
    });
    const board = boardOf({ definitions: [event('a', { name: 'mine' })], notes: [note('a')] });

    const merged = takenOver(board, other, differenceOf(board, other, 'arrow-added'));

    expect(merged).toEqual({ ...other, definitions: byId([event('a', { name: 'mine' }), event('b')]) });
  });

  it('is that a note is gone, with its arrows and what is specified of it', () => {
    const readModel: Definition = { id: 'r', kind: 'read-model', name: 'r', code: [], lifecycle: 'inline' };
    const rest = { definitions: [event('a')], notes: [note('a')] };
    const board = boardOf({
      definitions: [event('a'), readModel],
      notes: [note('a'), note('r')],
      arrows: [['a', 'r']],
      specified: ['r'],
    });

    const merged = takenOver(board, boardOf(rest), differenceOf(board, boardOf(rest), 'note-removed'));

    expect(merged).toEqual(boardOf(rest));
  });

  it('is the name alone where only that is wanted', () => {
    const fields = [{ name: 'id', type: { kind: 'text' as const } }];
    const board = boardOf({ definitions: [event('a')], notes: [note('a')] });
    const other = boardOf({ definitions: [event('a', { name: 'A', fields })], notes: [note('a')] });

    const merged = takenOver(board, other, differenceOf(board, other, 'renamed'));

    expect(merged.definitions.a).toEqual(event('a', { name: 'A' }));
  });
});

const ids = ['a', 'b', 'c'];
const anyBoard: fc.Arbitrary<Board> = fc
  .record({
    name: fc.constantFrom('One', 'Two'),
    definitions: fc.subarray(ids).chain((chosen) =>
      fc.tuple(
        ...chosen.map(
          (id): fc.Arbitrary<Definition> =>
            id === 'c'
              ? fc.record({
                  id: fc.constant(id),
                  kind: fc.constant('read-model' as const),
                  name: fc.constantFrom('c', 'C'),
                  lifecycle: fc.constantFrom('inline' as const, 'async' as const),
                  code: fc.constantFrom<CodeFile[]>([], [{ path: 'C.ts', text: '' }]),
                })
              : fc.record({
                  id: fc.constant(id),
                  kind: fc.constant('event' as const),
                  name: fc.constantFrom(id, id.toUpperCase()),
                  schemaVersion: fc.constant(1),
                  fields: fc.constantFrom<Field[]>([], [{ name: 'id', type: { kind: 'text' } }]),
                }),
        ),
      ),
    ),
  })
  .chain(({ name, definitions }) => {
    const known = definitions.map(({ id }) => id);
    return fc
      .record({
        notes: fc.tuple(
          ...known.map((id) =>
            fc.record({ id: fc.constantFrom(id, `${id}2`), x: fc.constantFrom(0, 80), isThere: fc.boolean() }),
          ),
        ),
        isSpecified: fc.boolean(),
        isJoined: fc.boolean(),
      })
      .map(({ notes, isSpecified, isJoined }) => {
        const placed = notes.flatMap(({ id, x, isThere }) => (isThere ? [note(id, id[0], { x })] : []));
        const [first, second] = placed;
        return boardOf({
          name,
          definitions,
          notes: placed,
          arrows: isJoined && first && second ? [[first.id, second.id]] : [],
          specified: isSpecified && known.includes('c') ? ['c'] : [],
        });
      });
  });

it('one difference after the other makes the board what the other one is, and each can be taken back', () => {
  fc.assert(
    fc.property(anyBoard, anyBoard, (from, other) => {
      let board = from;
      for (let next = boardDifferences(board, other)[0]; next; next = boardDifferences(board, other)[0]) {
        const before = boardDifferences(board, other).length;
        const events = decideBoardAll(takeOverIntents(board, other, next, []), board);
        const merged = evolveBoardAll(board, events);
        const back = events.toReversed().reduce((now, one) => evolveBoardAll(now, inverse(one, now).events), merged);

        expect(isSound(merged)).toBe(true);
        expect(boardDifferences(board, back)).toEqual([]);
        expect(boardDifferences(merged, other).length).toBeLessThan(before);
        board = merged;
      }
    }),
    { numRuns: 300 },
  );
});
