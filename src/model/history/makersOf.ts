import type { Board } from '../definitions.ts';
import { processPartsOf } from '../processes/processStream.ts';
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
  // What a process manager was handed is an event of another stream.
  const facts = events.map(({ type, streamName }) => ({ type: processPartsOf(type)?.type ?? type, streamName }));
  const concerned = (kind: 'decider' | 'event'): string[] =>
    Object.values(definitions)
      .filter((definition) => definition.kind === kind && facts.some((event) => concerns(definition, event)))
      .map(({ id }) => id);
  const folding = Object.hasOwn(definitions, moduleId) ? [moduleId] : [];
  return [...new Set([...concerned('decider'), ...concerned('event'), ...folding])];
};
