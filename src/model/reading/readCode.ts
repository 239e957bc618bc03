import { bindDeclaration } from './bind.ts';
import { chainAt, isKey, isReference, originsIn } from './chains.ts';
import { bindParameters } from './functions.ts';
import { readMessageLiteral, readMessageType } from './literals.ts';
import { readNames } from './messageNames.ts';
import { narrowComparison, narrowSwitch } from './narrow.ts';
import {
  BeyondReading,
  beginReading,
  endOfExpression,
  type FieldUse,
  type ImportedType,
  isMark,
  isWord,
  type Knowledge,
  type Reading,
  valueAt,
} from './Reading.ts';
import { readTypes } from './typeOrigins.ts';

export type CodeReading = Pick<Reading, 'tokens' | 'uses' | 'spreads' | 'handed' | 'keyed' | 'names' | 'looks'> & {
  imported: ImportedType[];
};

/**
 * What a file of a module says of messages: where it names them, reads their fields and writes them. It follows values
 * from the parameters of the contract through names, patterns and members, and what a `switch` or an `if` tells of their
 * type; what it cannot follow it leaves out. It never looks into comments, nor takes a text for a field. Of code that was
 * made to be read for ever it says nothing.
 */
export const readCode = (text: string, knowledge: Knowledge): CodeReading => {
  const reading = beginReading(text, knowledge);
  try {
    return readWholly(reading);
  } catch (error) {
    if (!(error instanceof BeyondReading)) throw error;
    const { looks } = reading;
    return { tokens: [], uses: [], spreads: [], handed: [], keyed: [], names: [], imported: [], looks };
  }
};

const readWholly = (reading: Reading): CodeReading => {
  readTypes(reading);
  for (let at = 0; at < reading.tokens.length; at += 1) readToken(reading, at);
  readNames(reading);
  const spread = new Set(reading.spreads.map(({ start }) => start));
  return {
    ...reading,
    imported: [...reading.imported.values()],
    uses: [...new Map(reading.uses.map((use) => [use.start, use])).values()].sort(byPlace),
    handed: reading.handed.filter(({ start }) => !spread.has(start)),
  };
};

const byPlace = (one: FieldUse, other: FieldUse): number => one.start - other.start;

const readToken = (reading: Reading, at: number): void => {
  if (isMark(reading, at, '(')) bindParameters(reading, at);
  if (isMark(reading, at, '{')) readMessageLiteral(reading, at);
  if (!isWord(reading, at)) return;
  if (isMark(reading, at + 1, '=>')) bindParameters(reading, at);
  if (isWord(reading, at, 'const', 'let', 'var')) bindDeclaration(reading, at);
  if (isWord(reading, at, 'switch')) narrowSwitch(reading, at);
  if (isMark(reading, at + 1, '<')) readMessageType(reading, at);
  if (isKey(reading, at)) noteKeyed(reading, at);
  if (!isReference(reading, at)) return;
  narrowComparison(reading, at);
  const chain = chainAt(reading, at);
  for (const { origin, at: member, form } of chain.members) noteMember(reading, member, form, origin);
  const isArgument = isMark(reading, at - 1, '(', ',', '...') && isMark(reading, chain.end, ')', ',', '}');
  if (isArgument && chain.origin?.of === 'message') noteHanded(reading, at, chain.origin);
};

const noteKeyed = (reading: Reading, at: number): void => {
  const colon = isMark(reading, at + 1, ':') ? at + 1 : at + 2;
  const from = originsIn(reading, colon + 1, endOfExpression(reading, colon + 1));
  reading.keyed.push({ name: valueAt(reading, at), from, start: reading.tokens[at]?.start ?? 0 });
};

const noteHanded = (reading: Reading, at: number, { messages, path }: { messages: string[]; path: string[] }): void => {
  reading.handed.push({ messages, path, start: reading.tokens[at]?.start ?? 0 });
};

const noteMember = (
  reading: Reading,
  at: number,
  form: FieldUse['form'],
  { messages, path }: { messages: string[]; path: string[] },
): void => {
  const last = form === 'quoted-member' ? (reading.partners[at] ?? at) : at + 1;
  const { start = 0 } = reading.tokens[at] ?? {};
  const { end = 0 } = reading.tokens[last] ?? {};
  reading.uses.push({ messages, path, start, end, form, kind: 'read', from: [] });
};
