import { describe, expect, it } from 'vitest';
import { type Board, overlaps, type Place, placesOf, type TidyPlace, tidied } from '#model';
import { samples } from '#samples';
import { crossingsOf, withFewCrossings } from '../../../src/model/layout/crossings.ts';
import { spacedOut } from '../../../src/model/layout/heights.ts';

const boards = await Promise.all(
  samples.map(async ({ name, load }): Promise<[string, Board]> => [name, (await load()).board]),
);

const place = (noteId: string, x: number, y: number, kind: Place['kind'] = 'event'): Place => ({
  noteId,
  kind,
  x,
  y,
  width: kind === 'frame' ? 400 : 100,
  height: kind === 'frame' ? 300 : 60,
});
const arrow = (from: string, to: string) => ({ id: `${from}>${to}`, from, to });

const applied = (places: readonly Place[], moved: readonly TidyPlace[]): Place[] => {
  const byId = new Map(moved.map((one) => [one.noteId, one]));
  return places.map((one) => ({ ...one, ...byId.get(one.noteId)?.at, ...byId.get(one.noteId)?.size }));
};

const expectApart = (places: readonly Place[]): void => {
  const notes = places.filter(({ kind }) => kind !== 'frame');
  for (const [index, note] of notes.entries())
    for (const other of notes.slice(index + 1))
      expect(overlaps(note, other), `${note.noteId} and ${other.noteId}`).toBe(false);
};

const find = (places: readonly Place[], id: string): Place => {
  const found = places.find(({ noteId }) => noteId === id);
  if (!found) throw new Error(`There is no ${id}.`);
  return found;
};

describe('tidying along time', () => {
  it('puts a chain in a row, left to right, however it lay', () => {
    const places = [place('c', 0, 0), place('b', 50, 20), place('a', 300, 10)];
    const tidy = applied(places, tidied(places, [arrow('a', 'b'), arrow('b', 'c')]));
    expect(tidy.map(({ x }) => x)).toEqual([344, 172, 0]);
    expect(new Set(tidy.map(({ y }) => y)).size).toBe(1);
  });

  it('puts an actor beside the command that it gives, not at the start of everything', () => {
    const places = ['first', 'second', 'third', 'actor'].map((id, index) => place(id, index * 200, 0));
    const tidy = applied(
      places,
      tidied(places, [arrow('first', 'second'), arrow('second', 'third'), arrow('actor', 'third')]),
    );
    expect(find(tidy, 'actor').x).toBe(find(tidy, 'second').x);
  });

  it('turns no arrow back but one in each circle', () => {
    const places = ['a', 'b', 'c'].map((id, index) => place(id, index * 200, 0));
    const arrows = [arrow('a', 'b'), arrow('b', 'c'), arrow('c', 'a')];
    const tidy = applied(places, tidied(places, arrows));
    const backward = arrows.filter(({ from, to }) => find(tidy, from).x >= find(tidy, to).x);
    expect(backward.map(({ id }) => id)).toEqual(['c>a']);
  });

  it('keeps what stood above above, and what no arrow touches below it all', () => {
    const places = [place('source', 0, 100), place('low', 300, 200), place('high', 300, 0), place('loose', 0, 0)];
    const tidy = applied(places, tidied(places, [arrow('source', 'low'), arrow('source', 'high')]));
    expect(find(tidy, 'high').y).toBeLessThan(find(tidy, 'low').y);
    expect(find(tidy, 'loose').y).toBeGreaterThan(find(tidy, 'low').y);
  });

  it('keeps in a frame what it holds, and makes the frame fit', () => {
    const places = [
      place('frame', 500, 500, 'frame'),
      place('inside', 520, 560),
      place('behind', 530, 570),
      place('before', 0, 0),
    ];
    const tidy = applied(places, tidied(places, [arrow('before', 'inside'), arrow('inside', 'behind')]));
    const frame = find(tidy, 'frame');
    expect(frame.x).toBeGreaterThan(find(tidy, 'before').x + 100);
    for (const id of ['inside', 'behind']) {
      const { x, y, width, height } = find(tidy, id);
      expect(x > frame.x && y > frame.y).toBe(true);
      expect(x + width < frame.x + frame.width && y + height < frame.y + frame.height).toBe(true);
    }
    expectApart(tidy);
  });

  it('says the same each time, and changes nothing when done again', () => {
    const [first] = boards;
    if (!first) throw new Error('There is no sample.');
    const [, board] = first;
    const arrows = Object.values(board.connections);
    const once = tidied(placesOf(board), arrows);
    expect(tidied(placesOf(board), arrows)).toEqual(once);
    const again = applied(placesOf(board), once);
    expect(applied(again, tidied(again, arrows))).toEqual(again);
  });

  it.each(boards)('lays %s out without overlaps, arrows forward', (_name, board) => {
    const arrows = Object.values(board.connections);
    const tidy = applied(placesOf(board), tidied(placesOf(board), arrows));
    expectApart(tidy);
    const backward = arrows.filter(({ from, to }) => find(tidy, from).x >= find(tidy, to).x);
    expect(backward.length).toBeLessThanOrEqual(arrows.length / 10);
  });
});

describe('the steps of tidying', () => {
  it('uncrosses what can be uncrossed', () => {
    const crossed = {
      columns: [
        ['a', 'b', 'c'],
        ['x', 'y', 'z'],
      ],
      links: [
        ['a', 'z'],
        ['b', 'x'],
        ['c', 'y'],
      ] as const,
    };
    const links = crossed.links.map(([from, to]): [string, string] => [from, to]);
    expect(crossingsOf({ columns: crossed.columns, links })).toBe(2);
    expect(crossingsOf(withFewCrossings({ columns: crossed.columns, links }))).toBe(0);
  });

  it('gives each its place where there is room, and the middle of all where there is none', () => {
    expect(spacedOut([0, 100, 200], [50, 50])).toEqual([0, 100, 200]);
    expect(spacedOut([100, 100, 100], [50, 50])).toEqual([50, 100, 150]);
    expect(spacedOut([0, 10, 300], [50, 50])).toEqual([-20, 30, 300]);
  });
});
