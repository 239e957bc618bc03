import type { Json } from '../definitions.ts';

/** A step into a value: the key of a record, the place in a list, or a key of a Map or an item of a Set. */
export type ValueStep = string | number | { key: Json };

const plainName = /^[\p{L}_$][\p{L}\p{N}_$]*$/u;

const stepText = (step: ValueStep): string => {
  if (typeof step === 'number') return `[${step}]`;
  if (typeof step === 'object') return `[${JSON.stringify(step.key)}]`;
  return plainName.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
};

/** `items[0].quantity`; empty for the whole. */
export const pathText = (path: readonly ValueStep[]): string => path.map(stepText).join('').replace(/^\./, '');

/**
 * The step to an entry of a Map or an item of a Set, as tagged JSON says it. Keys that are records or lists themselves
 * have no such step: they are followed with the whole Map.
 */
const stepOfKey = (key: unknown): ValueStep | undefined => {
  if (typeof key === 'bigint') return { key: { $bigint: String(key) } };
  if (key instanceof Date) return Number.isNaN(key.getTime()) ? undefined : { key: { $date: key.toISOString() } };
  if (typeof key === 'number') return Number.isFinite(key) ? { key } : undefined;
  return typeof key === 'string' || typeof key === 'boolean' || key === null ? { key } : undefined;
};

/** Whether a value is followed by its place in a list: what stands there may be another thing later. */
export const isByPlace = (path: readonly ValueStep[]): boolean => path.some((step) => typeof step === 'number');

export type ValueEntry = { name: string; step: ValueStep | undefined; value: unknown };

/** What stands in a record, list, Map or Set, with the step that leads there; nothing where it holds nothing. */
export const entriesOfValue = (value: unknown): ValueEntry[] | null => {
  if (Array.isArray(value)) return value.map((item, index) => ({ name: String(index), step: index, value: item }));
  if (value instanceof Map)
    return [...value].map(([key, item]) => ({ name: String(key), step: stepOfKey(key), value: item }));
  if (value instanceof Set)
    return [...value].map((item, index) => ({ name: String(index), step: stepOfKey(item), value: item }));
  if (value instanceof Date || typeof value !== 'object' || value === null) return null;
  return Object.entries(value).map(([name, item]) => ({ name, step: name, value: item }));
};
