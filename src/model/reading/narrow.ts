import { bindingAt, chainAt } from './chains.ts';
import {
  endOfBlock,
  endOfExpression,
  find,
  idsNamed,
  isMark,
  isWord,
  type Narrowing,
  type Origin,
  type Reading,
  skip,
  textAt,
  valueAt,
} from './Reading.ts';

type MessageOrigin = Extract<Origin, { of: 'message' }>;

/** The message whose type is asked for at a token: `event.type`, or `type` taken out of one. */
export const typeAskedAt = (reading: Reading, at: number): { of: MessageOrigin; end: number } | null => {
  if (!isWord(reading, at)) return null;
  const origin = bindingAt(reading, valueAt(reading, at), at)?.origin;
  if (origin?.of === 'message' && origin.path.length === 1 && origin.path[0] === 'type')
    return { of: { ...origin, path: [] }, end: at + 1 };
  const chain = chainAt(reading, at);
  return chain.typeOf ? { of: chain.typeOf, end: chain.end } : null;
};

const idsAmong = (reading: Reading, { messages }: MessageOrigin, names: string[]): string[] =>
  names.flatMap((name) => idsNamed(reading, name)).filter((id) => messages.includes(id));

const narrow = ({ narrowings }: Reading, { source }: MessageOrigin, narrowing: Narrowing): void => {
  const told = narrowings.get(source) ?? [];
  told.push(narrowing);
  narrowings.set(source, told);
};

/** A `case` with its texts, and the tokens that stand under it. */
type Case = { labels: number[]; begin: number; end: number };

/** The cases of a switch whose body begins at this brace; labels without anything in between belong together. */
export const casesOf = (reading: Reading, open: number): Case[] => {
  const close = reading.partners[open] ?? open;
  const cases: Case[] = [];
  let at = open + 1;
  while (at < close) {
    const isLabel = isWord(reading, at, 'case', 'default');
    if (!isLabel) {
      at = skip(reading, at);
      continue;
    }
    const colon = find(reading, at, close, ':');
    const last = cases.at(-1);
    const labels = textAt(reading, at + 1) === undefined ? [] : [at + 1];
    if (last && last.begin === at) Object.assign(last, { labels: [...last.labels, ...labels], begin: colon + 1 });
    else {
      if (last) last.end = at;
      cases.push({ labels, begin: colon + 1, end: close });
    }
    at = colon + 1;
  }
  return cases;
};

/** Within `switch (event.type)` each case is about the messages that it names. */
export const narrowSwitch = (reading: Reading, at: number): void => {
  const asked = isMark(reading, at + 1, '(') ? typeAskedAt(reading, at + 2) : null;
  const open = skip(reading, at + 1);
  if (!asked || !isMark(reading, open, '{')) return;
  for (const { labels, begin, end } of casesOf(reading, open)) {
    if (labels.length === 0) continue;
    const messages = idsAmong(
      reading,
      asked.of,
      labels.map((label) => textAt(reading, label) ?? ''),
    );
    narrow(reading, asked.of, { messages, begin, end });
  }
};

/** `event.type === 'CartOpened'` tells about what follows it: a block, the rest of a condition, what `!==` lets through. */
export const narrowComparison = (reading: Reading, at: number): void => {
  const asked = typeAskedAt(reading, at);
  if (!asked || !isMark(reading, asked.end, '===', '==', '!==', '!=')) return;
  const text = textAt(reading, asked.end + 1);
  if (text === undefined) return;
  const after = asked.end + 2;
  const messages = idsAmong(reading, asked.of, [text]);
  if (isMark(reading, asked.end, '!==', '!=')) {
    const guarded = isMark(reading, after, ')') ? endOfStatement(reading, after + 1) : null;
    if (guarded !== null && isWord(reading, after + 1, 'return', 'throw', 'continue'))
      narrow(reading, asked.of, { messages, begin: guarded, end: endOfBlock(reading, at) });
    return;
  }
  const end = isMark(reading, after, ')') ? endOfStatement(reading, after + 1) : endOfTruth(reading, after);
  narrow(reading, asked.of, { messages, begin: after, end });
};

const endOfStatement = (reading: Reading, from: number): number =>
  isMark(reading, from, '{') ? skip(reading, from) : endOfExpression(reading, from) + 1;

/** How far a condition that holds reaches: to the other half of a question, or to an "or". */
const endOfTruth = (reading: Reading, from: number): number =>
  find(reading, from, endOfExpression(reading, from), ':', '||');
