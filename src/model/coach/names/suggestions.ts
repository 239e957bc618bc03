import { baseOf, isPast, isVerb, pastOf } from './tense.ts';
import { joined, wordsOf } from './words.ts';

/** `AddItem` → `ItemAdded`; nothing where the first word is no verb that is known. */
export const eventNameFor = (command: string): string | undefined => {
  const [verb, ...rest] = wordsOf(command);
  return verb && rest.length > 0 && isVerb(verb) ? joined([...rest, pastOf(verb.toLowerCase())], command) : undefined;
};

/** `UserUpdate` → `UserUpdated`, `AddItem` → `ItemAdded`. */
export const pastNameFor = (event: string): string | undefined => {
  const words = wordsOf(event);
  const last = words.at(-1);
  if (eventNameFor(event)) return eventNameFor(event);
  if (!last || words.length < 2 || !isVerb(last)) return undefined;
  return joined([...words.slice(0, -1), pastOf(last.toLowerCase())], event);
};

/** `ItemAdded` → `AddItem`, `AddedItem` → `AddItem`. */
export const imperativeNameFor = (command: string): string | undefined => {
  const words = wordsOf(command);
  const [first = '', last = ''] = [words[0], words.at(-1)];
  if (words.length < 2) return undefined;
  if (isPast(first) && baseOf(first)) return joined([baseOf(first) ?? '', ...words.slice(1)], command);
  const base = baseOf(last);
  return base ? joined([base, ...words.slice(0, -1)], command) : undefined;
};
