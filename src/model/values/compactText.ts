import { entriesOfValue } from './valuePath.ts';

/** Entries that are put into words; a line shows no more of them. */
const mostEntries = 60;

/** A value on one line, shorter than JSON: `productId mug, quantity 2`. */
export const compactText = (value: unknown): string => {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'bigint') return `${value}n`;
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? 'no date' : value.toISOString().replace('.000Z', 'Z');
  const entries = entriesOfValue(value)?.slice(0, mostEntries);
  if (!entries) return String(value);
  if (Array.isArray(value) || value instanceof Set)
    return `[${entries.map((item) => compactText(item.value)).join(', ')}]`;
  if (entries.length === 0) return '{}';
  return entries.map((entry) => `${entry.name} ${compactText(entry.value)}`).join(', ');
};

/** The same, cut where it is longer than there is room for. */
export const shortText = (value: unknown, longest: number): string => {
  const text = typeof value === 'string' && value === '' ? '""' : compactText(value);
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
};
