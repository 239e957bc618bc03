import type { Json } from './definitions.ts';
import { differences } from './differences.ts';

/** One place where a state or document has become another: without `before` it was added, without `after` removed. */
export type Change = { path: string; kind: 'added' | 'removed' | 'changed'; before?: Json; after?: Json };

/** What changed from one moment to the next, by path; nothing where both say the same. */
export const differencesBetween = (before: unknown, after: unknown): Change[] =>
  differences(before, after).map(({ path, expected, actual }): Change => {
    if (expected === undefined) return { path, kind: 'added', ...(actual === undefined ? {} : { after: actual }) };
    if (actual === undefined) return { path, kind: 'removed', before: expected };
    return { path, kind: 'changed', before: expected, after: actual };
  });
