import { describe, expect, it } from 'vitest';
import type { Advice } from '#model';
import { warningAt } from '../../../../src/ui/canvas/warnings.ts';
import { adviceAt, adviceGroups } from '../../../../src/ui/inspector/problems/adviceGroups.ts';

const advice = (rule: string, definitionId: string, rest: Partial<Advice> = {}): Advice => ({
  rule,
  title: `Rule ${rule}`,
  why: 'Because.',
  severity: 'warning',
  definitionId,
  place: { kind: 'note' },
  message: `${rule} at ${definitionId}.`,
  ...rest,
});

const all = [
  advice('G1', 'cart', { place: { kind: 'arrow', connectionId: 'a' } }),
  advice('G2', 'order'),
  advice('G1', 'order', { place: { kind: 'arrow', connectionId: 'b' } }),
  advice('G3', 'cart', { severity: 'information' }),
];

describe('advice', () => {
  it('is listed by rule', () => {
    expect(
      adviceGroups(all).map(({ title, advice: own }) => [title, own.map(({ definitionId }) => definitionId)]),
    ).toEqual([
      ['Rule G1', ['cart', 'order']],
      ['Rule G2', ['order']],
      ['Rule G3', ['cart']],
    ]);
  });

  it('is found at its note, and at its arrow', () => {
    expect(all.filter(adviceAt.definition('order')).map(({ rule }) => rule)).toEqual(['G2', 'G1']);
    expect(all.filter(adviceAt.arrow('a')).map(({ rule }) => rule)).toEqual(['G1']);
  });

  it('marks a note only where it warns', () => {
    expect([warningAt(all, 'cart'), warningAt(all, 'order'), warningAt(all, 'other')]).toEqual([
      'G1 at cart.',
      'G2 at order. G1 at order.',
      '',
    ]);
  });
});
