/** Whether two plain values (JSON, or records of the board) say the same; the order of keys says nothing. */
export const sameValue = (one: unknown, other: unknown): boolean => {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) || Array.isArray(other))
    return Array.isArray(one) && Array.isArray(other) && sameItems(one, other);
  return sameRecords(one, other);
};

const sameItems = (one: unknown[], other: unknown[]): boolean =>
  one.length === other.length && one.every((item, index) => sameValue(item, other[index]));

const sameRecords = (one: object, other: object): boolean => {
  const values = Object.entries(one);
  const others = new Map<string, unknown>(Object.entries(other));
  return (
    values.length === others.size &&
    values.every(([key, value]) => others.has(key) && sameValue(value, others.get(key)))
  );
};
