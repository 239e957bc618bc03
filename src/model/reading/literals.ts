import { chainAt, originsIn } from './chains.ts';
import { idsNamed, isMark, isWord, type Origin, partsOf, type Reading, skip, textAt, valueAt } from './Reading.ts';

/** One property of an object in code or in a type; `value` is empty where it is written short. */
type Property = { at: number; name: string; value: [from: number, to: number] | null };

const propertiesOf = (reading: Reading, open: number): Property[] =>
  partsOf(reading, open + 1, reading.partners[open] ?? open).flatMap(([begin, to]): Property[] => {
    const at = isWord(reading, begin, 'readonly') && isWord(reading, begin + 1) ? begin + 1 : begin;
    const name = isWord(reading, at) ? valueAt(reading, at) : textAt(reading, at);
    if (name === undefined) return [];
    const colon = isMark(reading, at + 1, '?') ? at + 2 : at + 1;
    if (isMark(reading, colon, ':')) return [{ at, name, value: [colon + 1, to] }];
    return colon >= to ? [{ at, name, value: null }] : [];
  });

/** `{ type: 'CartOpened', data: { … } }`: what is written into a message, or what its type says. */
export const readMessageLiteral = (reading: Reading, open: number): void => {
  const properties = propertiesOf(reading, open);
  const type = properties.find(({ name }) => name === 'type' || name === 'kind');
  const data = properties.find(({ name }) => name === 'data');
  const text = type?.value ? textAt(reading, type.value[0]) : undefined;
  const messages = idsNamed(reading, text);
  if (messages.length === 0 || !data?.value) return;
  readData(reading, data.value[0], messages, ['data'], isInType(reading, open) ? 'type' : 'write');
};

/** `Event<'CartOpened', { … }>`, as Emmett's types say it. */
export const readMessageType = (reading: Reading, at: number): void => {
  const text = isMark(reading, at + 1, '<') ? textAt(reading, at + 2) : undefined;
  const messages = idsNamed(reading, text);
  if (messages.length > 0 && isMark(reading, at + 3, ',')) readData(reading, at + 4, messages, ['data'], 'type');
};

/** Types stand after `type X =`, `|`, `<` and `&`; values nowhere there. */
const isInType = (reading: Reading, open: number): boolean =>
  isMark(reading, open - 1, '|', '<', '&') ||
  (isMark(reading, open - 1, '=') && isWord(reading, open - 3, 'type')) ||
  (isMark(reading, open - 1, ',') && !isMark(reading, open, '[') && isWord(reading, open - 4, 'Extract', 'Exclude'));

type Kind = 'write' | 'type';

const readData = (reading: Reading, at: number, messages: string[], path: string[], kind: Kind): void => {
  if (isMark(reading, at, '[')) {
    for (const [item] of partsOf(reading, at + 1, reading.partners[at] ?? at))
      readData(reading, item, messages, path, kind);
    return;
  }
  if (!isMark(reading, at, '{')) {
    if (kind === 'write' && isWord(reading, at)) noteSpread(reading, at, messages, path);
    return;
  }
  for (const { at: key, name, value } of propertiesOf(reading, at)) {
    const inner = [...path, name];
    noteKey(reading, key, { messages, path: inner, kind, value });
    if (value && isMark(reading, value[0], '{', '[')) readData(reading, value[0], messages, inner, kind);
  }
  for (let part = at + 1; part < (reading.partners[at] ?? at); part = skip(reading, part))
    if (isMark(reading, part, '...')) noteSpread(reading, part + 1, messages, path);
};

const noteSpread = (reading: Reading, at: number, messages: string[], path: string[]): void => {
  const { origin } = chainAt(reading, at);
  reading.spreads.push({ messages, path, from: origin, start: reading.tokens[at]?.start ?? 0 });
};

type Key = { messages: string[]; path: string[]; kind: Kind; value: Property['value'] };

const noteKey = (reading: Reading, at: number, { value, ...rest }: Key): void => {
  const { start = 0, end = 0, kind } = reading.tokens[at] ?? {};
  const long = kind === 'text' ? 'quoted-key' : 'key';
  const from: Origin[] = value ? originsIn(reading, value[0], value[1]) : chainAt(reading, at).from;
  reading.uses.push({ ...rest, start, end, form: value ? long : 'short-key', from });
};
