import { describe, expect, it } from 'vitest';
import { nextPortion, portion } from '../../../src/ui/canvas/inPortions.ts';

const elements = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `note-${index}` }));
const idsOf = (list: { id: string }[]) => new Set(list.map(({ id }) => id));
const everywhere = () => true;

describe('a portion of the wall', () => {
  it('is all of it where that is no more than a frame can take, and the same list', () => {
    const few = elements(portion);

    expect(nextPortion(few, new Set(), everywhere)).toBe(few);
  });

  it('keeps what was given before, and goes on behind it', () => {
    const many = elements(2 * portion + 10);

    const first = nextPortion(many, new Set(), everywhere);
    const second = nextPortion(many, idsOf(first), everywhere);

    expect(first).toEqual(many.slice(0, portion));
    expect(second).toEqual(many.slice(0, 2 * portion));
    expect(nextPortion(many, idsOf(second), everywhere)).toBe(many);
  });

  it('brings what nobody sees along: only what has to be drawn takes time', () => {
    const many = elements(3 * portion);
    const seen = idsOf(many.slice(portion, 2 * portion + 1));

    const first = nextPortion(many, new Set(), ({ id }) => seen.has(id));

    expect(first).toEqual(many.filter(({ id }) => id !== `note-${2 * portion}`));
  });
});
