/**
 * The ids of a change set's events. Nearly all are `<command id>/<n>` in a row: those are kept as their prefix and
 * cost one entry of the id index however many events there are; others are listed and indexed one by one.
 */
export type CompactIds = {
  /** What the id index holds: the prefix `<command id>/` alone where `firstNumber` is there, else every id. */
  keys: string[];
  firstNumber?: number;
};

export const compactIds = (ids: string[]): CompactIds => {
  const first = numberedId(ids[0] ?? '');
  const isRow = first && ids.every((id, index) => id === `${first.prefix}${first.number + index}`);
  return isRow ? { keys: [first.prefix], firstNumber: first.number } : { keys: ids };
};

export const idAt = ({ keys, firstNumber }: CompactIds, index: number): string =>
  firstNumber === undefined ? (keys[index] ?? '') : `${keys[0]}${firstNumber + index}`;

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
