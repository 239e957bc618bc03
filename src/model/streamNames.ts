import type { Json } from './definitions.ts';

/** A category ends at the first `-` of a stream's name, so it cannot hold one, nor be empty or hold blanks. */
export const isCategoryName = (text: string): boolean => /^[^\s-]+$/u.test(text);

/** The part of a stream's name before the first `-`. */
export const categoryOf = (stream: string): string => stream.split('-', 1)[0] ?? '';

/** The part of a stream's name after the first `-`: what the id field of the command held. */
export const streamIdOf = (stream: string): string => stream.slice(categoryOf(stream).length + 1);

/** Where no command has an id field yet, all go to one stream: a new board runs before it has fields. */
const onlyStream = '1';

/**
 * `<category>-<id>`, the id taken from the field of the command's data that the decider names.
 * Answers `null` where the field holds nothing that could name a stream.
 */
export const streamNameOf = (decider: { category: string; idField: string }, data: Json): string | null => {
  if (decider.idField === '') return `${decider.category}-${onlyStream}`;
  if (data === null || typeof data !== 'object' || Array.isArray(data)) return null;
  const id = Object.hasOwn(data, decider.idField) ? data[decider.idField] : undefined;
  if (typeof id === 'string') return id.trim() === '' ? null : `${decider.category}-${id}`;
  return typeof id === 'number' ? `${decider.category}-${id}` : null;
};
