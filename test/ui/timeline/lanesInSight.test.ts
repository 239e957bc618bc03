import { describe, expect, it } from 'vitest';
import { laneHeight } from '../../../src/ui/timeline/laneHeight.ts';
import { rowsBetween } from '../../../src/ui/timeline/lanesInSight.ts';

describe('the rows between two heights', () => {
  it('are those that are cut as well', () => {
    expect(rowsBetween(laneHeight * 1.5, laneHeight * 3.5, 10)).toEqual({ first: 1, last: 4 });
    expect(rowsBetween(-300, laneHeight, 10)).toEqual({ first: 0, last: 1 });
  });

  it('are none, and not less than none, where the rows end above', () => {
    expect(rowsBetween(laneHeight * 200, laneHeight * 210, 5)).toEqual({ first: 5, last: 5 });
  });
});
