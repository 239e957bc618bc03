import { decodeTagged, encodeTagged } from '../codec.ts';
import type { Json } from '../Sandbox.ts';
import { note } from './errors.ts';
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

/** The text of a document, which is JSON whatever the setting. */
export const documentText = (document: unknown): string => {
  checkJson(document, 'document');
  noteOddNumber(document, 'document');
  return stringify(document);
};

/** Stored data as the code sees it. */
export const fromStored = (data: Json): unknown => (storeAsJson ? data : decodeTagged(stringify(data)));
