import { describe, expect, it } from 'vitest';
import { type Rectangle, snap, snapLinesOf } from '#model';

const box = (x: number, y: number, width = 100, height = 60): Rectangle => ({ x, y, width, height });

describe('a rectangle that is dragged', () => {
  it('lies on the grid where nothing is near', () => {
    expect(snap(box(1003, 2006), snapLinesOf([box(0, 0)]), 6)).toEqual({
      shift: { x: -3, y: 2 },
      guides: [],
      gaps: [],
    });
  });

  it('lines up with the left edge of a neighbour, with a guide from the one to the other', () => {
    const { shift, guides } = snap(box(35, 304), snapLinesOf([box(31, 0, 80, 60)]), 6);
    expect(shift).toEqual({ x: -4, y: 0 });
    expect(guides).toEqual([{ axis: 'x', at: 31, from: 0, to: 364 }]);
  });

  it('lines up by the middle with what is wider', () => {
    const { shift, guides } = snap(box(53, 304), snapLinesOf([box(0, 0, 200)]), 6);
    expect(shift.x).toBe(-3);
    expect(guides).toEqual([{ axis: 'x', at: 100, from: 0, to: 364 }]);
  });

  it('puts its right edge against a left edge', () => {
    expect(snap(box(98, 304), snapLinesOf([box(201, 0)]), 6).shift.x).toBe(3);
  });

  it('lines up with the nearer of two', () => {
    expect(snap(box(35, 304), snapLinesOf([box(31, 0), box(37, 900)]), 6).shift.x).toBe(2);
  });

  it('does not line up beyond its reach, nor with what is no neighbour', () => {
    expect(snap(box(40, 304), snapLinesOf([box(31, 0)]), 6).guides).toEqual([]);
    expect(snap(box(35, 304), snapLinesOf([box(31, 2000)]), 6).guides).toEqual([]);
  });

  it('lines up along both axes at once', () => {
    const { shift, guides } = snap(box(3, 203), snapLinesOf([box(0, 0), box(300, 200)]), 6);
    expect(shift).toEqual({ x: -3, y: -3 });
    expect(guides.map(({ axis, at }) => [axis, at])).toEqual([
      ['x', 0],
      ['x', 50],
      ['x', 100],
      ['y', 200],
      ['y', 230],
      ['y', 260],
    ]);
  });

  it('repeats the gap of its row', () => {
    const row = [box(0, 0), box(150, 0)];
    const { shift, gaps } = snap(box(304, 20, 90, 100), snapLinesOf(row), 6);
    expect(shift.x).toBe(-4);
    expect(gaps).toEqual([
      { axis: 'x', from: 100, to: 150, at: 70 + shift.y },
      { axis: 'x', from: 250, to: 300, at: 70 + shift.y },
    ]);
  });

  it('comes to lie in the middle between two of its row', () => {
    const { shift, gaps } = snap(box(152, 13, 90, 30), snapLinesOf([box(0, 0), box(301, 0)]), 6);
    expect(shift.x).toBe(3.5);
    expect(gaps.map(({ from, to }) => to - from)).toEqual([55.5, 55.5]);
  });
});
