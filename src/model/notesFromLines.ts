import { type NoteKind, noteKinds } from './definitions.ts';
import { kindInfo } from './grammar.ts';
import { kindByName } from './kindByName.ts';

export type LineNote = { kind: NoteKind; name: string };

/** More lines than that are a text, not a list of notes. */
export const mostLines = 200;
const longestName = 160;

/** What may stand before the colon of a line, beside the words of the kinds themselves. */
const otherWords: { readonly [K in NoteKind]: readonly string[] } = {
  event: ['event', 'e'],
  command: ['c'],
  decider: ['aggregate', 'constraint', 'd'],
  policy: ['process', 'automation', 'p'],
  'read-model': ['view', 'projection', 'rm', 'r'],
  actor: ['role', 'person', 'user', 'a'],
  system: ['system', 's'],
  screen: ['page', 'ui'],
  hotspot: ['question', 'issue', 'todo', 'h', '?'],
  frame: ['context', 'f'],
};

const kindsByWord = new Map(
  noteKinds.flatMap((kind) => [kindInfo[kind].word.toLowerCase(), ...otherWords[kind]].map((word) => [word, kind])),
);

/** Dashes, dots, numbers and boxes that lists begin their lines with. */
const bullet = /^(?:[-*+•–—·]|\d{1,3}[.)])\s+(?:\[[ x]\]\s+)?/iu;

const nameFrom = (text: string): string => {
  const name = text.replace(/\s+/gu, ' ').trim();
  return name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name;
};

const noteFrom = (line: string): LineNote => {
  const [, word = '', rest = ''] = /^([^:]{1,16}):\s*(\S.*)$/u.exec(line) ?? [];
  const kind = kindsByWord.get(word.trim().replace(/[-_]/gu, ' ').toLowerCase());
  return kind ? { kind, name: nameFrom(rest) } : { kind: kindByName(line), name: nameFrom(line) };
};

/**
 * One note for each line of a text. "event: CartOpened" and "E: CartOpened" say the kind; else it is read from the
 * name. Empty lines and the bullets of lists say nothing; beyond the first 200 lines nothing is read.
 */
export const notesFromLines = (text: string): LineNote[] =>
  text
    .split(/[\r\n]+/u)
    .map((line) => line.trim().replace(bullet, ''))
    .filter((line) => /[\p{L}\p{N}]/u.test(line))
    .slice(0, mostLines)
    .map(noteFrom);
