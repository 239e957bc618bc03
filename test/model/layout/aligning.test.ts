import { describe, expect, it } from 'vitest';
import { type Alignment, aligned, distributed, frameAround, heldBy, type Place, resizedOnGrid, withHeld } from '#model';

const place = (noteId: string, x: number, y: number, width = 100, height = 60): Place => ({
  noteId,
  kind: 'event',
  x,
  y,
  width,
  height,
});
const frame = (noteId: string, x: number, y: number, width: number, height: number): Place => ({
  ...place(noteId, x, y, width, height),
  kind: 'frame',
});

describe('aligning', () => {
  const notes = [place('a', 0, 10), place('b', 50, 100, 200, 100)];
  it.each<[Alignment, { x: number; y: number }[]]>([
    [
      'left',
      [
        { x: 0, y: 10 },
        { x: 0, y: 100 },
      ],
    ],
    [
      'centre',
      [
        { x: 75, y: 10 },
        { x: 25, y: 100 },
      ],
    ],
    [
      'right',
      [
        { x: 150, y: 10 },
        { x: 50, y: 100 },
      ],
    ],
    [
      'top',
      [
        { x: 0, y: 10 },
        { x: 50, y: 10 },
      ],
    ],
    [
      'middle',
      [
        { x: 0, y: 75 },
        { x: 50, y: 55 },
      ],
    ],
    [
      'bottom',
      [
        { x: 0, y: 140 },
        { x: 50, y: 100 },
      ],
    ],
  ])('by %s keeps within the rectangle around the notes', (alignment, expected) => {
    expect(aligned(notes, alignment).map(({ to }) => to)).toEqual(expected);
  });
});

describe('distributing', () => {
  it('makes the gaps equal whatever the sizes, and leaves the outermost where they are', () => {
    const moves = distributed([place('last', 500, 5), place('first', 0, 0), place('wide', 110, 90, 200)], 'x');
    expect(moves).toEqual([
      { noteId: 'first', to: { x: 0, y: 0 } },
      { noteId: 'wide', to: { x: 200, y: 90 } },
      { noteId: 'last', to: { x: 500, y: 5 } },
    ]);
  });

  it('has nothing to do for two', () => {
    expect(distributed([place('a', 0, 0), place('b', 0, 300)], 'y')).toEqual([]);
  });
});

describe('a frame', () => {
  const context = frame('context', 0, 0, 400, 300);
  const inner = frame('inner', 20, 20, 200, 200);
  const inside = place('inside', 40, 40);
  const onTheRim = place('on the rim', 340, 100);
  const outside = place('outside', 380, 100);
  const places = [context, inner, inside, onTheRim, outside];

  it('holds the notes that have their middle in it, and frames that lie in it whole', () => {
    expect(heldBy(places, ['context']).map(({ noteId }) => noteId)).toEqual(['inner', 'inside', 'on the rim']);
    expect(heldBy(places, ['inner']).map(({ noteId }) => noteId)).toEqual(['inside']);
    expect(heldBy(places, ['inside'])).toEqual([]);
  });

  it('takes what it holds along, but not what goes somewhere itself', () => {
    const moves = withHeld(places, [
      { noteId: 'context', to: { x: 100, y: 10 } },
      { noteId: 'inside', to: { x: 0, y: 0 } },
    ]);
    expect(moves).toEqual([
      { noteId: 'context', to: { x: 100, y: 10 } },
      { noteId: 'inside', to: { x: 0, y: 0 } },
      { noteId: 'inner', to: { x: 120, y: 30 } },
      { noteId: 'on the rim', to: { x: 440, y: 110 } },
    ]);
  });

  it('is put around notes with room for its title, on the grid, and holds them then', () => {
    const area = frameAround([inside, outside]);
    expect(area).toEqual({ x: 8, y: -16, width: 504, height: 208 });
    const around: Place = { ...frame('around', 0, 0, 0, 0), ...area };
    expect(heldBy([inside, outside, around], ['around'])).toEqual([inside, outside]);
    expect(frameAround([])).toBeNull();
  });

  it('comes to lie on the grid with the edges that are moved; the others stay', () => {
    const before = { x: 3, y: 5, width: 100, height: 100 };
    expect(resizedOnGrid(before, { x: 3, y: 5, width: 130, height: 100 })).toEqual({
      x: 3,
      y: 5,
      width: 133,
      height: 100,
    });
    expect(resizedOnGrid(before, { x: -10, y: 20, width: 113, height: 85 })).toEqual({
      x: -8,
      y: 24,
      width: 111,
      height: 81,
    });
  });
});
