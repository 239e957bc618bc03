import { isPast, isVerb } from './coach/names/tense.ts';
import { smallWordsOf } from './coach/names/words.ts';
import type { NoteKind } from './definitions.ts';

/** Verbs that are nouns too (an order, a ship): they begin commands, and few names of other notes. */
const nounsToo = new Set(
  (
    'authorise book claim commit convert copy count credit debit discard edit end enrol establish execute export file ' +
    'fill flag fulfil handle hand hold import inform invoice let link log offer order park play print pull push put rate ' +
    'read rebook rent reorder reply report request reset restock restore retry review set skip split store switch use void'
  ).split(' '),
);

/** What looks like a past form and ends names of things: the shipping cost. */
const things = new Set(['bid', 'cast', 'cost', 'offset']);

/** Verbs that a participle may end the sentence of: "mark the invoice paid". */
const markers = new Set(['mark', 'flag', 'keep', 'leave', 'report', 'declare']);

const isRequest = (word: string): boolean => isVerb(word) || nounsToo.has(word);

const mayBeDone = (word: string): boolean => isPast(word) && !things.has(word);

const isParticiple = (word: string): boolean => mayBeDone(word) && (word.endsWith('ed') || !isRequest(word));

/** It ends in what was done, which wins over a noun that is a verb too: `OrderPaid`. */
const isDone = ([first = '', ...words]: readonly string[]): boolean =>
  words.length > 0 && isParticiple(words.at(-1) ?? '') && !markers.has(first);

/**
 * The kind that a name speaks of: a question is a hotspot, "whenever …" a policy, the past tense an event, an imperative
 * a command. What could be anything is a hotspot: it is asked.
 */
export const kindByName = (name: string): NoteKind => {
  const words = smallWordsOf(name);
  const [first = ''] = words;
  if (name.trimEnd().endsWith('?')) return 'hotspot';
  if (first === 'whenever' || (first === 'when' && words.includes('then'))) return 'policy';
  if (isDone(words)) return 'event';
  if (isRequest(first)) return 'command';
  return words.some(mayBeDone) ? 'event' : 'hotspot';
};
