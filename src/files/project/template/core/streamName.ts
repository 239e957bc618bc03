import type { Json } from './messages.ts';

/** `<category>-<id>`, the id taken from the data of the command; null where it holds none. */
export const streamNameOf = (
  { category, idField }: { category: string; idField: string },
  data: Json,
): string | null => {
  if (idField === '') return `${category}-1`;
  if (data === null || typeof data !== 'object' || Array.isArray(data)) return null;
  const id = Object.hasOwn(data, idField) ? data[idField] : undefined;
  if (typeof id === 'number') return `${category}-${id}`;
  return typeof id === 'string' && id.trim() !== '' ? `${category}-${id}` : null;
};
