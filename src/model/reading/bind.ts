import { chainAt, originsIn } from './chains.ts';
import {
  type Binding,
  endOfBlock,
  endOfExpression,
  find,
  isMark,
  isWord,
  type Origin,
  partsOf,
  type Reading,
  skip,
  textAt,
  valueAt,
} from './Reading.ts';
import { originOfType } from './typeOrigins.ts';

/** Where what is bound can be seen. */
type Scope = { begin: number; end: number };

/** Binds a name or a pattern such as `{ data: { cartId }, type }` to what is taken apart. */
export const bindPattern = (
  reading: Reading,
  at: number,
  value: { origin: Origin | null; from: Origin[] },
  scope: Scope,
): void => {
  if (isWord(reading, at)) bind(reading, valueAt(reading, at), { ...value, ...scope });
  if (!isMark(reading, at, '{')) return;
  for (const [begin, end] of partsOf(reading, at + 1, reading.partners[at] ?? at))
    bindPart(reading, begin, end, value, scope);
};

/**
 * What is declared within the value of another of its name begins before that one, and is found after it; those behind
 * whose end it begins are asked for no more.
 */
const bind = ({ bindings }: Reading, name: string, binding: Binding): void => {
  const named = bindings.get(name) ?? [];
  while ((named.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= binding.begin) named.pop();
  const before = named.findLastIndex(({ begin }) => begin <= binding.begin);
  named.splice(before + 1, 0, binding);
  bindings.set(name, named);
};

const bindPart = (
  reading: Reading,
  begin: number,
  end: number,
  value: { origin: Origin | null; from: Origin[] },
  scope: Scope,
): void => {
  const name = isWord(reading, begin) ? valueAt(reading, begin) : textAt(reading, begin);
  if (name === undefined) return;
  const inner = memberOrigin(value.origin, name);
  const isLong = isMark(reading, begin + 1, ':');
  if (inner?.of === 'message' && inner.path.length > 1) notePart(reading, begin, inner, isLong);
  const part = { origin: inner, from: inner ? [inner] : value.from };
  if (isLong && begin + 2 < end) bindPattern(reading, begin + 2, part, scope);
  if (!isLong) bindPattern(reading, begin, part, scope);
};

const memberOrigin = (origin: Origin | null, name: string): Origin | null => {
  if (origin?.of === 'state') return { of: 'state', path: [...origin.path, name] };
  if (origin?.of !== 'message') return origin;
  if (origin.path[0] === 'data') return { ...origin, path: [...origin.path, name] };
  if (origin.path.length > 0) return null;
  if (name === 'metadata') return { of: 'clock' };
  // A `type` taken out of a message goes on to tell which one it is.
  return name === 'data' || name === 'type' ? { ...origin, path: [name] } : null;
};

const notePart = (reading: Reading, at: number, origin: Extract<Origin, { of: 'message' }>, isLong: boolean): void => {
  const { start = 0, end = 0, kind } = reading.tokens[at] ?? {};
  const { messages, path } = origin;
  const longForm = kind === 'text' ? 'quoted-key' : 'key';
  reading.uses.push({ messages, path, start, end, form: isLong ? longForm : 'short-pattern', kind: 'read', from: [] });
};

/** `const { cartId } = command.data`, and `for (const line of event.data.lines)`. */
export const bindDeclaration = (reading: Reading, at: number): void => {
  const pattern = at + 1;
  const afterPattern = skip(reading, pattern);
  const stop = find(reading, afterPattern, endOfExpression(reading, afterPattern), '=');
  const isOf = isWord(reading, afterPattern, 'of');
  if (!isMark(reading, stop, '=') && !isOf) return;
  const from = isOf ? afterPattern + 1 : stop + 1;
  const end = endOfExpression(reading, from);
  const typed = isMark(reading, afterPattern, ':') ? originOfType(reading, afterPattern + 1, stop) : null;
  const origin = typed ?? originOfExpression(reading, from, end);
  const value = { origin, from: origin ? [origin] : originsIn(reading, from, end) };
  bindPattern(reading, pattern, value, { begin: end, end: endOfBlock(reading, at) });
};

/** What an expression is where it is a chain of members alone. */
const originOfExpression = (reading: Reading, from: number, to: number): Origin | null => {
  if (!isWord(reading, from)) return null;
  const chain = chainAt(reading, from);
  const isWhole = chain.end >= to || isWord(reading, chain.end, 'as', 'satisfies') || isMark(reading, chain.end, '??');
  return isWhole ? chain.origin : null;
};
