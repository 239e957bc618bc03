import { describe, expect, it } from 'vitest';
import { timeAgo } from '../../../src/ui/files/timeAgo.ts';

const now = Date.parse('2026-03-10T12:00:00Z');

describe('how long ago a model was changed', () => {
  it.each([
    ['2026-03-10T11:59:40Z', 'just now'],
    ['2026-03-10T11:58:00Z', '2 minutes ago'],
    ['2026-03-10T09:00:00Z', '3 hours ago'],
    ['2026-03-09T10:00:00Z', 'yesterday'],
    ['2026-03-06T10:00:00Z', '4 days ago'],
    ['2026-02-01T12:00:00Z', 'Feb 1, 2026'],
  ])('says of %s: %s', (changedAt, words) => {
    expect(timeAgo(changedAt, now)).toBe(words);
  });
});
