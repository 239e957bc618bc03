/** `ProductItemAdded` → `Product`, `Item`, `Added`; blanks, dots and the like divide, too. */
export const wordsOf = (name: string): string[] => name.match(/\p{Lu}?[\p{Ll}\p{N}]+|\p{Lu}+(?!\p{Ll})/gu) ?? [];

/** The words of a name in small letters. */
export const smallWordsOf = (name: string): string[] => wordsOf(name).map((word) => word.toLowerCase());

/** Whether words are joined by capitals (`AddItem`), or by blanks (`Add item`): suggestions follow. */
export const joined = (words: readonly string[], like: string): string => {
  if (!like.trim().includes(' ')) return words.map(capitalised).join('');
  return words.map((word, index) => (index === 0 ? capitalised(word) : word.toLowerCase())).join(' ');
};

const capitalised = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
