import { isMark, isWord, look, type Origin, type Reading, skip, textAt, valueAt } from './Reading.ts';

/** What a name holds at a token: the innermost binding that reaches there. */
export const bindingAt = (reading: Reading, name: string, at: number) =>
  reading.bindings.get(name)?.findLast(({ begin, end }) => {
    look(reading);
    return begin <= at && at < end;
  });

/** Which messages it can be here, by what has been asked of its type around. */
const narrowed = (reading: Reading, origin: Origin, at: number): Origin => {
  const narrowings = origin.of === 'message' ? reading.narrowings.get(origin.source) : undefined;
  if (origin.of !== 'message' || !narrowings) return origin;
  // Ten of them are gone through as fast as one token is looked at.
  look(reading, Math.ceil((narrowings.length + origin.messages.length) / 10));
  const told = narrowings.filter(({ begin, end }) => begin <= at && at < end);
  return { ...origin, messages: origin.messages.filter((id) => told.every(({ messages }) => messages.includes(id))) };
};

/** A name with the members that are asked of it: `event.data.item.quantity`. */
export type Chain = {
  /** What its last member is; `null` where that is nobody's. */
  origin: Origin | null;
  /** All that went into it. */
  from: Origin[];
  /** The message whose `type` it is. */
  typeOf: Extract<Origin, { of: 'message' }> | null;
  members: Member[];
  /** The token after it. */
  end: number;
};
type Member = {
  origin: Extract<Origin, { of: 'message' }>;
  at: number;
  form: 'member' | 'optional-member' | 'quoted-member';
};

const nothing = { origin: null, from: [], typeOf: null, members: [] };

/** Follows a name from the token where it stands, up to the token `stop`. */
export const chainAt = (reading: Reading, begin: number, stop = reading.tokens.length): Chain => {
  const binding = bindingAt(reading, valueAt(reading, begin), begin);
  const start = binding?.origin ? narrowed(reading, binding.origin, begin) : null;
  let chain: Chain = { ...nothing, origin: start, from: start ? [start] : (binding?.from ?? []), end: begin + 1 };
  for (let next = nextMember(reading, chain.end); next && chain.end < stop; next = nextMember(reading, chain.end)) {
    chain = next.name === null ? { ...chain, end: next.end } : withMember(chain, next.name, next);
  }
  return clockOf(reading, begin) ? { ...chain, origin: { of: 'clock' }, from: [{ of: 'clock' }] } : chain;
};

type Step = { name: string | null; at: number; form: Member['form']; end: number };

const nextMember = (reading: Reading, at: number): Step | undefined => {
  const isOptional = isMark(reading, at, '?.');
  if (isMark(reading, at, '.', '?.') && isWord(reading, at + 1))
    return { name: valueAt(reading, at + 1), at, form: isOptional ? 'optional-member' : 'member', end: at + 2 };
  if (isMark(reading, at, '!') && isMark(reading, at + 1, '.', '['))
    return { name: null, at, form: 'member', end: at + 1 };
  const bracket = isOptional ? at + 1 : at;
  if (!isMark(reading, bracket, '[')) return undefined;
  const text = textAt(reading, bracket + 1);
  const end = skip(reading, bracket);
  // `lines[0]` is one of the lines: the path does not count them.
  return { name: text !== undefined && end === bracket + 3 ? text : null, at: bracket, form: 'quoted-member', end };
};

/** No field lies deeper; who writes more of them wants them to be followed for ever. */
const longestPath = 20;

const withMember = (chain: Chain, name: string, { at, form, end }: Step): Chain => {
  const { origin } = chain;
  if (origin?.of === 'state') return { ...chain, origin: { of: 'state', path: [...origin.path, name] }, end };
  if (origin?.of !== 'message') return { ...chain, origin: null, typeOf: null, end };
  if (origin.path.length === longestPath) return { ...chain, origin: null, from: [], end };
  if (origin.path[0] === 'data' || (origin.path.length === 0 && name === 'data')) {
    const deeper = { ...origin, path: [...origin.path, name] };
    const members = deeper.path.length > 1 ? [...chain.members, { origin: deeper, at, form }] : chain.members;
    return { ...chain, origin: deeper, from: [deeper], members, end };
  }
  if (name === 'type' || name === 'kind') return { ...chain, origin: null, from: [], typeOf: origin, end };
  const isClock = name === 'metadata';
  return { ...chain, origin: isClock ? { of: 'clock' } : null, from: isClock ? [{ of: 'clock' }] : [], end };
};

/** `Date.now()` and `new Date()` answer the command's time. */
const clockOf = (reading: Reading, begin: number): boolean =>
  isWord(reading, begin, 'Date') &&
  ((isMark(reading, begin + 1, '.') && isWord(reading, begin + 2, 'now')) ||
    (isWord(reading, begin - 1, 'new') && isMark(reading, begin + 1, '(') && isMark(reading, begin + 2, ')')));

/** Whether a word stands for what it names, rather than being a member, a key or a word of the language. */
export const isReference = (reading: Reading, at: number): boolean =>
  isWord(reading, at) && !isMark(reading, at - 1, '.', '?.') && !isKey(reading, at);

/** Before the colon of an object, a pattern or an object's type. */
export const isKey = (reading: Reading, at: number): boolean =>
  isMark(reading, at - 1, '{', ',', ';') &&
  (isMark(reading, at + 1, ':') || (isMark(reading, at + 1, '?') && isMark(reading, at + 2, ':')));

/** All that goes into an expression. */
export const originsIn = (reading: Reading, from: number, to: number): Origin[] => {
  const origins = new Set<Origin>();
  for (let at = from; at < to; at += 1)
    if (isReference(reading, at)) for (const origin of originsAt(reading, at)) origins.add(origin);
  return [...origins];
};

const originsAt = (reading: Reading, at: number): Origin[] => {
  const { from } = chainAt(reading, at);
  look(reading, from.length);
  return from;
};
