import type { Json } from './definitions.ts';

/** One place where what came out differs from what the specification says; `path` such as `events[0].data.total`. */
export type Difference = { path: string; expected?: Json; actual?: Json };

export type SpecificationVerdict =
  | { kind: 'passed' }
  | { kind: 'failed'; differences: Difference[]; message: string }
  /** The code broke or is not there: neither green nor red about the rule. */
  | { kind: 'broken'; message: string; line?: number };
