import type { Advice } from '#model';

/** All that one rule says, under its heading. */
export type AdviceGroup = { rule: string; title: string; why: string; advice: Advice[] };

/** By rule, in the order of the rules. */
export const adviceGroups = (advice: readonly Advice[]): AdviceGroup[] => {
  const groups = new Map<string, AdviceGroup>();
  for (const one of advice) {
    const { rule, title, why } = one;
    const group = groups.get(rule);
    if (group) group.advice.push(one);
    else groups.set(rule, { rule, title, why, advice: [one] });
  }
  return [...groups.values()];
};

type Choice = (advice: Advice) => boolean;

/** The advice at a definition, or at one arrow. */
export const adviceAt = {
  definition:
    (id: string): Choice =>
    ({ definitionId }) =>
      definitionId === id,
  arrow:
    (id: string): Choice =>
    ({ place }) =>
      place.kind === 'arrow' && place.connectionId === id,
};

/** Tells one piece of advice from another: what it says, where. */
export const keyOf = ({ rule, definitionId, message }: Advice): string => `${rule} ${definitionId} ${message}`;
