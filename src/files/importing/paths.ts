import type { Json } from '#event-store';
import type { Column, Path } from './EventImport.ts';
import { timeIn } from './timeIn.ts';

const isRecord = (value: Json | undefined): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const valueAt = (record: Json, path: Path): Json | undefined => {
  let value: Json | undefined = record;
  for (const key of path) value = isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return value;
};

/** What stands there as a text that could name something; undefined where there is none. */
export const textAt = (record: Json, path: Path): string | undefined => {
  const value = valueAt(record, path);
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
};

export const labelOf = (path: Path): string => path.join('.');

export const samePath = (one: Path | null, other: Path): boolean =>
  one !== null && one.length === other.length && one.every((key, index) => key === other[index]);

const deepest = 3;
const mostColumns = 120;

const holdsOf = (value: Json): Column['holds'] => {
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'object') return 'object';
  return typeof value === 'string' ? 'text' : (typeof value as 'number' | 'boolean');
};

/** The places of some records where something stands, those at the top first. */
export const columnsOf = (records: readonly Json[]): Column[] => {
  const values = new Map<string, { path: Path; values: Json[] }>();
  const visit = (value: Json, path: Path): void => {
    if (value === null) return;
    if (path.length > 0) {
      const key = JSON.stringify(path);
      const known = values.get(key) ?? { path, values: [] };
      if (!values.has(key) && values.size === mostColumns) return;
      values.set(key, known);
      known.values.push(value);
    }
    if (isRecord(value) && path.length < deepest)
      for (const [key, inside] of Object.entries(value)) visit(inside, [...path, key]);
  };
  for (const record of records) visit(record, []);
  return [...values.values()].map((found) => columnOf(found, records.length));
};

/** One that is broken does not hide what all others are. */
const areMostly = (values: readonly Json[], isSuch: (value: Json) => boolean): boolean =>
  values.filter(isSuch).length >= values.length * 0.8;

const columnOf = ({ path, values }: { path: Path; values: Json[] }, records: number): Column => {
  const [first = null] = values;
  const kinds = ['text', 'number', 'boolean', 'object', 'list'] as const;
  return {
    path,
    label: labelOf(path),
    share: values.length / records,
    holds: kinds.find((kind) => areMostly(values, (value) => holdsOf(value) === kind)) ?? 'mixed',
    isTime: areMostly(values, (value) => timeIn(value) !== undefined),
    isDistinct: new Set(values.map((value) => JSON.stringify(value))).size === values.length,
    example: typeof first === 'string' ? first.slice(0, 80) : JSON.stringify(first).slice(0, 80),
  };
};
