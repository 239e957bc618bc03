import { describe, expect, it } from 'vitest';
import { arrivalOf, type LoadPlan } from '../../../src/runtime/load/LoadPlan.ts';

const plan: LoadPlan = {
  command: { type: 'Add', data: { cartId: 'x', quantity: 2 }, idField: 'cartId' },
  users: 10_000,
  seconds: 60,
  hotStreams: null,
  handling: 'grouped',
};

describe('the users of a load plan', () => {
  it('come evenly over its time, the first at once', () => {
    expect(arrivalOf(plan, 0).dueAt).toBe(0);
    expect(arrivalOf(plan, 5_000).dueAt).toBe(30_000);
    expect(arrivalOf(plan, 9_999).dueAt).toBeLessThan(60_000);
  });

  it('have a stream of their own each, or share some in turn', () => {
    const ids = (some: LoadPlan) => [0, 1, 2, 3].map((user) => arrivalOf(some, user).data);
    expect(ids(plan)).toEqual([1, 2, 3, 4].map((user) => ({ cartId: `user-${user}`, quantity: 2 })));
    expect(ids({ ...plan, hotStreams: 2 })).toEqual(
      [1, 2, 1, 2].map((stream) => ({ cartId: `hot-${stream}`, quantity: 2 })),
    );
  });
});
