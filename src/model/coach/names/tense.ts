import { irregularVerbs, pastForms, regularVerbs } from './verbs.ts';

const doubling = /^[^aeiou]*[aeiou][bdgmnprt]$/u;
const doublingAnyway = new Set(['submit', 'commit', 'admit', 'permit', 'refer', 'defer', 'transfer', 'unplug']);

/** The past participle of a verb in small letters: `add` → `added`, `pay` → `paid`. */
export const pastOf = (verb: string): string => {
  const irregular = irregularVerbs.get(verb);
  if (irregular) return irregular;
  if (verb.endsWith('e')) return `${verb}d`;
  if (/[^aeiou]y$/u.test(verb)) return `${verb.slice(0, -1)}ied`;
  if (doubling.test(verb) || doublingAnyway.has(verb)) return `${verb}${verb.at(-1)}ed`;
  return `${verb}ed`;
};

const verbs: ReadonlySet<string> = new Set([...regularVerbs, ...irregularVerbs.keys()]);
const bases: ReadonlyMap<string, string> = new Map([...verbs].map((verb) => [pastOf(verb), verb]));

/** Whether a word is one of the verbs that commands begin with; not all verbs are known. */
export const isVerb = (word: string): boolean => verbs.has(word.toLowerCase());

/** The verb of a past participle, where it is a known one. */
export const baseOf = (past: string): string | undefined => bases.get(past.toLowerCase());

/**
 * Whether a word may be a past form: it ends in -ed or is irregular. Meant to be quiet rather than complete (`Need`
 * passes too).
 */
export const isPast = (word: string): boolean => {
  const small = word.toLowerCase();
  return (small.length > 3 && small.endsWith('ed')) || pastForms.has(small);
};
