/** `cart-5` where `cart-4` is the highest in use; other ids in use do not count. */
export const nextReadableId = (prefix: string, used: Iterable<string>): string => {
  let highest = 0;
  for (const id of used) highest = Math.max(highest, numberOf(prefix, id));
  return `${prefix}-${highest + 1}`;
};

/** Longer numbers would not be counted up exactly. */
const longestNumber = 15;

const numberOf = (prefix: string, id: string): number => {
  const digits = id.startsWith(`${prefix}-`) ? id.slice(prefix.length + 1) : '';
  return /^\d+$/u.test(digits) && digits.length <= longestNumber ? Number(digits) : 0;
};

export const isReadableId = (prefix: string, id: string): boolean => numberOf(prefix, id) > 0;
