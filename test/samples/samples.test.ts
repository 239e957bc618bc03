import { describe, expect, it } from 'vitest';
import { arrowsOf, type Board, decideBoard, emptyBoard, evolveBoard, growthOf, programOf } from '#model';
import { samples } from '#samples';

describe.each(samples)('the sample $name', ({ load }) => {
  it('fills an empty board and loses nothing', async () => {
    const { board } = await load();
    const empty = emptyBoard(board.modelId, '');

    const filled = decideBoard({ type: 'FillBoard', board }, empty).reduce(evolveBoard, empty);

    expect(filled).toEqual(board);
  });

  it('runs every command with a decider, and no event without one', async () => {
    const { board } = await load();

    const { commands, events } = programOf(board);

    expect(commands.filter(({ deciderId }) => !deciderId)).toEqual([]);
    expect(events.map(({ type }) => type)).toEqual(namesOf(board, 'event'));
  });

  it('knows in its code everything that stands around it', async () => {
    const { board } = await load();

    const unknown = Object.keys(board.definitions).flatMap((id) => growthOf(board, id)?.unknown ?? []);

    expect(unknown).toEqual([]);
  });

  it('stands in at most six columns', async () => {
    const { board } = await load();

    const axes = new Set(withoutFrames(board).map(({ left, right }) => (left + right) / 2));

    expect(axes.size).toBeLessThanOrEqual(6);
  });

  it('overlaps no note with another', async () => {
    const { board } = await load();
    const boxes = withoutFrames(board);

    const overlapping = boxes.flatMap((one, index) =>
      boxes.slice(index + 1).flatMap((other) => (overlap(one, other) ? [[one.id, other.id]] : [])),
    );

    expect(overlapping).toEqual([]);
  });

  it('reads from left to right', async () => {
    const { board } = await load();

    const backwards = Object.values(board.connections).filter(({ from, to }) => xOf(board, to) <= xOf(board, from));

    expect(backwards).toEqual([]);
  });

  it('specifies every event that a decider emits, and two cases for every read model on the wall', async () => {
    const { board } = await load();
    const specifications = Object.values(board.specifications);
    const expected = specifications.flatMap(({ then }) => (then.kind === 'events' ? then.events : []));
    const { readModels } = programOf(board);

    const decided = Object.values(board.definitions).filter(
      ({ id, kind }) => kind === 'event' && arrowsOf(board).into(id, 'decider').length > 0,
    );
    expect(new Set(expected.map(({ type }) => type))).toEqual(new Set(decided.map(({ name }) => name)));
    for (const { id } of readModels)
      expect(specifications.filter(({ definitionId }) => definitionId === id)).toHaveLength(2);
  });
});

/** Names have 14 px at zoom 1. Where two deciders stand above each other, the wall is taller. */
const smallestName = (id: string): number => {
  if (id.startsWith('group-checkout')) return 9.5;
  return id === 'orders-and-shipping' ? 10 : 12;
};

describe.each(samples)('the sample $name', ({ id, load }) => {
  /** 1190 × 420 px are left of the wall at 1366 × 768, less the room around the notes. */
  it('shows its names large enough on a small screen', async () => {
    const { board } = await load();
    const boxes = boxesOf(board);

    const width = Math.max(...boxes.map(({ right }) => right)) - Math.min(...boxes.map(({ left }) => left));
    const height = Math.max(...boxes.map(({ bottom }) => bottom)) - Math.min(...boxes.map(({ top }) => top));

    expect(14 * Math.min(1190 / width, 420 / height)).toBeGreaterThanOrEqual(smallestName(id));
  });
});

const namesOf = (board: Board, kind: 'event' | 'command'): string[] =>
  Object.values(board.definitions).flatMap((definition) => (definition.kind === kind ? [definition.name] : []));

const xOf = (board: Board, noteId: string): number => board.notes[noteId]?.x ?? Number.NaN;

type Box = { id: string; left: number; top: number; right: number; bottom: number };

const boxesOf = (board: Board): Box[] =>
  Object.values(board.notes).map(({ id, x, y, width = 0, height = 0 }) => ({
    id,
    left: x,
    top: y,
    right: x + width,
    bottom: y + height,
  }));

/** Frames lie around other notes. */
const withoutFrames = (board: Board): Box[] =>
  boxesOf(board).filter(({ id }) => board.definitions[board.notes[id]?.definitionId ?? '']?.kind !== 'frame');

const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
