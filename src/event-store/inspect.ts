import type { Backend } from './Backend.ts';
import type { StoredKind, StoreInspection } from './EventStore.ts';

/** What is shown of a record; a segment holds a thousand events. */
const longestText = 20_000;
/** So many records tell how large those of their kind are. */
const sampleSize = 5;

const storedKinds: StoredKind[] = [
  'changeSets',
  'bars',
  'segments',
  'streams',
  'documents',
  'checkpoints',
  'commandRecords',
  'codeVersions',
];

/** What is physically there: how much of each kind, and the newest records of one of them as they are stored. */
export const inspectStore = async (
  backend: Backend,
  { kind, limit }: { kind: StoredKind; limit: number },
): Promise<StoreInspection> => {
  const parts = await Promise.all(
    storedKinds.map(async (each) => {
      const { count, newest } = await backend.inspect(each, sampleSize);
      const bytes = newest.reduce((sum, { record }) => sum + bytesOf(record), 0);
      return { kind: each, count, bytes: newest.length === 0 ? 0 : Math.round((bytes / newest.length) * count) };
    }),
  );
  const { newest } = await backend.inspect(kind, limit);
  return { parts, records: newest.map(({ key, record }) => ({ key, bytes: bytesOf(record), text: shown(record) })) };
};

const bytesOf = (record: unknown): number => JSON.stringify(record)?.length ?? 0;

const shown = (record: unknown): string => {
  const text = JSON.stringify(record, null, 2);
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text;
};
