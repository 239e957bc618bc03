import { describe, expect, it } from 'vitest';
import { createKeyed, type Outstanding } from '../../../src/ui/canvas/keyed.ts';

type Value = { isFar: boolean; turn?: number };

/** Values that a test changes, and whom it told of a change. */
const watched = (...ids: string[]) => {
  const made = { now: { others: { isFar: false }, byId: new Map() } as Outstanding<Value>, times: 0 };
  const keyed = createKeyed<Value>(() => {
    made.times += 1;
    return made.now;
  });
  const told: string[] = [];
  const stops = ids.map((id) => keyed.watch(id, () => told.push(id)));
  for (const id of ids) keyed.of(id);
  const change = (now: Outstanding<Value>): void => {
    made.now = now;
    keyed.refresh();
  };
  return { keyed, made, told, stops, change };
};

const far = { isFar: false };

describe('values by id, worked out for all together', () => {
  it('tell only whoever watches an id whose value has changed', () => {
    const { keyed, told, change } = watched('first', 'second', 'third');

    change({ others: far, byId: new Map([['first', { isFar: false, turn: 0 }]]) });
    change({
      others: far,
      byId: new Map([
        ['first', { isFar: false, turn: 0 }],
        ['second', { isFar: false, turn: 1 }],
      ]),
    });
    change({ others: far, byId: new Map([['second', { isFar: false, turn: 1 }]]) });

    expect(told).toEqual(['first', 'second', 'first']);
    expect(keyed.of('first')).toEqual({ isFar: false });
    expect(keyed.of('second')).toEqual({ isFar: false, turn: 1 });
  });

  it('answer the same object for as long as it says the same', () => {
    const { keyed, change } = watched('first');
    change({ others: far, byId: new Map([['first', { isFar: false, turn: 2 }]]) });
    const before = keyed.of('first');

    change({ others: { isFar: false }, byId: new Map([['first', { isFar: false, turn: 2 }]]) });

    expect(keyed.of('first')).toBe(before);
  });

  it('tell everybody where all others change', () => {
    const { told, change } = watched('first', 'second');
    change({ others: { isFar: true }, byId: new Map([['second', { isFar: true, turn: 1 }]]) });
    expect(told.sort()).toEqual(['first', 'second']);
  });

  it('are worked out when they are asked for where nobody watches, however often something changes', () => {
    const { keyed, made, stops, change } = watched('first');
    for (const stop of stops) stop();
    const before = made.times;

    for (const turn of [1, 2, 3]) change({ others: far, byId: new Map([['first', { isFar: false, turn }]]) });

    expect(made.times).toBe(before);
    expect(keyed.of('first')).toEqual({ isFar: false, turn: 3 });
    expect(made.times).toBe(before + 1);
  });
});
