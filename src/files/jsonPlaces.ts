/** Where a value stands in JSON: keys and indices from the root. */
export type JsonPath = readonly (string | number)[];

/** The text stops being JSON at this offset. */
class JsonFault extends Error {
  override readonly name = 'JsonFault';
  readonly offset: number;
  constructor(offset: number) {
    super(`No JSON at offset ${offset}.`);
    this.offset = offset;
  }
}

/** 1-based. */
const lineOfOffset = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

const code = { quote: 34, backslash: 92, openList: 91, closeList: 93, openRecord: 123, closeRecord: 125 };

/** Deepest nesting of lists and records, counted without recursion, so that no depth can harm the one who asks. */
export const nestingOf = (text: string): number => {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === code.quote) at = endOfString(text, at) - 1;
    else if (character === code.openList || character === code.openRecord) deepest = Math.max(deepest, ++depth);
    else if (character === code.closeList || character === code.closeRecord) depth--;
  }
  return deepest;
};

/** Offset behind the closing quote of the string that opens at `start`; the end of the text where none closes it. */
const endOfString = (text: string, start: number): number => {
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === code.quote) return at + 1;
    if (character === code.backslash) at++;
  }
  return text.length;
};

/** Line of the value at `path`, or of the nearest one around it that is there. The text is JSON. */
export const lineOfPath = (text: string, path: JsonPath): number => {
  let nearest = { length: -1, offset: 0 };
  readValue({ text, at: 0, path: [] }, (here, offset) => {
    // Of a key given twice JSON takes the last, and so does the comparison with >=.
    if (here.length >= nearest.length && here.every((key, index) => key === path[index]))
      nearest = { length: here.length, offset };
  });
  return lineOfOffset(text, nearest.offset);
};

/** Line of the first place where a text is no JSON; undefined where it is JSON throughout. */
export const lineOfFault = (text: string): number | undefined => {
  const cursor = { text, at: 0, path: [] };
  try {
    readValue(cursor, () => {});
    skipSpace(cursor);
    return cursor.at === text.length ? undefined : lineOfOffset(text, cursor.at);
  } catch (fault) {
    if (fault instanceof JsonFault) return lineOfOffset(text, fault.offset);
    throw fault;
  }
};

type Cursor = { text: string; at: number; path: (string | number)[] };
type Visit = (path: JsonPath, offset: number) => void;

const readValue = (cursor: Cursor, visit: Visit): void => {
  skipSpace(cursor);
  visit(cursor.path, cursor.at);
  const first = cursor.text[cursor.at];
  if (first === '{') readMembers(cursor, '}', () => readEntry(cursor, visit));
  else if (first === '[') readMembers(cursor, ']', (index) => readInside(cursor, index, visit));
  else if (first === '"') readString(cursor);
  else readLiteral(cursor);
};

const readMembers = (cursor: Cursor, close: string, readMember: (index: number) => void): void => {
  cursor.at++;
  skipSpace(cursor);
  if (take(cursor, close)) return;
  for (let index = 0; ; index++) {
    readMember(index);
    skipSpace(cursor);
    if (take(cursor, close)) return;
    expect(cursor, ',');
  }
};

const readEntry = (cursor: Cursor, visit: Visit): void => {
  skipSpace(cursor);
  const key = readString(cursor);
  skipSpace(cursor);
  expect(cursor, ':');
  readInside(cursor, key, visit);
};

const readInside = (cursor: Cursor, key: string | number, visit: Visit): void => {
  cursor.path.push(key);
  readValue(cursor, visit);
  cursor.path.pop();
};

const readString = (cursor: Cursor): string => {
  const { text, at } = cursor;
  if (text[at] !== '"') throw new JsonFault(at);
  const end = endOfString(text, at);
  try {
    const value: unknown = JSON.parse(text.slice(at, end));
    cursor.at = end;
    return String(value);
  } catch {
    throw new JsonFault(at);
  }
};

const literal = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

const readLiteral = (cursor: Cursor): void => {
  literal.lastIndex = cursor.at;
  const found = literal.exec(cursor.text);
  if (!found) throw new JsonFault(cursor.at);
  cursor.at += found[0].length;
};

const space = /[ \t\r\n]*/y;

const skipSpace = (cursor: Cursor): void => {
  space.lastIndex = cursor.at;
  cursor.at += space.exec(cursor.text)?.[0].length ?? 0;
};

const take = (cursor: Cursor, character: string): boolean => {
  if (cursor.text[cursor.at] !== character) return false;
  cursor.at++;
  return true;
};

const expect = (cursor: Cursor, character: string): void => {
  if (!take(cursor, character)) throw new JsonFault(cursor.at);
};
