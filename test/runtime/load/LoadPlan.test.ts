import { describe, expect, it } from 'vitest';
import { arrivalOf, beginningOf, type LoadPlan } from '../../../src/runtime/load/LoadPlan.ts';

const plan: LoadPlan = {
  command: { type: 'Add', data: { cartId: 'x', quantity: 2 }, idField: 'cartId', newIds: [] },
  users: 10_000,
  seconds: 60,
  hotStreams: null,
  begin: [],
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

  it('name something new each where the command does, such as a receipt', () => {
    const command = { ...plan.command, newIds: ['receiptId'] };
    expect(arrivalOf({ ...plan, command }, 7).data).toEqual({
      cartId: 'user-8',
      quantity: 2,
      receiptId: 'receiptId-8',
    });
  });

  it('find their shared streams made ready, each by the same commands', () => {
    const begin = [
      { type: 'Open', data: { cartId: 'cart-4', by: 'Ann' } },
      { type: 'Add', data: { cartId: 'cart-4', quantity: 1 } },
    ];
    expect(beginningOf({ ...plan, begin })).toEqual([]);
    expect(beginningOf({ ...plan, hotStreams: 2, begin }).map(({ type, data }) => ({ type, data }))).toEqual(
      ['hot-1', 'hot-2'].flatMap((cartId) => begin.map(({ type, data }) => ({ type, data: { ...data, cartId } }))),
    );
  });
});
