import type { DefinitionOf } from '../definitions.ts';
import { blockEndsOf, closesExpression, expressionEndsOf } from './ends.ts';
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

/** What a name holds, from token to token. `origin` is what it is, `from` what went into it. */
export type Binding = { origin: Origin | null; from: Origin[]; begin: number; end: number };

/** Within these tokens a message is known to be one of a few. */
export type Narrowing = { messages: string[]; begin: number; end: number };

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

/**
 * A type that the code makes, from token to token; `messages` are those that it means, by how far its aliases are
 * followed.
 */
type Alias = { from: number; to: number; messages: string[][] };

/** The code of one file while it is read, with what has been found so far. */
export type Reading = {
  tokens: Token[];
  partners: number[];
  /** Where an expression that goes on with a token ends, and the block around the token. */
  expressionEnds: number[];
  blockEnds: number[];
  knowledge: Knowledge;
  /** By their names; those of one name in the order in which they begin. */
  bindings: Map<string, Binding[]>;
  /** By the sources that they tell about. */
  narrowings: Map<number, Narrowing[]>;
  aliases: Map<string, Alias>;
  /** By the names that they have in this file. */
  imported: Map<string, ImportedType>;
  uses: FieldUse[];
  spreads: Spread[];
  handed: Handed[];
  keyed: Keyed[];
  names: NameUse[];
  /** Count of messages that were handed in, each a source of its own. */
  sources: number;
  /** Count of what has been looked at, token by token. */
  looks: number;
};

/** Code that a person writes takes some thirty for each token. */
const mostLooks = 500_000;

/** Somebody made the code to be read for ever. */
export class BeyondReading extends Error {}

/** Every way through the code passes here for each of its steps. */
export const look = (reading: Reading, count = 1): void => {
  reading.looks += count;
  if (reading.looks > mostLooks) throw new BeyondReading();
};

export const beginReading = (text: string, knowledge: Knowledge): Reading => {
  const tokens = tokensOf(text);
  const partners = partnersOf(tokens);
  return {
    tokens,
    partners,
    expressionEnds: expressionEndsOf(tokens, partners),
    blockEnds: blockEndsOf(tokens, partners),
    knowledge,
    bindings: new Map(),
    narrowings: new Map(),
    aliases: new Map(),
    imported: new Map(),
    uses: [],
    spreads: [],
    handed: [],
    keyed: [],
    names: [],
    sources: 0,
    looks: 0,
  };
};

export const isMark = (reading: Reading, at: number, ...marks: string[]): boolean => {
  look(reading);
  const token = reading.tokens[at];
  return token?.kind === 'mark' && marks.includes(token.value);
};

export const isWord = (reading: Reading, at: number, ...words: string[]): boolean => {
  look(reading);
  const token = reading.tokens[at];
  return token?.kind === 'word' && (words.length === 0 || words.includes(token.value));
};

export const valueAt = ({ tokens }: Reading, at: number): string => tokens[at]?.value ?? '';

export const textAt = ({ tokens }: Reading, at: number): string | undefined =>
  tokens[at]?.kind === 'text' ? tokens[at].value : undefined;

/** The ids of the messages that have a name. */
export const idsNamed = (reading: Reading, name: string | undefined): string[] => {
  const messages = name === undefined ? [] : (reading.knowledge.named.get(name) ?? []);
  look(reading, messages.length);
  return messages.map(({ id }) => id);
};

/** The token after this one, or after the bracket that it opens. */
export const skip = ({ partners }: Reading, at: number): number => Math.max(partners[at] ?? at, at) + 1;

/** The first token from `from` on, brackets passed over, that is one of the marks; `to` where there is none. */
export const find = (reading: Reading, from: number, to: number, ...marks: string[]): number => {
  let at = from;
  while (at < to && !isMark(reading, at, ...marks)) at = skip(reading, at);
  return Math.min(at, to);
};

/** The end of the block around a token: its closing brace. */
export const endOfBlock = ({ blockEnds, tokens }: Reading, at: number): number => blockEnds[at] ?? tokens.length;

/** The end of an expression that begins here: what closes the brackets around it, a comma or a semicolon. */
export const endOfExpression = (reading: Reading, from: number): number => {
  const { tokens, expressionEnds } = reading;
  if (from >= tokens.length || closesExpression(tokens[from])) return from;
  const next = skip(reading, from);
  return expressionEnds[next] ?? next;
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
