import { deepest } from '../codec.ts';
import { SandboxError } from './errors.ts';
import {
  DateBase,
  getPrototypeOf,
  isArray,
  keysOf,
  MapBase,
  PromiseBase,
  plainPrototype,
  SetBase,
} from './primordials.ts';

const shorten = (path: string): string => (path.length > 60 ? `${path.slice(0, 60)}…` : path);

const refuse = (path: string, what: string): never => {
  throw new SandboxError(`${shorten(path)} ${what}`);
};

const isThenable = (value: object): boolean => {
  try {
    return value instanceof PromiseBase || typeof (value as { then?: unknown }).then === 'function';
  } catch {
    return false;
  }
};

const className = (value: object): string => {
  const { constructor: maker } = value as { constructor?: { name?: unknown } };
  return typeof maker?.name === 'string' && maker.name ? maker.name : 'class';
};

/** Refuses what is no data anywhere: promises, functions, cycles. `path` says where in the result it was found. */
const refuseCode = (value: unknown, path: string, depth: number): value is object => {
  if (typeof value === 'function') refuse(path, 'is a function, which is no data.');
  if (typeof value === 'symbol') refuse(path, 'is a symbol, which is no data.');
  if (typeof value !== 'object' || value === null) return false;
  if (depth > deepest) refuse(path, `is nested deeper than ${deepest} levels, or contains itself.`);
  if (isThenable(value)) refuse(path, 'is a Promise: code here is synchronous, without `async`.');
  return true;
};

/** Checks a state: Map, Set, Date and bigint are welcome. */
export const checkState = (value: unknown, path: string, depth = 0): void => {
  if (!refuseCode(value, path, depth)) return;
  if (isArray(value))
    for (let index = 0; index < value.length; index += 1) checkState(value[index], `${path}[${index}]`, depth + 1);
  else if (value instanceof MapBase)
    for (const [key, item] of value) {
      checkState(key, `${path} (a key)`, depth + 1);
      checkState(item, `${path}.get(${String(key)})`, depth + 1);
    }
  else if (value instanceof SetBase) for (const item of value) checkState(item, `${path} (an item)`, depth + 1);
  else {
    const record = value as { [key: string]: unknown };
    for (const key of keysOf(record)) checkState(record[key], `${path}.${key}`, depth + 1);
  }
};

/** Checks what storage keeps as JSON: a Date becomes text there, Map, Set and bigint have no place. */
export const checkJson = (value: unknown, path: string, depth = 0): void => {
  if (typeof value === 'bigint') refuse(path, 'is a bigint, which JSON cannot keep. Use a number or a text.');
  if (!refuseCode(value, path, depth)) return;
  if (value instanceof DateBase) return;
  if (isArray(value)) {
    for (let index = 0; index < value.length; index += 1) checkJson(value[index], `${path}[${index}]`, depth + 1);
    return;
  }
  const prototype = getPrototypeOf(value);
  if (prototype !== null && prototype !== plainPrototype)
    refuse(path, `is a ${className(value)}, which JSON cannot keep. Use plain records and lists.`);
  const record = value as { [key: string]: unknown };
  for (const key of keysOf(record)) checkJson(record[key], `${path}.${key}`, depth + 1);
};

/** Where a number stands that JSON would turn into null; undefined where there is none. */
export const pathOfOddNumber = (value: unknown, path: string, depth = 0): string | undefined => {
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : `${path} is ${value}`;
  if (typeof value !== 'object' || value === null || depth > deepest) return undefined;
  for (const key of keysOf(value)) {
    const found = pathOfOddNumber((value as { [key: string]: unknown })[key], `${path}.${key}`, depth + 1);
    if (found) return found;
  }
  return undefined;
};
