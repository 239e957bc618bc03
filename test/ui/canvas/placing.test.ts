import { describe, expect, it } from 'vitest';
import { notPlacedOf } from '../../../src/ui/canvas/notPlaced.ts';
import { givenSize, placeAfter, placeAround, placeBelowItsKind } from '../../../src/ui/canvas/placing.ts';
import { aBoard } from './aBoard.ts';

const board = aBoard({ Opened: { kind: 'event', x: 0, y: 0 } });
const small = {
  ...board,
  notes: { Opened: { id: 'Opened', definitionId: 'def:Opened', x: 0, y: 0, width: 144, height: 64 } },
};

describe('a new note', () => {
  it('lies around the point, on the grid', () => {
    expect(placeAround(board, 'event', { x: 1003, y: 1001 })).toEqual({ x: 936, y: 936 });
  });

  it('covers no other note: it goes to the right of what lies there, then to the left, then below', () => {
    const between = (from: number, to: number) =>
      aBoard({
        Opened: { kind: 'event', x: 0, y: 0 },
        ...Object.fromEntries(
          Array.from({ length: to - from + 1 }, (_, index) => [
            `Note${index}`,
            { kind: 'event' as const, x: (from + index) * 160, y: 0 },
          ]),
        ),
      });

    expect(placeAround(board, 'event', { x: 64, y: 64 })).toEqual({ x: 160, y: 0 });
    expect(placeAround(between(1, 1), 'event', { x: 64, y: 64 })).toEqual({ x: -160, y: 0 });
    expect(placeAround(between(-2, 2), 'event', { x: 64, y: 64 })).toEqual({ x: 0, y: 160 });
  });

  it('is as large as the last of its kind on the wall', () => {
    expect(givenSize(small, 'event')).toEqual({ width: 144, height: 64 });
    expect(givenSize(small, 'command')).toEqual({});
    expect(givenSize(board, 'event')).toEqual({});
  });

  it('comes after another at the same height, or where the person pointed', () => {
    const after = placeAfter(small, 'Opened', 'event');
    expect(after.y + 32).toBe(32);
    expect(after.x).toBeGreaterThan(144);
    expect(placeAfter(small, 'Opened', 'event', { x: 400, y: 100 })).toEqual({ x: 400, y: 72 });
  });
});

describe('what the model knows and the wall does not show', () => {
  const readModels = aBoard({
    Details: { kind: 'read-model', x: 800, y: 0 },
    Summary: { kind: 'read-model', x: 800, y: 200 },
  });
  const { Summary: _taken, ...notes } = readModels.notes;

  it('is listed until it has a note', () => {
    expect(notPlacedOf(readModels)).toEqual([]);
    expect(notPlacedOf({ ...readModels, notes }).map(({ name }) => name)).toEqual(['Summary']);
  });

  it('goes below the lowest of its kind, or around the middle of the view where it is the first', () => {
    const { x, y } = placeBelowItsKind(readModels, 'read-model', { x: 0, y: 0 });
    expect(x).toBe(800);
    expect(y).toBeGreaterThan(200);
    expect(placeBelowItsKind(readModels, 'event', { x: 64, y: 1064 })).toEqual({ x: 0, y: 1000 });
  });
});
