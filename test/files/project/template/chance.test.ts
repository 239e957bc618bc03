import { expect, it } from 'vitest';
import { withChance } from '../../../../src/files/project/template/core/chance.ts';

const now = Date.parse('2026-03-02T09:00:00.000Z');
const draw = () => ({
  now: Date.now(),
  today: new Date().toISOString(),
  random: Math.random(),
  id: crypto.randomUUID(),
  given: new Date('2026-01-01') instanceof Date && new Date('2026-01-01').getTime(),
});

it('time, chance and ids in an exported project come from the command, and are the real ones afterwards', () => {
  const [first, again, other] = ['command-1', 'command-1', 'command-2'].map((seed) => withChance(now, seed, draw));

  expect(first).toMatchObject({ now, today: '2026-03-02T09:00:00.000Z', given: Date.parse('2026-01-01') });
  expect(again).toEqual(first);
  expect(other?.id).not.toBe(first?.id);
  expect(() => withChance(now, 'command-3', () => JSON.parse('{'))).toThrow(SyntaxError);
  expect(Date.now()).toBeGreaterThan(now);
  expect(crypto.randomUUID()).not.toBe(crypto.randomUUID());
});
