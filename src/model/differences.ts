import type { Json } from './definitions.ts';
import type { Difference } from './verdict.ts';

/** The first differences tell enough; a long list would only be slow to show. */
const mostDifferences = 100;

/**
 * Where two values differ, by path (`lines[0].price`): strict in order and depth; only the order of keys says nothing.
 * What is not JSON is compared as what storage keeps of it: a Date as its ISO text, `undefined` as absent.
 */
export const differences = (expected: unknown, actual: unknown, path = ''): Difference[] => {
  const found: Difference[] = [];
  compare(kept(expected), kept(actual), path, found);
  return found;
};

const compare = (expected: Json | undefined, actual: Json | undefined, path: string, found: Difference[]): void => {
  if (found.length >= mostDifferences) return;
  if (Array.isArray(expected) && Array.isArray(actual)) compareItems(expected, actual, path, found);
  else if (isObject(expected) && isObject(actual)) compareKeys(expected, actual, path, found);
  else if (expected !== actual)
    found.push({
      path,
      ...(expected === undefined ? {} : { expected }),
      ...(actual === undefined ? {} : { actual }),
    });
};

const compareItems = (expected: Json[], actual: Json[], path: string, found: Difference[]): void => {
  const length = Math.max(expected.length, actual.length);
  for (let index = 0; index < length; index += 1) compare(expected[index], actual[index], `${path}[${index}]`, found);
};

type JsonObject = { [key: string]: Json };

const compareKeys = (expected: JsonObject, actual: JsonObject, path: string, found: Difference[]): void => {
  const valueAt = (of: JsonObject, key: string): Json | undefined => (Object.hasOwn(of, key) ? of[key] : undefined);
  for (const key of new Set([...Object.keys(expected), ...Object.keys(actual)]))
    compare(valueAt(expected, key), valueAt(actual, key), pathTo(path, key), found);
};

const pathTo = (path: string, key: string): string => {
  if (!/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === '' ? key : `${path}.${key}`;
};

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What storage keeps of a value. */
const kept = (value: unknown): Json | undefined => {
  const text = JSON.stringify(value);
  if (text === undefined) return undefined;
  const json: Json = JSON.parse(text);
  return json;
};
