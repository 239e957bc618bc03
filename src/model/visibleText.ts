/**
 * Characters that are not seen themselves, and make a text look like another one: they turn its direction, or stand
 * between its letters. Joiners are left out where scripts and emoji need them, between two visible characters.
 */
const deceiving = new RegExp(
  [
    '[\\p{Cc}\\u00AD\\u061C\\u180E\\u200B\\u200E\\u200F\\u2028-\\u202E\\u2060-\\u2069\\uFEFF\\uFFF9-\\uFFFB]',
    '[\\u{E0000}-\\u{E007F}]',
    '(?<![\\p{L}\\p{M}\\p{Extended_Pictographic}])[\\u200C\\u200D]',
    '[\\u200C\\u200D](?![\\p{L}\\p{M}\\p{Extended_Pictographic}])',
  ].join('|'),
  'gu',
);

const named = (character: string): string =>
  `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;

/** A text in which nothing is hidden: `Pay⟨U+202E⟩ecnad`. */
export const visibleText = (text: string): string => text.replace(deceiving, named);
