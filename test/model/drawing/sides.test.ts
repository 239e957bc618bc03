import { describe, expect, it } from 'vitest';
import { sidesBetween } from '../../../src/model/drawing/sides.ts';

const at = (x: number, y: number) => ({ x, y, width: 100, height: 100 });

describe('the sides of an arrow', () => {
  it('leaves at the right and enters at the left where the story runs on', () => {
    expect(sidesBetween(at(0, 0), at(300, 40))).toEqual({ source: 'right', target: 'left' });
  });

  it('leaves at the left where the arrow runs back in time', () => {
    expect(sidesBetween(at(300, 0), at(0, 0))).toEqual({ source: 'left', target: 'right' });
  });

  it('goes up or down between notes of one column', () => {
    expect(sidesBetween(at(0, 0), at(10, 200))).toEqual({ source: 'bottom', target: 'top' });
    expect(sidesBetween(at(0, 200), at(10, 0))).toEqual({ source: 'top', target: 'bottom' });
  });

  it('prefers left to right where there is room for a curve, however far up or down the other note lies', () => {
    expect(sidesBetween(at(0, 0), at(130, 900))).toEqual({ source: 'right', target: 'left' });
  });
});
