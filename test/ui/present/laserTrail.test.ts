import { describe, expect, it } from 'vitest';
import { lifeMs, strengthOf, trailAt } from '../../../src/ui/present/laserTrail.ts';

const point = (at: number) => ({ x: at, y: 0, at });

describe('the trail of the laser', () => {
  it('fades from its end', () => {
    expect(strengthOf(point(0), 0)).toBe(1);
    expect(strengthOf(point(0), lifeMs / 2)).toBe(0.5);
    expect(strengthOf(point(0), 2 * lifeMs)).toBe(0);
  });

  it('loses its old points, and keeps the one where the pointer rests', () => {
    expect(trailAt([point(0), point(lifeMs), point(lifeMs + 10)], lifeMs + 20)).toEqual([
      point(lifeMs),
      point(lifeMs + 10),
    ]);
    expect(trailAt([point(0), point(1)], 5 * lifeMs)).toEqual([point(1)]);
  });
});
