import { idsNamed, isMark, isWord, look, type Origin, type Reading, skip, textAt, valueAt } from './Reading.ts';

/** Aliases of aliases are followed this far: they may well go round in a circle. */
const deepest = 5;

/** What a value of a type is: the messages that its words name, such as `ShoppingCartEvent` or `CartOpened['data']`. */
export const originOfType = (reading: Reading, from: number, to: number): Origin | null => {
  const messages = messagesOfType(reading, from, to, deepest);
  if (messages.length === 0) return null;
  reading.sources += 1;
  return { of: 'message', source: reading.sources, messages, path: pathAtEnd(reading, from, to) };
};

const messagesOfType = (reading: Reading, from: number, to: number, depth: number): string[] => {
  const named = new Set<string>();
  const texts = new Set<string>();
  const typed = new Set<string>();
  let onlyNamed: 'Extract' | 'Exclude' | null = null;
  for (let at = from; at < to; at += 1) {
    if (isWord(reading, at, 'Extract')) onlyNamed = 'Extract';
    else if (isWord(reading, at, 'Exclude')) onlyNamed = 'Exclude';
    else if (isWord(reading, at) && !isMark(reading, at - 1, '.'))
      for (const id of messagesOfName(reading, valueAt(reading, at), depth)) named.add(id);
    const text = textAt(reading, at);
    if (text === undefined) continue;
    texts.add(text);
    if (namesAMessage(reading, at)) typed.add(text);
  }
  const idsOf = (some: Set<string>) => new Set([...some].flatMap((text) => idsNamed(reading, text)));
  if (named.size === 0) return [...idsOf(typed)];
  const said = idsOf(texts);
  if (onlyNamed === null) return [...named];
  return [...named].filter((id) => said.has(id) === (onlyNamed === 'Extract'));
};

/** `{ type: 'CartOpened' }`, `Event<'CartOpened'>`. */
const namesAMessage = (reading: Reading, at: number): boolean =>
  isMark(reading, at - 1, '<') || (isMark(reading, at - 1, ':') && isWord(reading, at - 2, 'type', 'kind'));

const messagesOfName = (reading: Reading, name: string, depth: number): string[] => {
  const imported = reading.imported.get(name);
  const messages = imported ? reading.knowledge.types.get(imported.name) : messagesOfAlias(reading, name, depth);
  look(reading, messages?.length);
  return messages ?? [];
};

/** Each is followed once for each of the depths, however often it is named. */
const messagesOfAlias = (reading: Reading, name: string, depth: number): string[] => {
  const alias = reading.aliases.get(name);
  if (!alias || depth === 0) return [];
  const messages = alias.messages[depth] ?? messagesOfType(reading, alias.from, alias.to, depth - 1);
  alias.messages[depth] = messages;
  return messages;
};

/** `['data']['item']` at the end of a type. */
const pathAtEnd = (reading: Reading, from: number, to: number): string[] => {
  const path: string[] = [];
  for (let at = from; at < to; at = skip(reading, at)) {
    const text = isMark(reading, at, '[') ? textAt(reading, at + 1) : undefined;
    if (text !== undefined) path.push(text);
  }
  return path[0] === 'data' ? path : [];
};

/** Which types of the notes the code imports, and which it makes of them. */
export const readTypes = (reading: Reading): void => {
  reading.tokens.forEach((_, at) => {
    if (isWord(reading, at, 'import')) readImport(reading, at);
    if (isWord(reading, at, 'type') && isWord(reading, at + 1)) readAlias(reading, at + 1);
  });
};

const readImport = (reading: Reading, at: number): void => {
  const open = isWord(reading, at + 1, 'type') ? at + 2 : at + 1;
  if (!isMark(reading, open, '{')) return;
  const close = skip(reading, open) - 1;
  if (!isWord(reading, close + 1, 'from') || textAt(reading, close + 2) !== '#model') return;
  for (let name = open + 1; name < close; name += 1) {
    const token = reading.tokens[name];
    if (token?.kind !== 'word' || (token.value === 'type' && isWord(reading, name + 1))) continue;
    const isRenamed = isWord(reading, name + 1, 'as');
    const local = valueAt(reading, isRenamed ? name + 2 : name);
    reading.imported.set(local, { name: token.value, local, start: token.start, end: token.end });
    if (isRenamed) name += 2;
  }
};

const readAlias = (reading: Reading, at: number): void => {
  let equals = at + 1;
  if (isMark(reading, equals, '<')) while (equals < reading.tokens.length && !isMark(reading, equals, '=')) equals += 1;
  if (!isMark(reading, equals, '=')) return;
  let end = equals + 1;
  while (end < reading.tokens.length && !isMark(reading, end, ';') && !isStatement(reading, end))
    end = skip(reading, end);
  reading.aliases.set(valueAt(reading, at), { from: equals + 1, to: end, messages: [] });
};

const isStatement = (reading: Reading, at: number): boolean =>
  isWord(reading, at, 'export', 'const', 'let', 'function', 'import', 'interface', 'class') ||
  (isWord(reading, at, 'type') && isWord(reading, at + 1));
