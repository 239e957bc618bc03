import { casesOf, typeAskedAt } from './narrow.ts';
import { idsNamed, isMark, isWord, type NameUse, partsOf, type Reading, skip, textAt, valueAt } from './Reading.ts';

/**
 * Every text and key of the code that reads like the name of a message. Sure are those that can be nothing else: after
 * `type:`, compared with a type, a case of a switch over types, in a list of messages alone.
 */
export const readNames = (reading: Reading): void => {
  const sure = new Set<number>();
  reading.tokens.forEach((_, at) => {
    if (isWord(reading, at, 'switch')) for (const label of labelsOfSwitch(reading, at)) sure.add(label);
    if (isMark(reading, at, '[')) for (const item of itemsOfMessages(reading, at)) sure.add(item);
    if (isMark(reading, at, '{')) for (const key of keysOfMessages(reading, at)) sure.add(key);
  });
  reading.tokens.forEach((token, at) => {
    const messages = idsNamed(reading, token.value);
    if (messages.length === 0 || !isNameAt(reading, at)) return;
    const { start, end } = token;
    const form: NameUse['form'] = token.kind === 'text' ? 'text' : 'key';
    const isSure = sure.has(at) || (form === 'text' && (isTypeProperty(reading, at) || isCompared(reading, at)));
    reading.names.push({ messages: messagesMeant(reading, at, messages), start, end, form, isSure });
  });
};

/** Texts, and keys of objects; other words are names of types or of the person's own. */
const isNameAt = (reading: Reading, at: number): boolean =>
  textAt(reading, at) !== undefined
    ? !isWord(reading, at - 1, 'from', 'import')
    : isWord(reading, at) && isMark(reading, at - 1, '{', ',') && isMark(reading, at + 1, ':', '(');

/** Where an event and a command share a name, the message whose type is compared tells which one is meant. */
const messagesMeant = (reading: Reading, at: number, messages: string[]): string[] => {
  const asked =
    messages.length > 1 && isMark(reading, at - 1, '===', '!==', '==', '!=') ? askedBefore(reading, at) : null;
  const meant = asked ? messages.filter((id) => asked.includes(id)) : messages;
  return meant.length > 0 ? meant : messages;
};

const askedBefore = (reading: Reading, at: number): string[] | null => {
  let begin = at - 2;
  while (isMark(reading, begin - 1, '.', '?.')) begin -= 2;
  return typeAskedAt(reading, begin)?.of.messages ?? null;
};

const isTypeWord = (reading: Reading, at: number): boolean => isWord(reading, at, 'type', 'kind');

const labelsOfSwitch = (reading: Reading, at: number): number[] => {
  const close = reading.partners[at + 1] ?? at;
  const isOverTypes = isTypeWord(reading, close - 1) || textAt(reading, close - 2) === 'type';
  return isOverTypes && isMark(reading, close + 1, '{')
    ? casesOf(reading, close + 1).flatMap(({ labels }) => labels)
    : [];
};

/** The items of a list in which nothing stands but names of messages. */
const itemsOfMessages = (reading: Reading, open: number): number[] => {
  const items = partsOf(reading, open + 1, reading.partners[open] ?? open);
  const isAll = items.every(
    ([from, to]) => to === from + 1 && reading.knowledge.named.has(textAt(reading, from) ?? ''),
  );
  return isAll ? items.map(([from]) => from) : [];
};

/** The keys of an object of two or more, all of which are names of messages: `{ CartOpened: opened, CartClosed: closed }`. */
const keysOfMessages = (reading: Reading, open: number): number[] => {
  const keys = partsOf(reading, open + 1, reading.partners[open] ?? open).map(([from]) => from);
  return keys.length > 1 && keys.every((at) => reading.knowledge.named.has(valueAt(reading, at))) ? keys : [];
};

/** `type: 'CartOpened'`, `type: isNew ? 'CartOpened' : 'CartReopened'`, `Event<'CartOpened'`, `{ type: 'A' | 'B' }`. */
const isTypeProperty = (reading: Reading, at: number): boolean => {
  if (isMark(reading, at - 1, '<')) return true;
  let before = at - 1;
  while (before >= 0 && !isMark(reading, before, ',', ';', '{', '}', '(', '[', '=')) before -= 1;
  return isTypeWord(reading, before + 1) && isMark(reading, before + 2, ':') && before + 2 < at;
};

const isCompared = (reading: Reading, at: number): boolean => {
  const equals = ['===', '!==', '==', '!='];
  if (isMark(reading, at - 1, ...equals)) return isTypeWord(reading, at - 2);
  if (!isMark(reading, at + 1, ...equals)) return false;
  let end = at + 2;
  while (isWord(reading, end) && isMark(reading, end + 1, '.', '?.')) end = skip(reading, end + 1);
  return isTypeWord(reading, end);
};
