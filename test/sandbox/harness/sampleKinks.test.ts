import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleKinks } from '../../../src/sandbox/harness/replay/sampleKinks.ts';

const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.option(fc.integer(), { nil: undefined })), {
  minLength: 1,
  maxLength: 400,
});
const drawn = steps.map((all) => {
  let position = 0;
  return {
    positions: all.map(([gap]) => {
      position += gap;
      return position;
    }),
    numbers: all.map(([, number]) => number),
  };
});

describe('the kinks of a course', () => {
  it('are all of them where they are few', () => {
    expect(sampleKinks([0, 4, 9], [1, undefined, 3], 3)).toEqual([0, 1, 2]);
  });

  it('never lose the lowest, the highest and the last, stay in order, and are no more than asked for', () => {
    fc.assert(
      fc.property(drawn, fc.integer({ min: 3, max: 60 }), ({ positions, numbers }, most) => {
        const chosen = sampleKinks(positions, numbers, most);

        const known = numbers.filter((number) => number !== undefined);
        const kept = chosen.map((index) => numbers[index]).filter((number) => number !== undefined);
        expect(chosen.length).toBeLessThanOrEqual(most);
        expect(chosen).toEqual([...new Set(chosen)].sort((a, b) => a - b));
        expect(chosen.at(-1)).toBe(positions.length - 1);
        expect(Math.max(...kept)).toBe(Math.max(...known));
        expect(Math.min(...kept)).toBe(Math.min(...known));
      }),
    );
  });

  it('are chosen of a hundred thousand at once', () => {
    const positions = Array.from({ length: 100_000 }, (_, index) => index);

    expect(sampleKinks(positions, positions, 300)).toHaveLength(200);
  });
});
