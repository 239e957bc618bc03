import type { DefinitionOf } from '../definitions.ts';
import { partnersOf, type Token, tokensOf } from './tokens.ts';

export type Message = DefinitionOf<'event' | 'command'>;

/** What can be known of a module before its code is read. */
export type Knowledge = {
  /** What its functions are handed: the messages that the arrows lead to it, and those it makes. */
  events: Message[];
  commands: Message[];
  /** Every message of the board, by its name. */
  named: ReadonlyMap<string, Message[]>;
  /** Types that the notes give to it, by their names. */
  types: ReadonlyMap<string, string[]>;
};

/** What a value came from. `messages` are ids of definitions; `path` begins with `data`. */
export type Origin =
  | { of: 'message'; source: number; messages: string[]; path: string[] }
  | { of: 'state'; path: string[] }
  | { of: 'clock' };

/** A name with what it holds, from token to token. `origin` is what it is, `from` what went into it. */
type Binding = { name: string; origin: Origin | null; from: Origin[]; begin: number; end: number };

/** Within these tokens a message is known to be one of a few. */
type Narrowing = { source: number; messages: string[]; begin: number; end: number };

/** A place in the code that reads or writes a field of a message. Offsets are those of what a new name replaces. */
export type FieldUse = {
  messages: string[];
  path: string[];
  start: number;
  end: number;
  form: 'member' | 'optional-member' | 'quoted-member' | 'key' | 'quoted-key' | 'short-pattern' | 'short-key';
  kind: 'read' | 'write' | 'type';
  /** Of a written field: where its value comes from. */
  from: Origin[];
};

/** A message that takes over all fields of something else: `data: { ...command.data }`. */
export type Spread = { messages: string[]; path: string[]; from: Origin | null; start: number };

/** A whole object of a message that is handed to somebody else: `taken(event.data)`. */
type Handed = { messages: string[]; path: string[]; start: number };

/** A key of an object that is no message, with what its value is made of. */
type Keyed = { name: string; from: Origin[]; start: number };

/** A text or key that names a message, or at least says the same. */
export type NameUse = { messages: string[]; start: number; end: number; form: 'text' | 'key'; isSure: boolean };

/** A type of the notes that the code imports; `local` is its name in this file. */
export type ImportedType = { name: string; local: string; start: number; end: number };

/** The code of one file while it is read, with what has been found so far. */
export type Reading = {
  tokens: Token[];
  partners: number[];
  knowledge: Knowledge;
  bindings: Binding[];
  narrowings: Narrowing[];
  aliases: Map<string, [from: number, to: number]>;
  imported: ImportedType[];
  uses: FieldUse[];
  spreads: Spread[];
  handed: Handed[];
  keyed: Keyed[];
  names: NameUse[];
  /** Count of messages that were handed in, each a source of its own. */
  sources: number;
};

export const beginReading = (text: string, knowledge: Knowledge): Reading => {
  const tokens = tokensOf(text);
  return {
    tokens,
    partners: partnersOf(tokens),
    knowledge,
    bindings: [],
    narrowings: [],
    aliases: new Map(),
    imported: [],
    uses: [],
    spreads: [],
    handed: [],
    keyed: [],
    names: [],
    sources: 0,
  };
};

export const isMark = ({ tokens }: Reading, at: number, ...marks: string[]): boolean => {
  const token = tokens[at];
  return token?.kind === 'mark' && marks.includes(token.value);
};

export const isWord = ({ tokens }: Reading, at: number, ...words: string[]): boolean => {
  const token = tokens[at];
  return token?.kind === 'word' && (words.length === 0 || words.includes(token.value));
};

export const valueAt = ({ tokens }: Reading, at: number): string => tokens[at]?.value ?? '';

export const textAt = ({ tokens }: Reading, at: number): string | undefined =>
  tokens[at]?.kind === 'text' ? tokens[at].value : undefined;

/** The token after this one, or after the bracket that it opens. */
export const skip = ({ partners }: Reading, at: number): number => Math.max(partners[at] ?? at, at) + 1;

/** The first token from `from` on, brackets passed over, that is one of the marks; `to` where there is none. */
export const find = (reading: Reading, from: number, to: number, ...marks: string[]): number => {
  let at = from;
  while (at < to && !isMark(reading, at, ...marks)) at = skip(reading, at);
  return Math.min(at, to);
};

/** The end of the block around a token: its closing brace. */
export const endOfBlock = (reading: Reading, at: number): number => {
  for (let before = at - 1; before >= 0; before -= 1) {
    const partner = reading.partners[before] ?? before;
    if (isMark(reading, before, '{', '${') && partner > at) return partner;
  }
  return reading.tokens.length;
};

const afterStatement = ['export', 'const', 'let', 'function', 'type', 'import', 'class', 'interface'];

/** The end of an expression that begins here: what closes the brackets around it, a comma or a semicolon. */
export const endOfExpression = (reading: Reading, from: number): number => {
  let at = from;
  while (at < reading.tokens.length) {
    if (isMark(reading, at, ',', ';', ')', ']', '}')) return at;
    if (at > from && isWord(reading, at, ...afterStatement)) return at;
    at = skip(reading, at);
  }
  return at;
};

/** The parts between commas (or semicolons, in types), brackets passed over. */
export const partsOf = (reading: Reading, from: number, to: number): [from: number, to: number][] => {
  const parts: [number, number][] = [];
  let begin = from;
  let angles = 0;
  for (let at = from; at <= to; at = at < to ? skip(reading, at) : at + 1) {
    if (isMark(reading, at, '<')) angles += 1;
    if (isMark(reading, at, '>')) angles -= 1;
    if (at < to && !(isMark(reading, at, ',', ';') && angles <= 0)) continue;
    if (at > begin) parts.push([begin, Math.min(at, to)]);
    begin = at + 1;
    angles = 0;
  }
  return parts;
};
