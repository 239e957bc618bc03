import type { Json } from '#model';

/** What should be a record of the format, and may hold anything. */
export type Loose = { [key: string]: Json };

export const isRecord = (value: Json | undefined): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A list that should stand there; one thing alone is a list of one. */
export const listAt = (record: Loose, key: string): Json[] => {
  const value = Object.hasOwn(record, key) ? record[key] : undefined;
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
};

export const recordsAt = (record: Loose, key: string): Loose[] => listAt(record, key).filter(isRecord);

const isNothing = (value: Json | undefined): boolean =>
  value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0);

/** What a record says beside the parts that are known. */
export const partsBeside = (record: Loose, known: readonly string[]): string[] =>
  Object.keys(record).filter((key) => !known.includes(key) && !isNothing(record[key]));
