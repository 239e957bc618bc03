import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Chip, chipsBetween, chipWidth, type Lane } from '../../../src/files/replayPage/page/lanes.ts';

/** Events one behind the other, with gaps where other streams have theirs. */
const laneOf = (gaps: readonly number[]): Lane => {
  const event = { type: 'ItemAdded', stream: 'Cart-1' } as Extract<Chip, { event: unknown }>['event'];
  const chips: Chip[] = [];
  let left = 0;
  for (const [index, gap] of gaps.entries()) {
    left += gap * chipWidth;
    chips.push({ position: index + 1, left, event });
    left += chipWidth;
  }
  return { stream: 'Cart-1', chips, lefts: chips.map((chip) => chip.left) };
};

it('finds the chips of a lane that lie between two places, wholly or in part', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(3), { maxLength: 30 }),
      fc.integer({ min: -100, max: 3_000 }),
      fc.nat(1_500),
      (gaps, left, width) => {
        const lane = laneOf(gaps);
        const right = left + width;

        expect(chipsBetween(lane, left, right)).toEqual(
          lane.chips.filter((chip) => chip.left + chipWidth > left && chip.left <= right),
        );
      },
    ),
  );
});
