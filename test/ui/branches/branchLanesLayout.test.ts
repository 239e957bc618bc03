import { describe, expect, it } from 'vitest';
import { chipWidth, layoutBranchLanes, restWidth, wantedOutlines } from '../../../src/ui/branches/branchLanesLayout.ts';
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
      { runId: 'main', from: 12 },
      { runId: 'one', from: 16 },
      { runId: 'two', from: 17 },
    ]);
  });

  it('stand on one axis, and part from the lane that they leave', () => {
    const { lanes, width, start } = layoutBranchLanes(familyOfCurrent(runs), [
      { runId: 'main', events: [15, 16, 17].map(event), more: 0 },
      { runId: 'one', events: [event(16)], more: 0 },
    ]);

    expect(start).toBe(11);
    expect(lanes.map(({ run: { runId }, depth }) => [runId, depth])).toEqual([
      ['main', 0],
      ['one', 1],
      ['two', 2],
    ]);
    expect(lanes[0]?.chips.map(({ x }) => x)).toEqual([3, 4, 5].map((place) => place * chipWidth));
    expect(lanes[1]).toMatchObject({
      chips: [{ position: 16, x: 4 * chipWidth }],
      parting: { x: 4 * chipWidth, fromLane: 0 },
    });
    expect(lanes[2]).toMatchObject({ chips: [], parting: { x: 5 * chipWidth, fromLane: 1 } });
    expect(width).toBe(6 * chipWidth);
  });

  it('say how many events of a long run are not shown, behind the last that is', () => {
    const { lanes, width } = layoutBranchLanes(familyOfCurrent(runs), [
      { runId: 'main', events: [12, 13].map(event), more: 9_700 },
    ]);

    expect(lanes[0]?.rest).toEqual({ count: 9_700, x: 2 * chipWidth, position: 14 });
    expect(lanes[1]?.rest).toBeUndefined();
    expect(width).toBe(2 * chipWidth + restWidth + chipWidth);
  });
});
