/**
 * The ids of a change set's events. Nearly all are `<prefix>/<n>` in a row, the prefix being the id of the command:
 * those cost one entry of the id index however many events there are; others are listed and indexed one by one. Ids
 * that were freshly made are not indexed: who sends an append again cannot know them.
 */
export type CompactIds =
  | { kind: 'fresh'; prefix: string; firstNumber: number }
  /** `keys` is what the id index holds: here the prefix alone, with its slash. */
  | { kind: 'row'; keys: [string]; firstNumber: number }
  | { kind: 'list'; keys: string[] };

export const freshIds = (prefix: string, firstNumber: number): CompactIds => ({ kind: 'fresh', prefix, firstNumber });

export const compactIds = (ids: string[]): CompactIds => {
  const first = numberedId(ids[0] ?? '');
  const isRow = first && ids.every((id, index) => id === `${first.prefix}${first.number + index}`);
  return isRow ? { kind: 'row', keys: [first.prefix], firstNumber: first.number } : { kind: 'list', keys: ids };
};

export const idAt = (ids: CompactIds, index: number): string => {
  switch (ids.kind) {
    case 'fresh':
      return `${ids.prefix}/${ids.firstNumber + index}`;
    case 'row':
      return `${ids.keys[0]}${ids.firstNumber + index}`;
    case 'list':
      return ids.keys[index] ?? '';
  }
};

/** The keys under which events with these ids may be found. */
export const keysToLookUp = (ids: string[]): string[] => {
  const keys = new Set(ids);
  for (const id of ids) {
    const numbered = numberedId(id);
    if (numbered) keys.add(numbered.prefix);
  }
  return [...keys];
};

const numberedId = (id: string): { prefix: string; number: number } | undefined => {
  const numberStart = id.lastIndexOf('/') + 1;
  const digits = id.slice(numberStart);
  return numberStart > 1 && /^[1-9]\d{0,14}$/.test(digits)
    ? { prefix: id.slice(0, numberStart), number: Number(digits) }
    : undefined;
};
