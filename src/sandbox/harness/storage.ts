import { decodeTagged, encodeTagged } from '../codec.ts';
import type { Json } from '../Sandbox.ts';
import { note } from './errors.ts';
import { copyOf, deepFrozen, plainCopy } from './plainCopy.ts';
import { parseJson, stringify } from './primordials.ts';
import { checkJson, checkState, pathOfOddNumber } from './storable.ts';

let storeAsJson = true;

export const setStoreAsJson = (isOn: boolean): void => {
  storeAsJson = isOn;
};

const noteOddNumber = (value: unknown, path: string): void => {
  const odd = pathOfOddNumber(value, path);
  if (odd) note('OddNumber', `${odd}, which JSON cannot keep: it becomes null.`);
};

/** Data as storage keeps it: all that folds, inline, later or in replay, folds this and nothing else. */
export const toStored = (data: unknown, path: string): Json => {
  if (data === undefined) return {};
  if (!storeAsJson) {
    checkState(data, path);
    return parseJson(encodeTagged(data));
  }
  checkJson(data, path);
  noteOddNumber(data, path);
  return parseJson(stringify(data));
};

/**
 * A document as storage keeps it, which is JSON whatever the setting: nothing that the code still holds is in it. Of
 * `known`, which no code changes any more, parts may stand in it as they are.
 */
export const toDocument = (document: unknown, known?: Json): Json => {
  const copy = plainCopy(document, known);
  if (copy !== undefined) return copy;
  checkJson(document, 'document');
  noteOddNumber(document, 'document');
  return parseJson(stringify(document));
};

/** Stored data as the code sees it: a copy of its own, to do with as it likes. */
export const fromStored = (data: Json): unknown => (storeAsJson ? copyOf(data) : decodeTagged(stringify(data)));

/** Stored data as the code may see it where it does nothing but read it; the code gets the same each time. */
export const sharedFromStored = (data: Json): unknown => (storeAsJson ? deepFrozen(data) : fromStored(data));
