import { describe, expect, it } from 'vitest';
import { givenSize, placeAfter, placeAround } from '../../../src/ui/canvas/placing.ts';
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

  it('covers no other note', () => {
    const { x, y } = placeAround(board, 'event', { x: 64, y: 64 });
    expect(x).toBe(0);
    expect(Math.abs(y)).toBeGreaterThanOrEqual(128);
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
