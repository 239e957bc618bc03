import type { BoardIntent } from '../boardEvents.ts';
import type { Board, Lens } from '../definitions.ts';
import type { SpecificationVerdict } from '../verdict.ts';
import type { Delivery } from './deliveries.ts';
import type { Sight } from './Sight.ts';

/** Only a warning is marked on its note. */
export type Severity = 'warning' | 'information';

/** What advice points at, beside the note that it stands at. */
type Place =
  | { kind: 'note' }
  | { kind: 'arrow'; connectionId: string }
  | { kind: 'field'; name: string }
  | { kind: 'specification'; specificationId: string }
  | { kind: 'code'; file: string; line: number };

/**
 * One click, one step of undo. New ids come from outside: the rules are pure. What changes code looks at the board as it
 * is when it is asked for: somebody may have typed since.
 */
export type Fix = { label: string; intents: (newId: () => string, board: Board) => BoardIntent[] };

export type Finding = {
  severity: Severity;
  /** The definition whose notes it is about, and at which it can be muted. */
  definitionId: string;
  place: Place;
  /** What is so, in one short sentence. */
  message: string;
  fix?: Fix | undefined;
};

/** What was recorded and reported, for rules that a drawing alone cannot answer. */
export type Evidence = {
  /** How many events each stream has. */
  streams: ReadonlyMap<string, number>;
  verdicts: { readonly [specificationId: string]: SpecificationVerdict | 'running' };
  /** How many documents of read models came out otherwise when their events were delivered in another way. */
  experiments?: readonly { readModelId: string; delivery: Delivery; differing: number }[];
};

export type Rule = {
  /** As files keep it where advice is muted: never changed. */
  id: string;
  /** What all its findings have in common: the heading of their list. */
  title: string;
  /** Why it matters, as a trainer would say it. */
  why: string;
  /** The lenses in which it has something to say. */
  lenses: readonly Lens[];
  find: (sight: Sight) => Finding[];
};

export type Advice = Finding & Pick<Rule, 'title' | 'why'> & { rule: string };
