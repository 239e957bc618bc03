import type { Json } from './definitions.ts';
import { differences } from './differences.ts';

/** One place where a state or document has become another. */
export type Change =
  | { kind: 'added'; path: string; after: Json }
  | { kind: 'removed'; path: string; before: Json }
  | { kind: 'changed'; path: string; before: Json; after: Json };

/** What changed from one moment to the next, by path; nothing where both say the same. */
export const differencesBetween = (before: unknown, after: unknown): Change[] =>
  differences(before, after).flatMap(({ path, expected, actual }): Change[] => {
    if (expected === undefined) return actual === undefined ? [] : [{ kind: 'added', path, after: actual }];
    if (actual === undefined) return [{ kind: 'removed', path, before: expected }];
    return [{ kind: 'changed', path, before: expected, after: actual }];
  });
