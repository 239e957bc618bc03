import { describe, expect, it } from 'vitest';
import { boundsOf } from '#model';
import { inReadingOrder, nearestInDirection } from '../../../src/ui/canvas/geometry.ts';

const at = (x: number, y: number) => ({ x, y, width: 100, height: 100 });

describe('walking in a direction', () => {
  it('stays in the row rather than going to a note that is nearer but aside', () => {
    const inRow = at(400, 0);
    const aside = at(200, 150);
    expect(nearestInDirection(at(0, 0), [aside, inRow], 'right')).toBe(inRow);
  });

  it('finds nothing where nothing lies that way', () => {
    expect(nearestInDirection(at(0, 0), [at(200, 0)], 'left')).toBeNull();
  });
});

describe('places together', () => {
  it('have the smallest rectangle around them', () => {
    expect(boundsOf([at(0, 50), at(200, -50)])).toEqual({ x: 0, y: -50, width: 300, height: 200 });
    expect(boundsOf([])).toBeNull();
  });

  it('are read left to right, then downwards', () => {
    const [first, second, third] = [at(0, 90), at(50, 0), at(50, 80)];
    expect(inReadingOrder([third, second, first])).toEqual([first, second, third]);
  });
});
