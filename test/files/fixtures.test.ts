import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Json } from '#event-store';
import { readModelFile, writeModelFile } from '#files';
import schemaText from '../../public/replayground-model.schema.json?raw';
import { partsOfFile } from '../../src/files/partsOfFile.ts';
import { fixture, fixtures, type RawFile } from './support/fixtures.ts';
import { breaches, type JsonSchema } from './support/jsonSchema.ts';

const schema = JSON.parse(schemaText) as JsonSchema;

/** What each was on the day on which it was first written. */
const digests: { [name: string]: string } = {
  'version-1': '7b75f06d411c0d192dd13acd1e98cbb1e6c1ef5aa755a9fc0a67ad2b4a022dad',
  'version-1-contexts': '9c1f99778116abf386047444bfcbb7df90fee7b8cd2e117959b08ffd30b50bb4',
  'version-1-deleted': '78c9647cc85478512ea54cc6d944f55732ee6ae96238390ae4f58d460820e81d',
  'version-1-deletions': '51eefe35d51784d70dc989e9f03907367a58d0c7cbe681bc9ec15543aaccb496',
  'version-1-undone': 'e93e65bdef4750e206c7102c77cbb53d883be607bac98c7b0ad4ed01cfce7d77',
};

describe.each(Object.entries(fixtures))('a file such as %s', (name, text) => {
  it('opens without a remark, whole, and fits the published schema', () => {
    const { file, remarks } = readModelFile(text);

    expect(remarks).toEqual([]);
    expect(file).toEqual(fixture(text));
    expect(breaches(schema, fixture(text))).toEqual([]);
  });

  it('comes out of open and save as it was, byte by byte', () => {
    expect(writeModelFile(partsOfFile(readModelFile(text).file))).toBe(text);
  });

  it('is what it was when it was first written', () => {
    expect(createHash('sha256').update(text).digest('hex')).toBe(digests[name]);
  });
});

/** Names of properties, and what a property is where it is nothing else. */
const wordsOfSchema = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(wordsOfSchema);
  if (typeof value !== 'object' || value === null) return [];
  const { properties = {}, const: fixed, ...rest } = value as JsonSchema;
  const own = [...Object.keys(properties as object), ...(fixed === undefined ? [] : [String(fixed)])];
  return [...own, ...Object.values({ ...rest, ...(properties as object) }).flatMap(wordsOfSchema)];
};

const wordsOf = (value: Json): string[] => {
  if (Array.isArray(value)) return value.flatMap(wordsOf);
  if (typeof value !== 'object' || value === null) return [String(value)];
  return Object.entries(value as RawFile).flatMap(([key, inside]) => [key, ...wordsOf(inside)]);
};

it('the files together use everything that the schema names', () => {
  const used = new Set(Object.values(fixtures).flatMap((text) => wordsOf(fixture(text))));

  expect([...new Set(wordsOfSchema(schema))].filter((word) => !used.has(word))).toEqual([]);
});
