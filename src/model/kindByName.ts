import type { NoteKind } from './definitions.ts';

const wordsOf = (name: string): string[] =>
  name
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());

/** Participles that do not end in -ed, as far as events are named by them. */
const irregularParticiples = new Set(
  `become been begun bound bought broken brought built caught chosen come cut dealt done drawn driven fallen felt found
   forgotten frozen given gone grown heard held hidden hit kept known laid led left lent let lost made met paid put read
   reset rung run seen sent set shown shut sold spent split spoken stolen struck sunk taken taught thrown told undone
   upheld withdrawn woken won written`.split(/\s+/u),
);

/** Verbs that commands begin with. A noun that is a verb too (order, ship) begins few names of other notes. */
const imperatives = new Set(
  `accept activate add adjust allocate answer apply approve archive ask assign attach authorise authorize begin block
   book buy calculate cancel capture change charge check choose claim clear close collect commit complete confirm connect
   convert copy correct count create credit deactivate debit decline delete deliver deposit disable discard dispatch edit
   enable end enrol enroll enter escalate establish execute expire export extend fail file fill finish flag fulfil
   fulfill generate give grant handle hand hold import initiate inform install invite invoice issue join keep leave let link
   list load lock log make mark merge move notify offer open order pack park pause pay pick place plan play post prepare
   print process propose provide publish pull purchase push put raise rate read rebook receive reconcile record redeem
   refund refuse register reject release remind remove rename renew rent reopen reorder repair replace reply report request
   reserve reset resolve restock restore resume retry return review revoke ring run save scan schedule select sell send
   set settle ship show sign skip split start stop store submit subscribe suspend switch take tell terminate transfer
   undo unlock unsubscribe update upload use validate verify void withdraw write`.split(/\s+/u),
);

/** Verbs that a participle may end the sentence of: "mark the invoice paid". */
const markers = new Set(['mark', 'flag', 'keep', 'leave', 'report', 'declare']);

const isParticiple = (word: string): boolean =>
  (word.length > 3 && word.endsWith('ed')) || (irregularParticiples.has(word) && !imperatives.has(word));

/** It ends in what was done, which wins over a noun that is a verb too: `OrderPaid`. */
const isDone = ([first = '', ...words]: readonly string[]): boolean =>
  words.length > 0 && isParticiple(words.at(-1) ?? '') && !markers.has(first);

const isCommand = ([first = '']: readonly string[]): boolean => imperatives.has(first);

/**
 * The kind that a name speaks of: a question is a hotspot, "whenever …" a policy, the past tense an event, an imperative
 * a command. What could be anything is a hotspot: it is asked.
 */
export const kindByName = (name: string): NoteKind => {
  const words = wordsOf(name);
  const [first = ''] = words;
  if (name.trimEnd().endsWith('?')) return 'hotspot';
  if (first === 'whenever' || (first === 'when' && words.includes('then'))) return 'policy';
  if (isDone(words)) return 'event';
  if (isCommand(words)) return 'command';
  return words.some((word) => isParticiple(word) || irregularParticiples.has(word)) ? 'event' : 'hotspot';
};
