import type { Json } from '#event-store';
import type { ModelFile } from '#files';
import versionOne from '../fixtures/version-1.replayground.json?raw';
import withContexts from '../fixtures/version-1-contexts.replayground.json?raw';
import withDeleted from '../fixtures/version-1-deleted.replayground.json?raw';
import withDeletions from '../fixtures/version-1-deletions.replayground.json?raw';
import withUndone from '../fixtures/version-1-undone.replayground.json?raw';

/** A file of the first published format, with everything that it can hold, and fields of some later version. */
export const fixtureText = versionOne;

/** A file of each shape that was ever written, by its name. None of them is ever changed: what comes later gets its own. */
export const fixtures: { [name: string]: string } = {
  'version-1': versionOne,
  'version-1-contexts': withContexts,
  'version-1-deleted': withDeleted,
  'version-1-deletions': withDeletions,
  'version-1-undone': withUndone,
};

export type RawFile = { [key: string]: Json };

/** The fixture as plain JSON, to be broken by a test. */
export const fixture = (text = fixtureText): RawFile => JSON.parse(text) as RawFile;

/** A copy of a value with another one at a path; `undefined` takes it out. */
const withAt = (value: Json, path: (string | number)[], inside: Json | undefined): Json => {
  const [key, ...rest] = path;
  if (key === undefined) throw new Error('A path has at least one key.');
  const copy = (Array.isArray(value) ? [...value] : { ...(value as RawFile) }) as { [key: string]: Json };
  if (rest.length > 0) copy[key] = withAt(copy[key] ?? null, rest, inside);
  else if (inside === undefined) delete copy[key];
  else copy[key] = inside;
  return copy as Json;
};

export const broken = (path: (string | number)[], inside: Json | undefined): Json => withAt(fixture(), path, inside);

export const pretty = (value: Json): string => JSON.stringify(value, null, 2);

export const emptyFile: ModelFile = {
  format: 'replayground',
  formatVersion: 1,
  modelId: 'model-1',
  name: 'Empty',
  settings: { clock: { kind: 'real' }, storeAsJson: true },
  definitions: [],
  notes: [],
  connections: [],
  specifications: [],
  history: { events: [], commands: [] },
};
