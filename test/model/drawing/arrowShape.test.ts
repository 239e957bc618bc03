import { expect, it } from 'vitest';
import { arrowBetween, arrowShape } from '../../../src/model/drawing/arrowShape.ts';

const at = (x: number, y: number) => ({ x, y, width: 100, height: 100 });

it('runs from the middle of one rim to the middle of the other, and points into it', () => {
  const { line, head } = arrowBetween(at(0, 0), at(300, 40));
  expect(line).toBe('M105.5,50 C195.5,50 195.5,90 285.5,90');
  expect(head).toEqual({ x: 294.5, y: 90, turn: 0 });
});

it('points down into a note below', () => {
  expect(arrowBetween(at(0, 0), at(10, 200)).head).toEqual({ x: 60, y: 194.5, turn: 90 });
});

it('makes a loop where the other end lies behind', () => {
  const { line } = arrowShape({ x: 100, y: 0, side: 'right' }, { x: 9, y: 0, side: 'left' });
  expect(line).toBe('M100,0 C175,0 -75,0 0,0');
});
