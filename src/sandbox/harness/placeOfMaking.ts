import { encodeTagged } from '../codec.ts';
import { isObject, type Sightings } from './sightings.ts';

/** The place that made a value, and how far into the path that stands which the place itself made. */
export type Place = { site: number; depth?: number };

/** What went in: all objects that can be reached, and what leads along the path. */
export type Given = { objects: ReadonlySet<object>; chain: readonly object[] };

/** Objects that are told apart from what a call makes; of a larger state nothing is said. */
const mostGiven = 20_000;

const entriesOf = (object: object): unknown[] => {
  if (object instanceof Map) return [...object.keys(), ...object.values()];
  return object instanceof Set ? [...object] : Object.values(object);
};

/** All objects that some values hold; nothing where they are too many. */
export const objectsIn = (values: unknown[]): Set<object> | undefined => {
  const found = new Set(values.filter(isObject));
  // The set grows while it is gone through.
  for (const object of found) {
    for (const value of entriesOf(object)) if (isObject(value)) found.add(value);
    if (found.size > mostGiven) return undefined;
  }
  return found;
};

/** The objects that a path leads through. */
export const chainFrom = ({ strides }: Sightings, whole: unknown): object[] => {
  const chain: object[] = [];
  for (let depth = 0, at = whole; isObject(at); depth += 1) {
    chain.push(at);
    at = strides[depth]?.(at);
  }
  return chain;
};

/** A copy of what stood beside it before: it was not made, it came to stand elsewhere. */
const isCopyOfGiven = (object: object, within: object | undefined): boolean => {
  if (!within) return false;
  const text = encodeTagged(object);
  return entriesOf(within).some((beside) => isObject(beside) && encodeTagged(beside) === text);
};

/**
 * The place where the value at the path came to stand as it does in the result. What was made there as a whole may hold
 * what was made before: then it is the place where that was made, as far as it was.
 */
export const placeOfMaking = (sightings: Sightings, result: unknown, given: Given): Place | undefined => {
  const chain = chainFrom(sightings, result);
  const sightingAt = (depth: number) => {
    const object = chain[depth];
    return object && sightings.seen.get(object)?.[depth];
  };
  if (!isObject(result)) return placeAt(sightings, sightings.ran.length - 1);
  const whole = sightingAt(0);
  if (!whole) return undefined;
  let [moment, made] = [whole.since, whole.first === whole.since ? 0 : undefined];
  for (let depth = 1; depth < chain.length; depth += 1) {
    const [object, sighting, above] = [chain[depth], sightingAt(depth), sightingAt(depth - 1)];
    if (!object || !sighting || given.objects.has(object)) break;
    const isMadeWithAbove = sighting.first === moment;
    if (isMadeWithAbove) made ??= depth;
    else if (above?.first !== above?.since || isCopyOfGiven(object, given.chain[depth - 1])) break;
    else [moment, made] = [sighting.since, sighting.first === sighting.since ? depth : undefined];
  }
  return placeAt(sightings, moment, made);
};

const placeAt = ({ ran }: Sightings, moment: number, depth?: number): Place | undefined => {
  const site = ran[moment];
  return site === undefined || site < 0 ? undefined : { site, ...(depth === undefined ? {} : { depth }) };
};
