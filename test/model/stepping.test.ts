import { describe, expect, it } from 'vitest';
import { changedAt, stepOver, walkOf } from '#model';

/** A phase without code, one whose second step calls something, one more without. */
const walk = walkOf([{ depths: [] }, { depths: [1, 1, 2, 2, 1] }, { depths: [] }]);

describe('walking through a command', () => {
  it('stops at each phase and at each of its steps', () => {
    expect(walk.map(({ phase, step }) => [phase, step])).toEqual([
      [0, -1],
      [1, -1],
      [1, 0],
      [1, 1],
      [1, 2],
      [1, 3],
      [1, 4],
      [2, -1],
    ]);
  });

  it('passes over calls, forwards and backwards', () => {
    expect(stepOver(walk, 3, 1)).toBe(6);
    expect(stepOver(walk, 6, -1)).toBe(3);
    expect(stepOver(walk, 4, 1)).toBe(5);
  });

  it('comes out of a call and of a phase where there is nothing more', () => {
    expect(stepOver(walk, 5, 1)).toBe(6);
    expect(stepOver(walk, 6, 1)).toBe(7);
  });

  it('goes from phase to phase', () => {
    expect(stepOver(walk, 1, 1)).toBe(7);
    expect(stepOver(walk, 7, -1)).toBe(1);
  });

  it('stays at either end', () => {
    expect(stepOver(walk, 7, 1)).toBe(7);
    expect(stepOver(walk, 0, -1)).toBe(0);
    expect(stepOver([], 0, 1)).toBe(0);
  });
});

describe('what a statement changed', () => {
  const step = (call: number, variables: { [name: string]: string }) => ({
    call,
    variables: Object.entries(variables).map(([name, text]) => ({ name, text })),
  });

  it('is what is new or other than before in the same call', () => {
    const steps = [step(1, { a: '1' }), step(2, { a: '7' }), step(1, { a: '1', b: '2' }), step(1, { a: '3', b: '2' })];

    expect([0, 1, 2, 3].map((index) => [...changedAt(steps, index)])).toEqual([[], [], ['b'], ['a']]);
  });
});
