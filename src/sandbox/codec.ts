/**
 * How states, events and documents become text and come back, in the sandbox and outside of it.
 *
 * Two ways: plain JSON, which is what storage keeps by default, and tagged JSON, which brings back Date, Map, Set,
 * bigint, undefined and the numbers that JSON has no word for.
 */

/** Deeper than this nothing is kept: it is a mistake, or a cycle. */
export const deepest = 100;

const tags = ['$date', '$map', '$set', '$bigint', '$undefined', '$number', '$object'];

type Plain = { [key: string]: unknown };

const isPlain = (value: object): boolean => {
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};

const tagNumber = (value: number): unknown =>
  Number.isFinite(value) && !Object.is(value, -0) ? value : { $number: Object.is(value, -0) ? '-0' : String(value) };

const tagObject = (value: Plain, depth: number): unknown => {
  const keys = Object.keys(value);
  const tagged: Plain = {};
  for (const key of keys)
    Object.defineProperty(tagged, key, {
      value: tag(value[key], depth + 1),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  const [only] = keys;
  return keys.length === 1 && only !== undefined && tags.includes(only) ? { $object: tagged } : tagged;
};

const tag = (value: unknown, depth: number): unknown => {
  if (depth > deepest) throw new Error(`It is nested deeper than ${deepest} levels, or contains itself.`);
  switch (typeof value) {
    case 'number':
      return tagNumber(value);
    case 'bigint':
      return { $bigint: String(value) };
    case 'undefined':
      return { $undefined: true };
    case 'function':
    case 'symbol':
      return `[${typeof value}]`;
    case 'object':
      break;
    default:
      return value;
  }
  if (value === null) return null;
  if (Array.isArray(value)) return Array.from(value, (item) => tag(item, depth + 1));
  if (value instanceof Date) return { $date: Number.isNaN(value.getTime()) ? null : value.toISOString() };
  if (value instanceof Map)
    return { $map: Array.from(value, ([key, item]) => [tag(key, depth + 1), tag(item, depth + 1)]) };
  if (value instanceof Set) return { $set: Array.from(value, (item) => tag(item, depth + 1)) };
  return tagObject(value as Plain, depth);
};

const untagged = (value: Plain): unknown => {
  if ('$date' in value) return new Date(typeof value.$date === 'string' ? value.$date : Number.NaN);
  if (Array.isArray(value.$map)) return new Map(value.$map as [unknown, unknown][]);
  if (Array.isArray(value.$set)) return new Set(value.$set);
  if ('$bigint' in value) return BigInt(String(value.$bigint));
  if ('$number' in value) return Number(value.$number);
  return undefined;
};

/** Works from the inside out, as JSON.parse hands values over; `$object` is opened by what holds it. */
const untag = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(untag);
  const record = value as Plain;
  const keys = Object.keys(record);
  const [only] = keys;
  if (keys.length === 1 && only === '$object') return untagFields(record.$object as Plain);
  if (keys.length === 1 && only !== undefined && tags.includes(only)) {
    const inner = untag(record[only]);
    return untagged({ [only]: inner });
  }
  return untagFields(record);
};

const untagFields = (record: Plain): Plain =>
  Object.fromEntries(Object.entries(record).map(([key, item]) => [key, untag(item)]));

/** A text without `__proto__` fields, which are no data and could change how objects behave. */
const parseSafely = (text: string): unknown =>
  text.includes('"__proto__"')
    ? JSON.parse(text, (key, value) => (key === '__proto__' ? undefined : value))
    : JSON.parse(text);

/** Whether JSON has words for all of it, and would take none of it for a tag: as it is with most of what there is. */
export const isJson = (value: unknown, depth = 0): boolean => {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true;
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0);
    case 'object':
      return value === null || (depth <= deepest && holdsJson(value, depth + 1));
    default:
      return false;
  }
};

const holdsJson = (value: object, depth: number): boolean => {
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) if (!isJson(value[index], depth)) return false;
    return true;
  }
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  const keys = Object.keys(value);
  if (keys.length === 1 && keys[0]?.startsWith('$')) return false;
  for (const key of keys) if (!isJson((value as Plain)[key], depth)) return false;
  return true;
};

/** A text that keeps what JSON has no words for: dates, maps, sets, big integers, `undefined`, `NaN`. */
export const encodeTagged = (value: unknown): string => JSON.stringify(isJson(value) ? value : tag(value, 0));

/** The value that `encodeTagged` was given, with its dates, maps and sets. */
export const decodeTagged = (text: string): unknown =>
  text.includes('"$') ? untag(parseSafely(text)) : parseSafely(text);

export const decodeJson = (text: string): unknown => parseSafely(text);

/** Whether a value comes back from tagged text as it went in; instances of classes come back as plain records. */
export const isExact = (value: unknown, depth = 0): boolean => {
  if (typeof value === 'function' || typeof value === 'symbol') return false;
  if (typeof value !== 'object' || value === null) return true;
  if (depth > deepest) return false;
  if (Array.isArray(value)) return value.every((item) => isExact(item, depth + 1));
  if (value instanceof Date) return true;
  if (value instanceof Map)
    return [...value].every(([key, item]) => isExact(key, depth + 1) && isExact(item, depth + 1));
  if (value instanceof Set) return [...value].every((item) => isExact(item, depth + 1));
  return isPlain(value) && Object.values(value).every((item) => isExact(item, depth + 1));
};
