import { describe, expect, it } from 'vitest';
import { chipWidth, layoutBranchLanes, wantedOutlines } from '../../../src/ui/branches/branchLanesLayout.ts';
import { familyOfCurrent } from '../../../src/ui/branches/familyOfCurrent.ts';
import { aRun } from '../support/aRun.ts';

const event = (position: number) => ({ position, type: 'Added', stream: 'Cart-1' });

const runs = [
  aRun('main'),
  aRun('alone'),
  aRun('one', { parent: { runId: 'main', position: 15 }, isCurrent: true }),
  aRun('two', { parent: { runId: 'one', position: 16 } }),
  aRun('gone', { parent: { runId: 'main', position: 1 }, deletedAt: 'now' }),
];

describe('branches one above the other', () => {
  it('are those of the open run’s family, each from where it is its own', () => {
    expect(wantedOutlines(familyOfCurrent(runs))).toEqual([
      { runId: 'main', from: 6 },
      { runId: 'one', from: 16 },
      { runId: 'two', from: 17 },
    ]);
  });

  it('stand on one axis, and part from the lane that they leave', () => {
    const { lanes, width, start } = layoutBranchLanes(familyOfCurrent(runs), [
      { runId: 'main', events: [15, 16, 17].map(event) },
      { runId: 'one', events: [event(16)] },
    ]);

    expect(start).toBe(5);
    expect(lanes.map(({ run: { runId }, depth }) => [runId, depth])).toEqual([
      ['main', 0],
      ['one', 1],
      ['two', 2],
    ]);
    expect(lanes[0]?.chips.map(({ x }) => x)).toEqual([9, 10, 11].map((place) => place * chipWidth));
    expect(lanes[1]).toMatchObject({
      chips: [{ position: 16, x: 10 * chipWidth }],
      parting: { x: 10 * chipWidth, fromLane: 0 },
    });
    expect(lanes[2]).toMatchObject({ chips: [], parting: { x: 11 * chipWidth, fromLane: 1 } });
    expect(width).toBe(12 * chipWidth);
  });
});
