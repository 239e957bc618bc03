import type { Json } from '#event-store';
import type { ImportMapping } from './EventImport.ts';
import { eventOf } from './eventOf.ts';

const common = (one: string, other: string): string => {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return one.slice(0, length);
};

/** What all types begin with, up to a dot: `com.example.shop.` of names turned around like those of packages. */
export const typePrefixOf = (records: readonly Json[], mapping: ImportMapping): string => {
  const types = new Set(
    records.flatMap((record) => {
      const made = eventOf(record, { ...mapping, dropPrefix: '' });
      return 'event' in made ? [made.event.type] : [];
    }),
  );
  if (types.size === 0) return '';
  const shared = [...types].reduce(common);
  const prefix = shared.slice(0, shared.lastIndexOf('.') + 1);
  return types.has(prefix) ? '' : prefix;
};
