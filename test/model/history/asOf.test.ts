import { describe, expect, it } from 'vitest';
import { indexOf, positionOfWhereabouts, stepsBefore, usualGap, whereaboutsFrom } from '#model';
import { history } from './support.ts';

const index = indexOf(history);

const goTo = (typed: string, today = '2026-03-02') => {
  const where = whereaboutsFrom(typed, today);
  return where && positionOfWhereabouts(index, where);
};

describe('where a person wants to be in a history', () => {
  it('is a number, at most the last', () => {
    expect([goTo('0'), goTo(' 3 '), goTo('99')]).toEqual([0, 3, 5]);
    expect(whereaboutsFrom('41,456', '2026-03-02')).toEqual({ kind: 'position', position: 41_456 });
  });

  it('is a time of the day that is looked at, or of another day', () => {
    expect(goTo('9:02')).toBe(3);
    expect(goTo('09:03:29')).toBe(3);
    expect(goTo('09:03:30')).toBe(4);
    expect(goTo('08:59')).toBe(0);
    expect(goTo('09:00', '2026-03-03')).toBe(5);
    expect(goTo('2026-03-02 23:00')).toBe(4);
    expect(goTo('2026-03-02T09:01:00.000Z')).toBe(2);
  });

  it('is the end of a day', () => {
    expect([goTo('2026-03-01'), goTo('2026-03-02'), goTo('2026-03-03')]).toEqual([0, 4, 5]);
  });

  it('is a version of a stream', () => {
    expect(goTo('Cart-1 at version 3')).toBe(5);
    expect(goTo('Cart-2 2')).toBe(4);
    expect(goTo('Cart-2 at 3')).toBeUndefined();
  });

  it('is nowhere where it is none of these', () => {
    expect([goTo(''), goTo('tomorrow'), goTo('25:99'), goTo('2026-99-99')]).toEqual(Array(4).fill(undefined));
  });
});

describe('the pace of a history as it was recorded', () => {
  it('lasts a step where the gap is the usual one, and keeps others in proportion', () => {
    const usual = usualGap(index);

    expect(usual).toBe(90_000);
    expect(stepsBefore(index, 4, usual)).toBe(1);
    expect(stepsBefore(index, 2, usual)).toBeCloseTo(2 / 3);
  });

  it('cuts a night short, and shows what came at once', () => {
    expect(stepsBefore(index, 5, usualGap(index))).toBe(5);
    expect(stepsBefore(index, 1, usualGap(index))).toBe(0.1);
  });

  it('goes step by step where everything came at once', () => {
    expect(stepsBefore(index, 2, 0)).toBe(1);
  });
});
