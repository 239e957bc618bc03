import type { NoteKind } from '../definitions.ts';
import { kindInfo, type NoteShape } from '../grammar.ts';

/** The words of `ProductItemAdded`, `cart-details`, `cart.details`. */
const nameParts = (name: string): string[] =>
  name.match(/[^a-z\s_.-]*[^A-Z\s_.-]*[\s_.-]*/g)?.filter((part) => part !== '') ?? [];

/** Letters of 14 px that one line of a note holds, in a wide system font. */
const lettersPerLine: { readonly [S in NoteShape]: number } = {
  square: 13,
  wide: 20,
  portrait: 8,
  diamond: 9,
  area: 60,
};

/** The verb stands apart where it fits: first in a command, last in an event. */
const groupedByVerb = (parts: string[], kind: NoteKind): string[] => {
  if (kind === 'command') return [parts.slice(0, 1).join(''), parts.slice(1).join('')];
  if (kind === 'event') return [parts.slice(0, -1).join(''), parts.slice(-1).join('')];
  return parts;
};

/** The pieces of a name, in between which it may break on a note of its kind. */
export const namePieces = (name: string, kind: NoteKind): string[] => {
  const parts = nameParts(name);
  const grouped = groupedByVerb(parts, kind).filter((piece) => piece !== '');
  const isFitting = grouped.every((piece) => piece.length <= lettersPerLine[kindInfo[kind].shape]);
  return isFitting ? grouped : parts;
};

/** Smaller letters for long names, never below 12 px at zoom 1; what still does not fit is clamped. */
export const nameSize = (name: string, kind: NoteKind): 'base' | 'small' => {
  const longestPart = Math.max(0, ...nameParts(name).map((part) => part.length));
  const letters = lettersPerLine[kindInfo[kind].shape];
  return longestPart > letters || name.length > 3 * letters ? 'small' : 'base';
};
