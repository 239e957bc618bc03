import type { Board } from '../definitions.ts';
import { concerns } from './concerns.ts';

/**
 * The definitions that made a value: the deciders that its events came from, those events, and the one whose code folded
 * them; each once, in this order.
 */
export const makersOf = (
  { definitions }: Pick<Board, 'definitions'>,
  moduleId: string,
  events: readonly { type: string; streamName: string }[],
): string[] => {
  const concerned = (kind: 'decider' | 'event'): string[] =>
    Object.values(definitions)
      .filter((definition) => definition.kind === kind && events.some((event) => concerns(definition, event)))
      .map(({ id }) => id);
  const folding = Object.hasOwn(definitions, moduleId) ? [moduleId] : [];
  return [...new Set([...concerned('decider'), ...concerned('event'), ...folding])];
};
