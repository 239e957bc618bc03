/** How well a text answers to what was typed: a higher score is better; `at` are the places of the letters it answers with. */
export type FuzzyMatch = { score: number; at: readonly number[] };

const isLetter = (sign: string): boolean => /[\p{L}\p{N}]/u.test(sign);

/** Where a word begins: after a blank or a sign, or with a capital within a name in one piece. */
const isWordStart = (text: string, index: number): boolean => {
  const [sign = '', before = ''] = [text[index], text[index - 1]];
  return before === '' || !isLetter(before) || (/\p{Lu}/u.test(sign) && !/\p{Lu}/u.test(before));
};

const asPiece = (term: string, text: string): FuzzyMatch | null => {
  const lower = text.toLowerCase();
  let best: FuzzyMatch | null = null;
  for (let start = lower.indexOf(term); start !== -1; start = lower.indexOf(term, start + 1)) {
    const score = 40 + (isWordStart(text, start) ? 40 : 0) + (start === 0 ? 10 : 0);
    if (!best || score > best.score) best = { score, at: Array.from(term, (_, index) => start + index) };
  }
  return best;
};

/** The letters in their order, each at the start of a word or right after the one before. */
const asInitials = (term: string, text: string): FuzzyMatch | null => {
  const lower = text.toLowerCase();
  const at: number[] = [];
  for (const letter of term) {
    const next = (at.at(-1) ?? -1) + 1;
    let index = lower.indexOf(letter, next);
    while (index !== -1 && !isWordStart(text, index) && !(index === next && at.length > 0))
      index = lower.indexOf(letter, index + 1);
    if (index === -1) return null;
    at.push(index);
  }
  return { score: 50, at };
};

/** The letters in their order, wherever they stand; few gaps are better. */
const asScattered = (term: string, text: string): FuzzyMatch | null => {
  const lower = text.toLowerCase();
  const at: number[] = [];
  for (const letter of term) {
    const index = lower.indexOf(letter, (at.at(-1) ?? -1) + 1);
    if (index === -1) return null;
    at.push(index);
  }
  const spread = (at.at(-1) ?? 0) - (at[0] ?? 0) - term.length + 1;
  return spread > 2 * term.length ? null : { score: 20 - spread, at };
};

const ofTerm = (term: string, text: string): FuzzyMatch | null => {
  const found = [asPiece(term, text), asInitials(term, text), asScattered(term, text)];
  return found.reduce((best, each) => (each && (!best || each.score > best.score) ? each : best), null);
};

/**
 * Whether a text answers to what was typed, by pieces of words or their first letters: `pia` finds `ProductItemAdded`.
 * Each word that was typed has to be found. Nothing typed is answered by everything.
 */
export const fuzzyMatch = (typed: string, text: string): FuzzyMatch | null => {
  const terms = typed
    .toLowerCase()
    .split(/\s+/u)
    .filter((term) => term !== '');
  let score = -text.length / 100;
  const at: number[] = [];
  for (const term of terms) {
    const match = ofTerm(term, text);
    if (!match) return null;
    score += match.score;
    at.push(...match.at);
  }
  return { score, at: [...new Set(at)].sort((one, other) => one - other) };
};
