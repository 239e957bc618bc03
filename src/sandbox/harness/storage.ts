import { decodeTagged, encodeTagged, isJson } from '../codec.ts';
import type { Json } from '../Sandbox.ts';
import { note } from './errors.ts';
import { defineProperty, isArray, keysOf, parseJson, stringify } from './primordials.ts';
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

/** The text of a document, which is JSON whatever the setting. */
export const documentText = (document: unknown): string => {
  if (!isJson(document)) {
    checkJson(document, 'document');
    noteOddNumber(document, 'document');
  }
  return stringify(document);
};

/** Stored data as the code sees it: a copy of its own, to do with as it likes. */
export const fromStored = (data: Json): unknown => (storeAsJson ? copyOf(data) : decodeTagged(stringify(data)));

/** Four times faster than to write it as text and to read that. */
const copyOf = (data: Json): Json => {
  if (typeof data !== 'object' || data === null) return data;
  if (isArray(data)) {
    const list: Json[] = [];
    for (let index = 0; index < data.length; index += 1) list[index] = copyOf(data[index] as Json);
    return list;
  }
  const copy: { [key: string]: Json } = {};
  for (const key of keysOf(data)) {
    const value = copyOf(data[key] as Json);
    // To assign a field of this name would change what the record is.
    if (key === '__proto__') defineProperty(copy, key, { value, enumerable: true, configurable: true, writable: true });
    else copy[key] = value;
  }
  return copy;
};
