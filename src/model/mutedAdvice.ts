import type { Definition } from './definitions.ts';

/** Whether the person has asked not to hear of a rule of the coach at this note. */
export const isAdviceMuted = ({ mutedAdvice = [] }: Definition, rule: string): boolean => mutedAdvice.includes(rule);

/** The definition with a rule muted, or heard again; without the list where nothing is muted. */
export const withMutedAdvice = (definition: Definition, rule: string, isMuted: boolean): Definition => {
  const { mutedAdvice = [], ...rest } = definition;
  const others = mutedAdvice.filter((muted) => muted !== rule);
  const muted = isMuted ? [...others, rule] : others;
  return muted.length > 0 ? { ...rest, mutedAdvice: muted } : rest;
};
