import type { Board } from '../definitions.ts';
import { isAdviceMuted } from '../mutedAdvice.ts';
import { recordOf } from '../records.ts';
import type { Advice, Evidence } from './Advice.ts';
import { lookingAtCode } from './rules/code.ts';
import { rules } from './rules.ts';
import { sightOf } from './Sight.ts';

/**
 * What the coach has to say of a board in its lens, rule by rule in their order, without what was muted. Advice alone:
 * nothing is ever refused for it. A large wall and much code take their time: between two steps one may see to something else.
 */
export function* adviceByRule(board: Board, evidence: Evidence): Generator<Advice[], void> {
  const sight = sightOf(board, evidence);
  const isHeard = (definitionId: string, rule: string): boolean => {
    const definition = recordOf(board.definitions, definitionId);
    return definition !== undefined && !isAdviceMuted(definition, rule);
  };
  yield* lookingAtCode(sight);
  for (const { id, title, why, lenses, find } of rules)
    if (lenses.includes(sight.lens))
      yield find(sight)
        .filter(({ definitionId }) => isHeard(definitionId, id))
        .map((finding) => ({ ...finding, rule: id, title, why }));
}

/** What a muted rule is about, for a list of what was muted; the id itself where a later version knows more. */
export const titleOfRule = (rule: string): string => rules.find(({ id }) => id === rule)?.title ?? rule;
