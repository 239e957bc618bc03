/** A value as what JSON can hold, so that two can be compared: Maps as their entries, Sets as their items, the rest as text. */
export const asPlain = (value: unknown): unknown => {
  if (value instanceof Map) return entriesOf(value);
  if (value instanceof Set) return [...value].map(asPlain);
  if (typeof value === 'bigint') return `${value}n`;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? String(value) : value.toISOString();
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(asPlain);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asPlain(item)]));
};

/** Keyed by text they read like an object; other keys keep their entries. */
const entriesOf = (map: Map<unknown, unknown>): unknown => {
  const entries = [...map].map(([key, item]) => [asPlain(key), asPlain(item)]);
  return entries.every(([key]) => typeof key === 'string') ? Object.fromEntries(entries) : entries;
};
