import { decodeTagged, encodeTagged } from '../../codec.ts';
import type { PathStep, ValueText } from '../../Sandbox.ts';
import { isArray, keysOf, MapBase, parseJson, SetBase, slice, stringify } from '../primordials.ts';

/** What is not there; `undefined` counts as that, as it does for storage. */
export type TextOrNone = string | null;

/** Goes one step into a value; `undefined` where that leads nowhere. */
export type Stride = (value: object) => unknown;

/** The keys that one can look up are looked up; others are found by what they say. */
const strideByKey = (step: { key: unknown }): Stride => {
  const text = stringify(step.key);
  const key = decodeTagged(text);
  const isSimple = typeof key !== 'object' || key === null;
  const isIt = (other: unknown): boolean => (isSimple ? Object.is(other, key) : encodeTagged(other) === text);
  return (value) => {
    if (value instanceof MapBase) return isSimple ? value.get(key) : [...value].find(([other]) => isIt(other))?.[1];
    if (value instanceof SetBase) return isSimple ? (value.has(key) ? key : undefined) : [...value].find(isIt);
    return undefined;
  };
};

export const strideOf = (step: PathStep): Stride => {
  if (typeof step === 'object') return strideByKey(step);
  return (value) => (Object.hasOwn(value, step) ? (value as { [key: string]: unknown })[step] : undefined);
};

/** Reads the value at a path, again and again, as tagged text. */
export const textAt = (path: PathStep[]): ((whole: unknown) => TextOrNone) => {
  const strides = path.map(strideOf);
  return (whole) => {
    let value = whole;
    for (const stride of strides) {
      if (typeof value !== 'object' || value === null) return null;
      value = stride(value);
    }
    return value === undefined ? null : encodeTagged(value);
  };
};

const isUndefined = (value: unknown): boolean => stringify(value) === '{"$undefined":true}';

/** The same for all values that say the same: the order of keys, of the entries of a Map and of a Set says nothing. */
const canonical = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (isArray(value)) return value.map(canonical);
  const record = value as { [key: string]: unknown };
  const sorted: [string, unknown][] = [];
  for (const key of keysOf(record).sort()) {
    const item = canonical(record[key]);
    if (isUndefined(item)) continue;
    const isUnordered = (key === '$map' || key === '$set') && isArray(item);
    sorted.push([key, isUnordered ? item.map((one) => stringify(one)).sort() : item]);
  }
  return sorted;
};

/** What stands in another order is as long as before; only what is `undefined` adds to a text without saying anything. */
const mayBeSame = (one: string, other: string): boolean =>
  one.length === other.length || one.includes('$undefined') || other.includes('$undefined');

/** Whether two texts say the same value. */
export const saysTheSame = (one: TextOrNone, other: TextOrNone): boolean => {
  if (one === other) return true;
  if (one === null || other === null || one[0] !== other[0] || (one[0] !== '{' && one[0] !== '[')) return false;
  if (!mayBeSame(one, other)) return false;
  return stringify(canonical(parseJson(one))) === stringify(canonical(parseJson(other)));
};

/** A text as it goes out: no longer than is worth showing. */
export const cutTo = (longest: number, text: TextOrNone): ValueText => {
  if (text === null) return null;
  return text.length > longest ? { text: slice(text, 0, longest), isCut: true } : { text };
};
