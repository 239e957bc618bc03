import { deepest } from '../codec.ts';
import type { Json } from '../Sandbox.ts';
import {
  arrayPrototype,
  defineProperty,
  freeze,
  getPrototypeOf,
  hasOwn,
  isArray,
  isFiniteNumber,
  isFrozen,
  isSame,
  keysOf,
  plainPrototype,
} from './primordials.ts';

type Fields = { [key: string]: unknown };

const setField = (fields: Fields, key: string, value: unknown): void => {
  // To assign a field of this name would change what the record is.
  if (key === '__proto__') defineProperty(fields, key, { value, enumerable: true, configurable: true, writable: true });
  else fields[key] = value;
};

/**
 * A copy of JSON, as writing it as text and reading that would give, in a fraction of the time: the copy has the shape
 * of the original at once, and only what is nested is copied by hand.
 */
export const copyOf = (data: Json): Json => {
  if (typeof data !== 'object' || data === null) return data;
  if (isArray(data)) {
    const list: Json[] = [];
    for (let index = 0; index < data.length; index += 1) list[index] = copyOf(data[index] as Json);
    return list;
  }
  const copy: { [key: string]: Json } = { ...data };
  for (const key in copy) {
    const value = copy[key];
    if (typeof value === 'object' && value !== null && hasOwn(copy, key)) setField(copy, key, copyOf(value));
  }
  return copy;
};

/** Characters, more or less, of what has been copied since it was asked for last. */
let copied = 0;
export const takeCopied = (): number => {
  const size = copied;
  copied = 0;
  return size;
};

/** What a look at a value comes to that JSON would not give back as it is. */
const notPlain = Symbol('not plain');
type Copied = Json | typeof notPlain;

const copyValue = (value: unknown, known: unknown, depth: number): Copied => {
  switch (typeof value) {
    case 'string':
      if (value !== known) copied += value.length;
      return value;
    case 'number':
      return isFiniteNumber(value) && !isSame(value, -0) ? value : notPlain;
    case 'boolean':
      return value;
    case 'object':
      if (value === null || value === known) return value as Json;
      if (depth > deepest || (value as { toJSON?: unknown }).toJSON !== undefined) return notPlain;
      return isArray(value) ? copyList(value, known, depth + 1) : copyFields(value as Fields, known, depth + 1);
    default:
      return notPlain;
  }
};

const copyList = (list: unknown[], known: unknown, depth: number): Copied => {
  if (getPrototypeOf(list) !== arrayPrototype) return notPlain;
  const before = isArray(known) ? known : [];
  const copy: Json[] = [];
  for (let index = 0; index < list.length; index += 1) {
    const item = copyValue(list[index], before[index], depth);
    if (item === notPlain) return notPlain;
    copy[index] = item;
  }
  copied += 2 * copy.length;
  return copy;
};

const copyFields = (fields: Fields, known: unknown, depth: number): Copied => {
  const prototype = getPrototypeOf(fields);
  if (prototype !== plainPrototype && prototype !== null) return notPlain;
  const before = typeof known === 'object' && known !== null ? (known as Fields) : {};
  const keys = keysOf(fields);
  const copy: { [key: string]: Json } = {};
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] as string;
    const value = copyValue(fields[key], before[key], depth);
    if (value === notPlain) return notPlain;
    setField(copy, key, value);
  }
  copied += 8 * keys.length;
  return copy;
};

/**
 * A copy of a value of which JSON keeps everything, as writing it as text and reading that would give; undefined where
 * JSON would change anything about it. What is the same as in `known`, at the same place, is taken from there.
 */
export const plainCopy = (value: unknown, known?: Json): Json | undefined => {
  const copy = copyValue(value, known, 0);
  return copy === notPlain ? undefined : copy;
};

/** Data that will not change, whoever tries. What is frozen already has been frozen here, from the inside out. */
export const deepFrozen = <Data>(data: Data): Data => {
  if (typeof data !== 'object' || data === null || isFrozen(data)) return data;
  for (const key of keysOf(data)) {
    const value = (data as { [key: string]: unknown })[key];
    if (typeof value === 'object' && value !== null) deepFrozen(value);
  }
  freeze(data);
  return data;
};
