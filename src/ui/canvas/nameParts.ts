import type { NoteShape } from '#model';

/** Where a name may break: between the words of `ProductItemAdded`, `cart-details`, `cart.details`. */
export const nameParts = (name: string): string[] =>
  name.match(/[^a-z\s_.-]*[^A-Z\s_.-]*[\s_.-]*/g)?.filter((part) => part !== '') ?? [];

/** Letters of 14 px that one line of a note holds, in a wide system font. */
const lettersPerLine: { readonly [S in NoteShape]: number } = {
  square: 13,
  wide: 20,
  portrait: 8,
  diamond: 9,
  area: 60,
};

/** Smaller letters for long names, never below 12 px at zoom 1; what still does not fit is clamped. */
export const nameSize = (name: string, shape: NoteShape): 'base' | 'small' => {
  const longestPart = Math.max(0, ...nameParts(name).map((part) => part.length));
  const letters = lettersPerLine[shape];
  return longestPart > letters || name.length > 3 * letters ? 'small' : 'base';
};
