import { closingOf, isName, isSign } from '../code/functionsIn.ts';
import type { CodeToken } from '../code/scanCode.ts';
import { textOf } from '../code/textOf.ts';

/** A type as it is written, as far as data is made of such. */
export type TypeNode =
  | { kind: 'name'; name: string; of: TypeNode[] }
  | { kind: 'text'; text: string }
  | { kind: 'value'; name: 'number' | 'boolean' | 'nothing' }
  | { kind: 'union' | 'intersection'; of: TypeNode[] }
  | { kind: 'list'; of: TypeNode }
  | { kind: 'object'; properties: Property[] }
  /** A function, a condition, a key of another type: nothing that data is made of. */
  | { kind: 'other' };
export type Property = { name: string; isOptional: boolean; type: TypeNode };

type Read<T> = { node: T; next: number };
type Tokens = readonly CodeToken[];

/** The type that begins at a token. Reads on past what it does not know. */
export const typeAt = (tokens: Tokens, start: number): Read<TypeNode> => joined(tokens, start, '|', 'union');

const joined = (tokens: Tokens, start: number, sign: '|' | '&', kind: 'union' | 'intersection'): Read<TypeNode> => {
  let next = isSign(tokens[start], sign) ? start + 1 : start;
  const of: TypeNode[] = [];
  for (;;) {
    const read = kind === 'union' ? joined(tokens, next, '&', 'intersection') : withSuffix(tokens, next);
    of.push(read.node);
    next = read.next;
    if (!isSign(tokens[next], sign)) break;
    next += 1;
  }
  const [only] = of;
  return { node: only && of.length === 1 ? only : { kind, of }, next };
};

/** `Item[]`, `Event['type']` */
const withSuffix = (tokens: Tokens, start: number): Read<TypeNode> => {
  let { node, next } = simple(tokens, start);
  while (isSign(tokens[next], '[')) {
    const end = closingOf(tokens, next);
    node = end === next + 1 ? { kind: 'list', of: node } : { kind: 'other' };
    next = end + 1;
  }
  return { node, next };
};

const simple = (tokens: Tokens, start: number): Read<TypeNode> => {
  const token = tokens[start];
  if (token?.kind === 'string') return { node: { kind: 'text', text: textOf(token) }, next: start + 1 };
  if (token?.kind === 'number') return { node: { kind: 'value', name: 'number' }, next: start + 1 };
  if (isSign(token, '-')) return simple(tokens, start + 1);
  if (isSign(token, '{')) return object(tokens, start);
  if (isSign(token, '[')) return tuple(tokens, start);
  if (isSign(token, '(')) return inBrackets(tokens, start);
  if (token?.kind === 'template') return { node: { kind: 'name', name: 'string', of: [] }, next: start + 1 };
  return token?.kind === 'name' ? named(tokens, start) : { node: { kind: 'other' }, next: start + 1 };
};

const inBrackets = (tokens: Tokens, start: number): Read<TypeNode> => {
  const end = closingOf(tokens, start);
  if (isSign(tokens[end + 1], '=>')) return { node: { kind: 'other' }, next: typeAt(tokens, end + 2).next };
  return { node: typeAt(tokens, start + 1).node, next: end + 1 };
};

const tuple = (tokens: Tokens, start: number): Read<TypeNode> => {
  const end = closingOf(tokens, start);
  const of: TypeNode[] = [];
  for (let next = start + 1; next < end; ) {
    const read = typeAt(tokens, next);
    of.push(read.node);
    next = read.next + 1;
  }
  return { node: { kind: 'list', of: { kind: 'union', of } }, next: end + 1 };
};

const words: { [word: string]: TypeNode } = {
  true: { kind: 'value', name: 'boolean' },
  false: { kind: 'value', name: 'boolean' },
  boolean: { kind: 'value', name: 'boolean' },
  number: { kind: 'value', name: 'number' },
  bigint: { kind: 'value', name: 'number' },
  null: { kind: 'value', name: 'nothing' },
  undefined: { kind: 'value', name: 'nothing' },
};

const named = (tokens: Tokens, start: number): Read<TypeNode> => {
  const token = tokens[start];
  if (isName(token, 'readonly', 'unique')) return withSuffix(tokens, start + 1);
  if (isName(token, 'keyof', 'typeof', 'infer'))
    return { node: { kind: 'other' }, next: withSuffix(tokens, start + 1).next };
  let next = start + 1;
  let name = token?.text ?? '';
  while (isSign(tokens[next], '.') && tokens[next + 1]?.kind === 'name') {
    name = tokens[next + 1]?.text ?? name;
    next += 2;
  }
  const word = Object.hasOwn(words, name) ? words[name] : undefined;
  if (word) return { node: word, next };
  const of = argumentsAt(tokens, next);
  return { node: { kind: 'name', name, of: of.node }, next: of.next };
};

/** `<'CartOpened', { cartId: string }>` */
const argumentsAt = (tokens: Tokens, start: number): Read<TypeNode[]> => {
  const node: TypeNode[] = [];
  if (!isSign(tokens[start], '<')) return { node, next: start };
  let next = start + 1;
  while (next < tokens.length && !isSign(tokens[next], '>')) {
    const read = typeAt(tokens, next);
    node.push(read.node);
    next = isSign(tokens[read.next], ',') ? read.next + 1 : read.next;
    if (read.next === next && !isSign(tokens[next], '>')) return { node, next };
  }
  return { node, next: next + 1 };
};

const object = (tokens: Tokens, start: number): Read<TypeNode> => {
  const end = closingOf(tokens, start);
  const properties: Property[] = [];
  for (let at = start + 1; at < end; ) {
    const read = propertyAt(tokens, at);
    if (read.node) properties.push(read.node);
    at = read.next;
  }
  return { node: { kind: 'object', properties }, next: end + 1 };
};

const propertyAt = (tokens: Tokens, start: number): Read<Property | null> => {
  const at = isName(tokens[start], 'readonly') && tokens[start + 1]?.kind === 'name' ? start + 1 : start;
  const token = tokens[at];
  const isOptional = isSign(tokens[at + 1], '?');
  const colon = isOptional ? at + 2 : at + 1;
  if (!token || !['name', 'string'].includes(token.kind) || !isSign(tokens[colon], ':'))
    return { node: null, next: isSign(token, '[', '(') ? closingOf(tokens, at) + 1 : at + 1 };
  const { node: type, next } = typeAt(tokens, colon + 1);
  const name = token.kind === 'string' ? textOf(token) : token.text;
  return { node: { name, isOptional, type }, next: isSign(tokens[next], ';', ',') ? next + 1 : next };
};
