import { ErrorBase, isArray, keysOf, slice, stringify } from './primordials.ts';

let longest = 2000;
const mostItems = 20;
const deepest = 3;

const cut = (text: string): string => (text.length > longest ? `${slice(text, 0, longest)}…` : text);

const showItems = (count: number, item: (index: number) => string, open: string, close: string): string => {
  let text = open;
  for (let index = 0; index < count; index += 1) {
    if (index > 0) text += ', ';
    if (index >= mostItems || text.length > longest) return `${text}…${close}`;
    text += item(index);
  }
  return text + close;
};

const showObject = (value: object, depth: number): string => {
  if (value instanceof ErrorBase) return `${value.name}: ${cut(`${value.message}`)}`;
  if (depth > deepest) return isArray(value) ? '[…]' : '{…}';
  if (value instanceof Date) return `Date ${value.getTime()}`;
  if (value instanceof Map) return `Map ${showObject([...value], depth)}`;
  if (value instanceof Set) return `Set ${showObject([...value], depth)}`;
  if (isArray(value)) return showItems(value.length, (index) => show(value[index], depth + 1), '[', ']');
  const record = value as { [key: string]: unknown };
  const keys = keysOf(record);
  return showItems(keys.length, (index) => `${keys[index]}: ${show(record[keys[index] ?? ''], depth + 1)}`, '{', '}');
};

/** A value as one line of text, for the console of a step: short, and never throwing. */
export const show = (value: unknown, depth: number): string => {
  try {
    switch (typeof value) {
      case 'string':
        return depth > 0 ? stringify(cut(value)) : cut(value);
      case 'function':
        return '[function]';
      case 'symbol':
        return '[symbol]';
      case 'bigint':
        return `${value}n`;
      case 'object':
        return value === null ? 'null' : showObject(value, depth);
      default:
        return `${value}`;
    }
  } catch {
    return '[unreadable]';
  }
};

/** The same in at most so many characters: many values are shown at once. */
export const showBriefly = (value: unknown, most: number): string => {
  const before = longest;
  longest = most;
  try {
    const text = show(value, 1);
    return text.length > most ? `${slice(text, 0, most)}…` : text;
  } finally {
    longest = before;
  }
};
