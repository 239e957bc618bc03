import type { ImportMapping, Path, Source } from '#state';

/** Choices that are no place of a record. No path is written like that. */
export const sameForAll = 'same';
export const inStreamId = 'in-stream-id';

/** A path as the value of a list's entry, and back. */
export const keyOfPath = (path: Path): string => JSON.stringify(path);
export const pathOfKey = (key: string): Path => JSON.parse(key) as Path;

export const keyOf = (source: ImportMapping['type'] | ImportMapping['category']): string => {
  switch (source.kind) {
    case 'text':
      return sameForAll;
    case 'in-stream-id':
      return inStreamId;
    case 'at':
      return keyOfPath(source.path);
  }
};

export const sourceFrom = (key: string, text = ''): Source =>
  key === sameForAll ? { kind: 'text', text } : { kind: 'at', path: pathOfKey(key) };
