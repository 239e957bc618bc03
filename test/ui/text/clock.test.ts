import { describe, expect, it } from 'vitest';
import { clockTexts } from '../../../src/ui/text/clock.ts';

const minutes = (count: number) => count * 60_000;

describe('the words for what waits', () => {
  it.each([
    [minutes(24), 'in 24 min: Remind'],
    [minutes(24 * 60), 'in 1 d: Remind'],
    [minutes(26 * 60 + 5), 'in 1 d 2 h: Remind'],
    [1500, 'in 2 s: Remind'],
    [0, 'due: Remind'],
    [-5, 'due: Remind'],
  ])('say in how long it is due: %i ms', (ms, words) => {
    expect(clockTexts.due(ms, 'Remind')).toBe(words);
  });
});
